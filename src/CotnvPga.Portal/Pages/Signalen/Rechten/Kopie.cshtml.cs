using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>
/// The collected copy: exactly the items that the engine lets be given for the purpose <c>rechten</c>, each with a line in the log.
/// 404 for everybody but the contact point, and without an open request.
/// </summary>
public sealed class KopieModel(CaseDesk desk, RecordDesk records, RightsPages rights) : PortalPage
{
    public string Number { get; private set; } = "";

    public Guid Id { get; private set; }

    public RequestLine Asked { get; private set; } = null!;

    public IReadOnlyList<CopyLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid verzoek, CancellationToken cancel)
    {
        var looked = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!looked.IsDone || !rights.IsContactPoint(looked.Value.Viewer))
            return NotFound();
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone || rights.Requests(read.Value).FirstOrDefault(r => r.Id == verzoek && r.Decided is null) is not { } request)
            return NotFound();
        var opened = await desk.OpenAsync(Actor, new SignalId(id), Purpose.Rechten, cancel);
        if (!opened.IsDone)
            return NotFound();
        (Id, Number, Asked) = (id, opened.Value.State.Number, request);
        Lines = rights.Copy(opened.Value);
        return Page();
    }
}
