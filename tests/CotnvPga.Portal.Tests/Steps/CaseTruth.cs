namespace CotnvPga.Portal.Tests.Steps;

/// <summary>
/// What is true of a case, as the names in <c>convenant/proces/feiten.yaml</c> mean it: a second reading of those words, apart from the code
/// under test and from the database.
/// </summary>
/// <param name="Verdicts">Who judged what in the round.</param>
/// <param name="Round">The round.</param>
/// <param name="Urgent">In how many days an urgent weighing must be ratified; null when none waits.</param>
/// <param name="Unread">Whether nobody took up the report yet.</param>
/// <param name="Hold">Whether something keeps the case from being destroyed.</param>
/// <param name="Changed">Whether an item changed that a judgement of the round rests on.</param>
public sealed record CaseTruth(IReadOnlyList<(string Party, string Verdict)> Verdicts, int Round, int? Urgent, bool Unread, bool Hold, bool Changed)
{
    private const string Fits = "in_overeenstemming";
    private const string FitsNot = "niet_in_overeenstemming";
    private const string Unsure = "meer_informatie";

    public static CaseTruth Plain { get; } = new([], 1, null, false, false, false);

    /// <summary>Facts that somebody's words bring, and not the case.</summary>
    public static IReadOnlySet<string> OfWords { get; } = new HashSet<string>
    {
        "kwaliteitstoets", "reden_uit_norm", "partij_en_vraag", "open_raadpleging", "spoedreden", "deelnemers", "toelichting", "doel", "interventie", "nog_nodig", "reden", "gemeente", "geen_bezwaar",
    };

    /// <summary>Whether a fact holds for somebody of a party, who knows the others' verdicts only after its own.</summary>
    /// <exception cref="ArgumentException">The process names a fact that nobody told these tests the meaning of.</exception>
    public bool Holds(string fact, int rounds, string viewer)
    {
        var verdicts = Verdicts.Select(v => v.Verdict).ToList();
        var knows = Verdicts.Any(v => v.Party == viewer);
        var alike = verdicts is [var first, _, _] && first != Unsure && verdicts.TrueForAll(v => v == first);
        return fact switch
        {
            "ongelezen_melding" => Unread,
            "drie_oordelen" => verdicts.Count == 3,
            "twee_oordelen" => verdicts.Count == 2,
            "eensluidend" => knows && alike,
            "niet_eensluidend" => knows && !alike,
            "in_overeenstemming" => knows && verdicts.TrueForAll(v => v == Fits),
            "niet_in_overeenstemming" => knows && verdicts.TrueForAll(v => v == FitsNot),
            "rondes_over" => Round < rounds,
            "rondes_op" => Round >= rounds,
            "bekrachtigd" => Urgent is null,
            "niet_bekrachtigd" => Urgent is { } days && (days < 0 || verdicts.Count == 3),
            "geen_bewaarplicht" => !Hold,
            "feit_veranderd" => knows && Changed,
            _ when OfWords.Contains(fact) => throw new ArgumentException($"{fact} is not of the case.", nameof(fact)),
            _ => throw new ArgumentException($"The process names '{fact}': say in {nameof(CaseTruth)} or {nameof(StepBody)} what it means.", nameof(fact)),
        };
    }

    /// <summary>Every truth in which the facts that a step names differ.</summary>
    /// <param name="facts">The facts of the case that the step names.</param>
    /// <param name="three">The parties that weigh, whoever takes the step first.</param>
    /// <param name="rounds">How many rounds there can be.</param>
    public static IEnumerable<CaseTruth> ThatDiffer(IReadOnlySet<string> facts, IReadOnlyList<string> three, int rounds)
    {
        string[] ofVerdicts = ["drie_oordelen", "twee_oordelen", "eensluidend", "niet_eensluidend", "in_overeenstemming", "niet_in_overeenstemming", "feit_veranderd"];
        string[][] verdicts = facts.Overlaps(ofVerdicts)
            ? [[], [Fits], [Fits, Fits], [FitsNot, FitsNot], [Fits, FitsNot], [Fits, Fits, Fits], [FitsNot, FitsNot, FitsNot], [Fits, Fits, FitsNot], [Unsure, Unsure, Unsure]]
            : [[]];
        int[] round = facts.Overlaps(["rondes_over", "rondes_op"]) ? [1, rounds] : [1];
        int?[] urgent = facts.Overlaps(["bekrachtigd", "niet_bekrachtigd"]) ? [null, 3, -1] : [null];
        bool[] unread = facts.Contains("ongelezen_melding") ? [false, true] : [false];
        bool[] changed = facts.Contains("feit_veranderd") ? [false, true] : [false];
        bool[] hold = facts.Contains("geen_bewaarplicht") ? [false, true] : [false];
        return
            from v in verdicts
            from r in round
            from u in urgent
            from n in unread
            from h in hold
            from c in changed
            where !c || v.Length > 0
            select new CaseTruth([.. three.Zip(v)], r, u, n, h, c);
    }
}
