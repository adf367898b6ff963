using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Oversight;

/// <summary>
/// The register of processings (avg:30), made from the rule data: what it says of who may have which data is asked of the engine itself, with every
/// circumstance that opens, so it says no less than what can happen.
/// </summary>
public sealed class ProcessingRegister(CompiledConvenant convenant)
{
    // What the law lets happen: a covenant only narrows it.
    private static readonly string[] Law = ["wet"];

    private readonly Dictionary<LocalDate, IReadOnlyList<Processing>> _made = [];
    private readonly Lock _making = new();

    /// <summary>The processings on a day: one for each purpose for which somebody may see or receive something.</summary>
    public IReadOnlyList<Processing> On(LocalDate day)
    {
        lock (_making)
        {
            if (!_made.TryGetValue(day, out var made))
            {
                _made.Clear();
                _made[day] = made = Make(day);
            }
            return made;
        }
    }

    private List<Processing> Make(LocalDate day)
    {
        var processings = new List<Processing>();
        foreach (var purpose in convenant.CodesOf("doel"))
        {
            var seen = Seen(purpose, day).ToList();
            if (seen.Count == 0)
                continue;
            var grounds = seen.SelectMany(s => s.Answer.Grounds).Distinct().Order(StringComparer.Ordinal).ToList();
            processings.Add(new Processing(
                purpose,
                Codes(seen, s => s.Party, "partij"),
                [.. convenant.CodesOf("categorie").Where(c => seen.Exists(s => s.Category == c)).Select(c => new ProcessedCategory(
                    c,
                    [.. convenant.CodesOf("bijzonder").Where(n => seen.Exists(s => s.Category == c && s.Nature == n && n != Nature.Geen.Code()))],
                    Codes(seen.FindAll(s => s.Category == c && s.Act == Act.Raadplegen.Code()), s => s.Party, "partij"),
                    Codes(seen.FindAll(s => s.Category == c && s.Act == Act.Ontvangen.Code()), s => s.Party, "partij")))],
                Codes(seen, s => s.Phase, "fase"),
                grounds,
                [.. Retention()]));
        }
        return processings;
    }

    private List<string> Codes(List<SeenCell> seen, Func<SeenCell, string> of, string axis) => [.. convenant.CodesOf(axis).Where(c => seen.Exists(s => of(s) == c))];

    /// <summary>The terms after which the process destroys a case.</summary>
    private IEnumerable<ParameterDefinition> Retention() =>
        from step in convenant.Process.Steps
        where step.AlsoProcess is not null && step.Outcomes.Any(o => o.Phase == Phase.Vernietigd.Code())
        from term in convenant.Process.Terms.Values
        where term.Code == step.AlsoProcess || term.Code.StartsWith($"{step.AlsoProcess}_", StringComparison.Ordinal)
        select term;

    private IEnumerable<SeenCell> Seen(string purpose, LocalDate day)
    {
        var viewer = convenant.Vocabulary.Circumstances.Where(c => c.Kind == CircumstanceKind.Kijker).Select(c => c.Code).ToHashSet(StringComparer.Ordinal);
        string[] acts = [Act.Raadplegen.Code(), Act.Ontvangen.Code()];
        return from party in convenant.CodesOf("partij")
               from act in acts
               from phase in convenant.CodesOf("fase")
               let view = convenant.View(new ViewQuestion(party, act, purpose, phase, day, viewer, Law))
               where !view.IsEmpty
               from category in convenant.CodesOf("categorie")
               from nature in convenant.CodesOf("bijzonder")
               from answer in Opens(view, category, nature)
               select new SeenCell(party, act, phase, category, nature, answer);
    }

    /// <summary>The answer that opens, for the first supplier for whom one does; none when none does.</summary>
    private IEnumerable<Answer> Opens(ViewTable view, string category, string nature)
    {
        // All circumstances of an item but those that can only close.
        var flags = view.ItemCircumstances.Select((code, bit) => convenant.Vocabulary.Circumstance(code)!.Closes ? 0 : 1 << bit).Sum();
        return convenant.CodesOf("verstrekker").Where(s => view.Allows(view.CellOf(category, nature, s), flags)).Select(s => view.Explain(category, nature, s, flags)).Take(1);
    }

    private sealed record SeenCell(string Party, string Act, string Phase, string Category, string Nature, Answer Answer);
}

/// <summary>A processing in the register.</summary>
/// <param name="Purpose">Code of the purpose: its key in the register.</param>
/// <param name="Parties">Parties that take part in it.</param>
/// <param name="Categories">Categories of data.</param>
/// <param name="Phases">Phases of a case in which it happens.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Retention">The terms after which data are destroyed.</param>
public sealed record Processing(
    string Purpose, IReadOnlyList<string> Parties, IReadOnlyList<ProcessedCategory> Categories, IReadOnlyList<string> Phases, IReadOnlyList<string> Grounds, IReadOnlyList<ParameterDefinition> Retention);

/// <summary>A category of data in a processing.</summary>
/// <param name="Category">Its code.</param>
/// <param name="Natures">The special natures that it can have.</param>
/// <param name="Sees">Parties that can see it in the system.</param>
/// <param name="Receives">Parties to whom it can be handed over.</param>
public sealed record ProcessedCategory(string Category, IReadOnlyList<string> Natures, IReadOnlyList<string> Sees, IReadOnlyList<string> Receives);
