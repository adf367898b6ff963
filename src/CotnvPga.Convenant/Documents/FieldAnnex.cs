namespace CotnvPga.Convenant.Documents;

/// <summary>The annex with every field that the system knows.</summary>
internal static class FieldAnnex
{
    public static IEnumerable<Block> Blocks(CompiledConvenant convenant, DocumentWords words, int number)
    {
        yield return new Heading(Heading.Part, $"Bijlage {number}. De gegevens", $"bijlage-{number}") { OnNewPage = true };
        yield return new Paragraph("Andere gegevens dan deze kent het systeem niet. De aard is de minst strenge die het gegeven kan hebben; wie het vastlegt, kan een strengere aangeven.");
        foreach (var category in convenant.CodesOf("categorie"))
        {
            var fields = convenant.Fields.Values.Where(f => f.Category == category).ToList();
            if (fields.Count == 0)
                continue;
            yield return new Table(
                convenant.LabelOf("categorie", category),
                ["Gegeven", "Bijzondere aard", "Komt van"],
                [.. fields.Select(f => (IReadOnlyList<string>)[f.Label, words.Name("bijzonder", f.Nature), words.Names("verstrekker", f.Suppliers.ToList())])]);
        }
    }
}
