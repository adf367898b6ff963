using CotnvPga.Convenant.Deciding;
using CsCheck;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>
/// What the properties share: how often they are tried, in the fast suite and in the long one, and that a failure prints the shrunk rule data
/// with the question that shows it.
/// </summary>
public abstract class LayeredProperty
{
    internal const int Few = 100;
    internal const int Many = 6_000;
    internal const int QuestionsEach = 40;

    /// <summary>Tries a law of the engine on random convenants.</summary>
    internal static void Holds<T>(Gen<T> cases, int tries, Func<T, string> print, Action<T> law) =>
        cases.Sample(law, iter: tries, threads: 1, print: print);

    internal static void Holds(int tries, Action<RandomLayers> law) => Holds(LayeredGen.Layers, tries, c => c.ToString(), law);

    /// <summary>The question in every edition, under every number of layers.</summary>
    internal static IEnumerable<Question> Everywhere(CompiledConvenant convenant, Question question) =>
        from edition in convenant.Editions
        from layers in Enumerable.Range(1, convenant.Layers.Count)
        select question with { Edition = edition, Layers = [.. convenant.Layers.Take(layers)] };

    /// <summary>Asks both convenants every question, in the editions of the same name, and says where the second opens what the first closes.</summary>
    internal static void NeverOpens(RandomLayers wide, CompiledConvenant before, CompiledConvenant after)
    {
        foreach (var asked in LayeredQuestions.Of(wide, QuestionsEach))
        {
            foreach (var edition in before.Editions)
            {
                var question = asked with { Edition = edition };
                var same = asked with { Edition = after.Editions[edition.Index] };
                same.Edition!.Key.ShouldBe(edition.Key);
                if (!before.Decide(question).Decision)
                    after.Decide(same).Decision.ShouldBeFalse(question.Words());
            }
        }
    }
}
