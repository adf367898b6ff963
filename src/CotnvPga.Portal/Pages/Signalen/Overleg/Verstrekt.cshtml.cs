using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>The sheet of a hand-over, to print and to sign for secrecy. 404 for who did not make it.</summary>
public sealed class VerstrektModel(CaseDesk desk, HandoverSheets sheets, TablePages tables) : PortalPage
{
    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    public SheetPage Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid handeling, CancellationToken cancel)
    {
        var entered = await desk.EnterAsync(Actor, new SignalId(id), null, cancel);
        if (!entered.IsDone)
            return Show(entered.Refusal);
        var read = await sheets.ReadAsync(Actor, new SignalId(id), handeling, cancel);
        if (!read.IsDone)
            return read.Refusal is NotKnown ? NotFound() : Forbid();
        (Id, Number, Sheet) = (id, entered.Value.State.Number, tables.Sheet(read.Value));
        return Page();
    }
}
