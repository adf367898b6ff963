using System.Text.RegularExpressions;
using CotnvPga.Convenant;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>Lays out judgements: who gave one, and what they say next to each other, the viewer's own first.</summary>
public sealed partial class JudgementPages(CompiledConvenant convenant, Words words)
{
    /// <summary>Who gave a judgement in this round.</summary>
    public IReadOnlyList<StandingView> Standing(CaseView view)
    {
        var own = view.Viewer.Party.Code();
        return [.. view.Standing.Select(s => new StandingView(words.Party(s.Party), s.Party == own, s.Given) { Changed = s.Changed }).OrderByDescending(s => s.IsOwn)];
    }

    /// <summary>Who contradicts in this round; null when nobody weighs here now.</summary>
    public StandingView? Contradictor(CaseView view)
    {
        if (view.Standing.Count == 0)
            return null;
        var party = Domain.Weighing.Contradictor.Of([.. view.Standing.Select(s => s.Party)], view.State.Round);
        return new StandingView(words.Party(party), party == view.Viewer.Party.Code(), false);
    }

    /// <summary>How many rounds there can be, by the covenant that holds for the case.</summary>
    public static int Rounds(CaseView view) => view.Edition.Terms["weegrondes"].Value;

    /// <summary>The rounds that this viewer may read, the newest first.</summary>
    public IReadOnlyList<SideBySide> SideBySide(CaseView view)
    {
        var own = view.Viewer.Party.Code();
        return [.. view.Judgements.GroupBy(j => j.Round).OrderByDescending(r => r.Key).Select(r => Round(r.Key, [.. r.OrderByDescending(j => j.Party == own)], own))];
    }

    /// <summary>Whether the three judged alike in this round; null while one of them did not judge yet.</summary>
    public static bool? AreEqual(CaseView view)
    {
        var verdicts = view.Judgements.Where(j => j.Round == view.State.Round).Select(j => j.Verdict).ToList();
        return verdicts.Count < view.Standing.Count || view.Standing.Count == 0 ? null : verdicts.Distinct().Count() == 1;
    }

    /// <summary>The index of the criterion that a field belongs to; null when it belongs to none.</summary>
    public static int? CriterionOf(string field) =>
        CriterionField().Match(field) is { Success: true, Groups: [_, var index] } ? int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    private SideBySide Round(int round, List<GivenJudgement> given, string own) => new(
        round,
        [.. given.Select(j => new JudgementColumn(words.Party(j.Party), j.Party == own, j.At, Verdicts.Label(j.Verdict), j.Words.Motivation))],
        [.. convenant.Process.Criteria.Values.Index().Select(c => new CriterionRow(c.Index + 1, c.Item.Label, [.. given.Select(j => Cell(j, c.Item.Code, own))]))]);

    private FindingCell Cell(GivenJudgement judgement, string criterion, string own)
    {
        var finding = judgement.Words.Criteria.FirstOrDefault(f => f.Criterion == criterion);
        return new FindingCell(words.Party(judgement.Party), judgement.Party == own, finding?.Finding ?? "–", finding?.ContraIndication ?? "–");
    }

    [GeneratedRegex(@"^criteria\[(\d{1,3})\]")]
    private static partial Regex CriterionField();
}
