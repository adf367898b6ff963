using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Transfer;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Transfer;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Irreversible;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Overdracht;

/// <summary>
/// A transfer, from both sides: who hands over asks the suppliers, lays ready and speaks to the other; who receives takes over and does its own
/// check. 404 for who has nothing to do with it.
/// </summary>
[Irreversible]
public sealed class IndexModel(
    CaseDesk desk, RecordDesk records, TransferDesk transfers, CasePages pages, RecordPages layout, SignalLifecycle lifecycle, Municipalities municipalities, Words words) : FormPage<TransferInput>
{
    private const string Part = "Overdracht";
    private const string Decide = "overdragen";

    public CasePage Case { get; private set; } = null!;

    /// <summary>The records about the transfer; null when there are none to read or make.</summary>
    public RecordPart? Records { get; private set; }

    /// <summary>What waits here to be taken over, or was.</summary>
    public IReadOnlyList<WaitingTransfer> Waiting { get; private set; } = [];

    /// <summary>Whether this viewer's party may lay ready what goes along.</summary>
    public bool MaySend { get; private set; }

    /// <summary>Whether this viewer's party takes the joint step.</summary>
    public bool Decides { get; private set; }

    public IReadOnlyList<Choice> Municipalities { get; private set; } = [];

    public string NameOf(string municipality) => municipalities.NameOf(new Municipality(municipality));

    public string Articles(string act) => words.Articles(lifecycle.Act(act).Grounds);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await LoadAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSturenAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var sent = await transfers.SendAsync(Actor, new SignalId(id), Input.Gemeente, null, Input.Toelichting, cancel);
        if (!sent.IsDone)
            return Show(sent.Refusal);
        Done = $"{(sent.Value == 1 ? "1 gegeven ligt" : $"{sent.Value} gegevens liggen")} klaar voor {NameOf(Input.Gemeente!)}. Spreek elkaar, leg de warme overdracht vast en sluit daarna af.";
        return RedirectToPage(new { id });
    }

    public async Task<IActionResult> OnPostOvernemenAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
            return NotFound();
        var taken = await transfers.TakeOverAsync(Actor, new SignalId(id), cancel);
        if (!taken.IsDone)
            return Show(taken.Refusal);
        Done = taken.Value.LeftOut.Count == 0
            ? "De overdracht is overgenomen. Toets nu zelf of de gegevens juist en nodig zijn."
            : $"De overdracht is overgenomen. {taken.Value.LeftOut.Count} soorten gegevens kunnen alleen van de bron zelf komen, zoals politiegegevens. Vraag die hier aan de bron.";
        return RedirectToPage("/Signalen/Zaak/Index", new { id });
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return false;
        var read = await records.ReadAsync(Actor, new SignalId(id), cancel);
        var waiting = await transfers.ReadAsync(Actor, new SignalId(id), cancel);
        if (!read.IsDone || !waiting.IsDone)
            return false;
        Records = layout.Parts(read.Value).FirstOrDefault(p => p.Part == Part);
        Waiting = waiting.Value;
        if (Records is null && Waiting.Count == 0)
            return false;
        var view = opened.Value;
        Case = pages.Of(view);
        MaySend = May(view, TransferDesk.Send);
        Decides = Case.Steps.Any(s => s.Code == Decide);
        Municipalities = [.. municipalities.All.Where(m => m.Code != view.State.Municipality.Code).Select(m => new Choice(m.Code, m.Name))];
        return true;
    }

    private bool May(CaseView view, string act) =>
        lifecycle.Act(act).From.Contains(Domain.Vocabulary.Codes.Code(view.State.Phase)) && SignalLifecycle.Belongs(lifecycle.Act(act), view.Viewer.Party, view.Viewer.CircumstanceCodes);
}

/// <summary>What is typed to lay a transfer ready.</summary>
public sealed class TransferInput
{
    public string? Gemeente { get; set; }

    public string? Toelichting { get; set; }
}
