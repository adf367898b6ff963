using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Sharing;

/// <summary>Asks the engine what is open to whom in one situation and was not in another: for every purpose, supplier and role there is.</summary>
internal sealed class OpeningFinder(CompiledConvenant convenant, Edition edition, LocalDate day)
{
    private static readonly Act[] Acts = [Act.Raadplegen, Act.Ontvangen, Act.Deelnemen];

    private readonly ulong _opening = Bits(convenant, [.. convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)]);

    /// <summary>What is open after and was not before.</summary>
    /// <param name="before">The phase before; null when there was no case yet.</param>
    /// <param name="after">The phase after.</param>
    /// <param name="givenBefore">Circumstances that held before.</param>
    /// <param name="givenAfter">Circumstances that hold after.</param>
    /// <param name="parties">The parties to look at; null for all.</param>
    public List<Opening> Between(string? before, string after, IReadOnlyList<string> givenBefore, IReadOnlyList<string> givenAfter, IReadOnlySet<string>? parties)
    {
        var (bitsBefore, bitsAfter) = (Bits(convenant, givenBefore), Bits(convenant, givenAfter));
        return Find(parties, Acts, act => new Situation(after, act, bitsAfter), act => before is null ? null : new Situation(before, act, bitsBefore));
    }

    /// <summary>What is open by one way and by no means by another, in a phase.</summary>
    public List<Opening> OnlyBy(Act way, Act notBy, string phase) =>
        Find(null, [way], act => new Situation(phase, act, _opening), _ => new Situation(phase, notBy, _opening));

    private List<Opening> Find(IReadOnlySet<string>? parties, IReadOnlyList<Act> acts, Func<Act, Situation> after, Func<Act, Situation?> before)
    {
        var found = new List<Opening>();
        foreach (var party in convenant.CodesOf("partij").Where(p => parties?.Contains(p) != false))
        {
            foreach (var act in acts)
            {
                var (categories, grounds) = (new List<string>(), new List<string>());
                foreach (var category in Categories(act))
                {
                    if (Ground(party, category, after(act), before(act)) is not { } ground)
                        continue;
                    if (category is not null)
                        categories.Add(category);
                    grounds.Add(ground);
                }
                if (grounds.Count > 0)
                    found.Add(new Opening(party, act.Code(), categories, [.. grounds.Distinct()]));
            }
        }
        return found;
    }

    /// <summary>The categories of which one can get something; nothing but null for a seat at the table.</summary>
    private IReadOnlyList<string?> Categories(Act act) => act == Act.Deelnemen ? [null] : [.. convenant.CodesOf("categorie")];

    /// <summary>The article that opens it after; null when nothing opens it, or it was open before.</summary>
    private string? Ground(string party, string? category, Situation after, Situation? before)
    {
        var question = Question(party, category, after);
        foreach (var purpose in Values("doel"))
        {
            foreach (var supplier in category is null ? new byte?[] { null } : Values("verstrekker"))
            {
                Tell(question, "doel", purpose);
                if (supplier is { } known)
                    Tell(question, "verstrekker", known);
                if (!IsOpen(question, after, lawAlone: true))
                    continue;
                foreach (var role in Values("rol"))
                {
                    Tell(question, "rol", role);
                    if (IsOpen(question, after) && (before is null || !IsOpen(question, before)) && IsOpen(question, after))
                        return convenant.Decide(question).Grounds[0];
                }
            }
        }
        return null;
    }

    private CodedQuestion Question(string party, string? category, Situation situation)
    {
        var codes = new Dictionary<string, string>
        {
            ["partij"] = party,
            ["handeling"] = situation.Act.Code(),
            ["doel"] = convenant.CodesOf("doel")[0],
            ["fase"] = situation.Phase,
        };
        if (category is not null)
            (codes["categorie"], codes["verstrekker"]) = (category, convenant.CodesOf("verstrekker")[0]);
        return convenant.Code(new Question(category is null ? "overleg" : "gegeven", codes, day, new HashSet<string>(), Edition: edition));
    }

    private bool IsOpen(CodedQuestion question, Situation situation, bool lawAlone = false)
    {
        Tell(question, "fase", (byte)convenant.Vocabulary.Axis("fase")!.IndexOf(situation.Phase));
        Tell(question, "handeling", (byte)convenant.Vocabulary.Axis("handeling")!.IndexOf(situation.Act.Code()));
        question.Circumstances = situation.Given;
        question.Layers = lawAlone ? 1 : convenant.Layers.Count;
        return convenant.Allows(question);
    }

    private IEnumerable<byte?> Values(string axis) =>
        convenant.Vocabulary.Axis(axis) is { } known ? Enumerable.Range(0, known.Values.Count).Select(v => (byte?)v) : [null];

    private void Tell(CodedQuestion question, string axis, byte? value)
    {
        if (value is { } known)
            question.Values[convenant.Vocabulary.Axis(axis)!.Index] = known;
    }

    private static ulong Bits(CompiledConvenant convenant, IReadOnlyList<string> codes) =>
        codes.Aggregate(0UL, (bits, code) => bits | convenant.Vocabulary.Circumstance(code)!.Bit);

    private sealed record Situation(string Phase, Act Act, ulong Given);
}
