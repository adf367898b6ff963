using CotnvPga.Convenant.Clauses;

namespace CotnvPga.Convenant.Documents;

/// <summary>What stands before the first chapter: warnings, parties, preamble, and how to read the rest.</summary>
internal static class Preamble
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, CovenantText model, DocumentRequest request)
    {
        yield return new Heading(Heading.Part, "Partijen", "partijen") { OnNewPage = true };
        if (model.IsDraft)
            yield return new Banner($"Dit is een {model.Standing}. Er kunnen geen rechten aan worden ontleend; wat de wet zegt, geldt wel.");
        if (request.Edition.Local is null)
            yield return new Banner($"De gemeente {request.Name} heeft geen eigen convenant dat nu geldt. Daarom gelden overal de strengste keuzes. Wilt u anders kiezen, treed dan toe en stel een lokaal convenant vast.");
        yield return new Paragraph("Dit convenant is er voor de volgende partijen. De drie die samen wegen, ondertekenen.");
        yield return Parties(convenant, words);
        yield return new Heading(Heading.Part, "Inleiding", "inleiding");
        yield return new Paragraph(model.Introduction);
        yield return new Paragraph($"{DocumentWords.Running(request.Edition.Local?.RunningCases ?? model.RunningCases)}");
        yield return new Heading(Heading.Part, "Zo leest u dit convenant", "leeswijzer");
        yield return new Bullets(
        [
            "Elk artikel is hard of 'pas toe of leg uit'. Van een hard artikel kan niemand afwijken: het systeem laat het niet toe. Van 'pas toe of leg uit' kunnen de drie samen afwijken als zij vastleggen waarom; dat wordt gemeld in de verantwoording.",
            "Waar de gemeente iets mag kiezen, staat in de tekst wat zij koos. Eronder staan de grenzen en wat geldt als niemand kiest: de strengste keuze.",
            "Bij elk artikel staat waarop het rust, en hoe zeker dat is: vastgesteld (het staat in de bron), afgeleid (de strengste lezing waarmee iedereen zijn taak kan doen) of niet geverifieerd (ons voorstel).",
            "De bijlagen horen bij het convenant. Zij komen uit dezelfde gegevens waarmee het systeem beslist.",
        ]);
    }

    private static Table Parties(CompiledConvenant convenant, DocumentWords words)
    {
        var signing = convenant.GroupOf("partij", "drie");
        var taking = convenant.GroupOf("partij", "deelnemers");
        var axis = convenant.Vocabulary.Axis("partij")!;
        return new Table(
            "Partijen bij dit convenant",
            ["Partij", "Ondertekent", "Grondslag"],
            [.. axis.Values.Where(v => taking.Contains(v.Code)).OrderBy(v => !signing.Contains(v.Code))
                .Select(v => (IReadOnlyList<string>)[v.Label, signing.Contains(v.Code) ? "ja" : "nee", v.Article is { } article ? words.Citations([article]) : "geen"])]);
    }
}
