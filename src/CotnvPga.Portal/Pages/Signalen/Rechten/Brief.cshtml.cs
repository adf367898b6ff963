using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Documents;
using CotnvPga.Domain;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>The letter with the decision, to print or to save as a Word document. 404 for everybody but the contact point.</summary>
public sealed class BriefModel(CaseDesk desk, RecordDesk records, RightsPages rights) : PortalPage
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public Guid Id { get; private set; }

    public DecisionLetter Letter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid verzoek, CancellationToken cancel) => await LoadAsync(id, verzoek, cancel) ? Page() : NotFound();

    /// <summary>The same letter as a file.</summary>
    public async Task<IActionResult> OnGetBestandAsync(Guid id, Guid verzoek, CancellationToken cancel) =>
        await LoadAsync(id, verzoek, cancel) ? File(WordWriter.Write(Letter.ToDocument()), Word, $"besluit-{Letter.Number}.docx") : NotFound();

    private async Task<bool> LoadAsync(Guid id, Guid verzoek, CancellationToken cancel)
    {
        var looked = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!looked.IsDone || !rights.IsContactPoint(looked.Value.Viewer))
            return false;
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone || rights.Letter(verzoek, read.Value, looked.Value.State) is not { } letter)
            return false;
        (Id, Letter) = (id, letter);
        return true;
    }
}
