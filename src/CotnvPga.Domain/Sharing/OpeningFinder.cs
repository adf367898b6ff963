using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Sharing;

/// <summary>Asks the engine what is open to whom in one situation and was not in another.</summary>
internal sealed class OpeningFinder(CompiledConvenant convenant, LocalDate day)
{
    private static readonly HashSet<string> Nothing = [];
    private static readonly Act[] Acts = [Act.Raadplegen, Act.Ontvangen, Act.Deelnemen];

    /// <summary>What is open after and was not before.</summary>
    /// <param name="before">The phase before; null when there was no case yet.</param>
    /// <param name="after">The phase after.</param>
    /// <param name="givenBefore">Circumstances that held before.</param>
    /// <param name="givenAfter">Circumstances that hold after.</param>
    /// <param name="parties">The parties to look at; null for all.</param>
    public List<Opening> Between(string? before, string after, IReadOnlyList<string> givenBefore, IReadOnlyList<string> givenAfter, IReadOnlySet<string>? parties)
    {
        var (bitsBefore, bitsAfter) = (givenBefore.ToHashSet(), givenAfter.ToHashSet());
        return Find(
            parties,
            Acts,
            question => With(question, after, bitsAfter),
            question => before is not null && IsOpen(With(question, before, bitsBefore)));
    }

    /// <summary>What is open by one way and by no means by another, in a phase.</summary>
    public List<Opening> OnlyBy(Act way, Act notBy, string phase)
    {
        var given = convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code).ToHashSet();
        return Find(
            null,
            [way],
            question => With(question, phase, given),
            question => IsOpen(With(Instead(question, notBy), phase, given)));
    }

    private List<Opening> Find(IReadOnlySet<string>? parties, IReadOnlyList<Act> acts, Func<Question, Question> after, Func<Question, bool> wasOpen)
    {
        var found = new List<Opening>();
        foreach (var party in convenant.CodesOf("partij").Where(p => parties?.Contains(p) != false))
        {
            foreach (var act in acts)
            {
                var (categories, grounds) = (new List<string>(), new List<string>());
                foreach (var (category, questions) in Questions(party, act))
                {
                    if (questions.FirstOrDefault(q => IsOpen(after(q)) && !wasOpen(q)) is not { } opened)
                        continue;
                    categories.Add(category);
                    grounds.Add(convenant.Decide(after(opened)).Grounds[0]);
                }
                if (categories.Count > 0)
                    found.Add(new Opening(party, act.Code(), act == Act.Deelnemen ? [] : categories, [.. grounds.Distinct()]));
            }
        }
        return found;
    }

    private bool IsOpen(Question question) => convenant.Allows(convenant.Code(question));

    /// <summary>Per category every purpose and supplier there is; a seat has no category.</summary>
    private IEnumerable<(string Category, IEnumerable<Question> Questions)> Questions(string party, Act act)
    {
        var purposes = convenant.CodesOf("doel");
        if (act == Act.Deelnemen)
            return [("", purposes.Select(purpose => new Question("overleg", Codes(party, act, purpose), day, Nothing)))];
        return convenant.CodesOf("categorie").Select(category => (
            category,
            from purpose in purposes
            from supplier in convenant.CodesOf("verstrekker")
            select new Question("gegeven", new Dictionary<string, string>(Codes(party, act, purpose)) { ["categorie"] = category, ["verstrekker"] = supplier }, day, Nothing)));
    }

    private static Dictionary<string, string> Codes(string party, Act act, string purpose) =>
        new() { ["partij"] = party, ["handeling"] = act.Code(), ["doel"] = purpose, ["fase"] = "" };

    private static Question With(Question question, string phase, HashSet<string> given) =>
        question with { Codes = new Dictionary<string, string>(question.Codes) { ["fase"] = phase }, Circumstances = given };

    private static Question Instead(Question question, Act act) =>
        question with { Codes = new Dictionary<string, string>(question.Codes) { ["handeling"] = act.Code() } };
}
