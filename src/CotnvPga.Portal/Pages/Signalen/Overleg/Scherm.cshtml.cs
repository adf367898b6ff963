using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>
/// The screen that everybody at the table may look at: only what the law lets all present receive. What is held back is not counted or
/// named. 404 for who does not sit there.
/// </summary>
public sealed class SchermModel(CaseDesk desk, TableSight sight, TablePages tables) : PortalPage
{
    /// <summary>Codes of the parties present; all with a seat, or today's attendance, when nobody was chosen.</summary>
    [FromQuery]
    public List<string> Aanwezig { get; set; } = [];

    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    public ScreenPage Screen { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var entered = await desk.EnterAsync(Actor, new SignalId(id), null, cancel);
        if (!entered.IsDone)
            return Show(entered.Refusal);
        var shown = await sight.ShowAsync(Actor, new SignalId(id), Aanwezig.Count > 0 ? Aanwezig : null, cancel);
        if (shown.Refusal is NotKnown)
            return NotFound();
        (Id, Number) = (id, entered.Value.State.Number);
        if (!shown.IsDone)
            return Show(shown.Refusal);
        Screen = tables.Screen(shown.Value, entered.Value.Viewer);
        return Page();
    }
}
