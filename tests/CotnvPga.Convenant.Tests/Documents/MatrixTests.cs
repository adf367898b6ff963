using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Documents;
using CotnvPga.Convenant.Naive;

namespace CotnvPga.Convenant.Tests.Documents;

/// <summary>The matrix on paper says what the naive reading of the rules says.</summary>
public sealed class MatrixTests
{
    [Theory]
    [MemberData(nameof(Municipal.All), MemberType = typeof(Municipal))]
    public void A_dash_means_that_no_supplier_brings_it_and_a_letter_that_some_supplier_does(string code)
    {
        var convenant = TheConvenant.Loaded;
        var request = Municipal.Request(code);
        var naive = new NaiveInterpreter(request.Edition.Rules);
        var everything = convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code).ToHashSet();
        var table = Municipal.Document(code).Blocks.OfType<Table>().First(t => t.NarrowColumns > 0);
        var categories = convenant.CodesOf("categorie");
        var told = new Dictionary<(string Party, string Phase, string Category), string>();
        foreach (var row in table.Rows)
        {
            foreach (var (party, phase) in from p in Codes("partij", row[0]) from f in Codes("fase", row[1]) select (p, f))
            {
                for (var i = 0; i < categories.Count; i++)
                    told.Add((party, phase, categories[i]), row[i + 2]);
            }
        }

        foreach (var party in convenant.CodesOf("partij"))
        {
            foreach (var (phase, category) in from f in convenant.CodesOf("fase") from c in categories select (f, c))
            {
                var opens = convenant.CodesOf("verstrekker").Any(supplier => naive.Decide(new Question(
                    "gegeven",
                    new Dictionary<string, string> { ["partij"] = party, ["handeling"] = "raadplegen", ["doel"] = "persoonsgericht", ["fase"] = phase, ["categorie"] = category, ["verstrekker"] = supplier },
                    Municipal.Day, everything)).Outcome == Outcome.Zichtbaar);
                (told.GetValueOrDefault((party, phase, category), "–") != "–").ShouldBe(opens, $"{party} {phase} {category}");
            }
        }
    }

    private static List<string> Codes(string axis, string names) => names == "alle"
        ? [.. TheConvenant.Loaded.CodesOf(axis)]
        : [.. TheConvenant.Loaded.CodesOf(axis).Where(c => names.Split(", ").Contains(TheConvenant.Loaded.ShortLabelOf(axis, c)))];
}
