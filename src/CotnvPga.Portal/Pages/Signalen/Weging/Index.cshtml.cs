using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>The weighing: first one's own judgement, then all next to each other. Giving it goes through a page that shows it whole.</summary>
[KeepsTyped]
public sealed class IndexModel(CaseDesk desk, CasePages pages, JudgementPages judgements, CompiledConvenant convenant) : FormPage<JudgementInput>
{
    private string _phase = "";

    public CasePage Case { get; private set; } = null!;

    public IReadOnlyList<SideBySide> Judgements { get; private set; } = [];

    public IReadOnlyList<StandingView> Standing { get; private set; } = [];

    /// <summary>Whether the three judged alike; null while one of them did not judge yet.</summary>
    public bool? AreEqual { get; private set; }

    /// <summary>Who contradicts in this round.</summary>
    public StandingView? Contradictor { get; private set; }

    /// <summary>Whether this kind of record can be laid down in this phase.</summary>
    public bool Offers(string kind) => convenant.Process.Records.Any(r => r.Code == kind && r.Step.From.Contains(_phase));

    /// <summary>How many rounds there can be.</summary>
    public int Rounds { get; private set; }

    /// <summary>Whether a judgement of this viewer's party is still open.</summary>
    public bool MayJudge => Standing.Any(s => s is { IsOwn: true, Given: false });

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refusal)
            return Show(refusal);
        Input.Criteria = [.. convenant.Process.Criteria.Keys.Select(code => new CriterionInput { Criterium = code })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refusal)
            return Show(refusal);
        var read = Input.ToJudgement().Read(convenant.Process);
        return read.IsDone ? await KeepAndGoAsync("/Signalen/Weging/Controle", new { id }, cancel) : Show(read.Refusal);
    }

    protected override string? Place(string field) =>
        JudgementPages.CriterionOf(field) is { } at && at < Input.Criteria.Count && convenant.Process.Criteria.TryGetValue(Input.Criteria[at].Criterium ?? "", out var criterion)
            ? criterion.Label
            : null;

    // The criteria stand before the verdict that follows from them.
    protected override IEnumerable<FieldError> InPageOrder(IEnumerable<FieldError> errors) => errors.OrderBy(e => JudgementPages.CriterionOf(e.Field) is null);

    private async Task<Refusal?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.OpenAsync(Actor, new SignalId(id), null, cancel);
        if (!opened.IsDone)
            return opened.Refusal;
        if (opened.Value.Standing.Count == 0)
            return new NotKnown();
        Case = pages.Of(opened.Value);
        Standing = judgements.Standing(opened.Value);
        Judgements = judgements.SideBySide(opened.Value);
        _phase = opened.Value.State.Phase.Code();
        Rounds = JudgementPages.Rounds(opened.Value);
        Contradictor = judgements.Contradictor(opened.Value);
        AreEqual = JudgementPages.AreEqual(opened.Value);
        return null;
    }
}
