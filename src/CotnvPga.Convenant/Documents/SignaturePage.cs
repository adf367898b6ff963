namespace CotnvPga.Convenant.Documents;

/// <summary>The page on which the three sign.</summary>
internal static class SignaturePage
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, DocumentRequest request)
    {
        var signing = convenant.GroupOf("partij", "drie");
        yield return new Heading(Heading.Part, "Ondertekening", "ondertekening") { OnNewPage = true };
        yield return new Paragraph($"De partijen verklaren dat zij in de gemeente {request.Name} werken volgens dit convenant met zijn bijlagen, in de versie met vingerafdruk {convenant.Hash}.");
        yield return new Paragraph("Wie namens een ander ondertekent, noemt bij 'mandaat' het besluit waarin dat staat.");
        yield return new Table(
            "Ondertekening door de drie partijen",
            ["Partij", "Naam", "Functie en mandaat", "Plaats en datum", "Handtekening"],
            [.. convenant.CodesOf("partij").Where(signing.Contains).Select(p => (IReadOnlyList<string>)[DocumentWords.UpperFirst(words.Name("partij", p)), "", "", "", ""])])
        { ToWriteIn = true };
    }
}
