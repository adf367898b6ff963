using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Benchmarks.Questions;

/// <summary>
/// The questions that everyone is asked: drawn with a fixed seed, in the shape of a working day. Most are about seeing an item
/// of the field catalogue by a party that is at the table or weighs, for the purpose the system is for, with most of what the
/// law asks recorded; one in ten is anything at all, so that every rule comes by.
/// </summary>
internal static class QuestionMix
{
    /// <summary>The day of all questions: the peers have no law in time.</summary>
    public static readonly LocalDate Day = new(2026, 11, 2);

    private const int Seed = 20261102;

    /// <summary>How often a circumstance holds in daily work; some only matter where the question has a certain code.</summary>
    private static readonly (string Circumstance, string? When, int Percent)[] Usual =
    [
        ("geautoriseerd", null, 95), ("noodzakelijk", null, 85), ("noodzakelijk_bijzonder", "strafrechtelijk", 70), ("noodzakelijk_bijzonder", "politiek", 70),
        ("noodzakelijk_bijzonder", "gezondheid", 70), ("grondslag_wpg", "politie", 80), ("grondslag_wjsg", "om", 80), ("betrokken", "casusoverleg", 80),
        ("betrokken", "uitvoering", 80), ("geraadpleegd", "weging", 30), ("geraadpleegd", "verzameling", 50), ("ontvanger", "aanmelding", 50),
        ("aanmelder", "aanmelding", 50), ("zwaarwegende_redenen", null, 3),
    ];

    /// <summary>The first questions of the mix.</summary>
    public static IReadOnlyList<Question> Draw(CompiledConvenant convenant, int count)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, count).Select(_ => Chance(random, 10) ? Anything(convenant, random) : DayToDay(convenant, random))];
    }

    private static Question DayToDay(CompiledConvenant convenant, Random random)
    {
        var field = One([.. convenant.Fields.Values], random);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["partij"] = One([.. convenant.GroupOf("partij", Chance(random, 70) ? "drie" : "deelnemers").Order(StringComparer.Ordinal)], random),
            ["handeling"] = Chance(random, 80) ? "raadplegen" : "vastleggen",
            ["doel"] = Chance(random, 95) ? "persoonsgericht" : One(convenant.CodesOf("doel"), random),
            ["fase"] = One(["aanmelding", "weging", "weging", "verzameling", "casusoverleg", "casusoverleg", "uitvoering"], random),
            ["categorie"] = field.Category,
            ["bijzonder"] = field.Nature,
            ["verstrekker"] = One([.. field.Suppliers.Order(StringComparer.Ordinal)], random),
        };
        var holds = Usual.Where(u => (u.When is null || codes.ContainsValue(u.When)) && Chance(random, u.Percent)).Select(u => u.Circumstance);
        return new Question("gegeven", codes, Day, holds.ToHashSet(StringComparer.Ordinal), ["wet"]);
    }

    private static Question Anything(CompiledConvenant convenant, Random random)
    {
        var type = One([.. convenant.Vocabulary.ResourceTypes], random);
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var axis in convenant.Vocabulary.Axes.Where(a => a.ResourceType is null || a.ResourceType == type.Code))
            codes[axis.Name] = One<string>([.. type.Only.TryGetValue(axis.Name, out var only) ? only.Order(StringComparer.Ordinal) : axis.Codes], random);
        return new Question(type.Code, codes, Day, convenant.CodesOf("omstandigheid").Where(_ => Chance(random, 40)).ToHashSet(StringComparer.Ordinal), ["wet"]);
    }

    private static bool Chance(Random random, int percent) => random.Next(100) < percent;

    private static T One<T>(IReadOnlyList<T> from, Random random) => from[random.Next(from.Count)];
}
