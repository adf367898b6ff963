using CotnvPga.Convenant.Comparing;

namespace CotnvPga.Convenant.Documents;

/// <summary>One matrix: parties and phases down, categories across, for items without a special nature.</summary>
internal static class VisibilityMatrix
{
    public const string ByRole = "¹";
    public const string BySupplier = "²";

    /// <summary>The matrix for a purpose and act; null when nothing is ever open.</summary>
    public static Table? Of(CompiledConvenant convenant, DocumentWords words, DocumentRequest request, string purpose, string act, Letters letters)
    {
        var sight = new Sight(convenant, request, purpose, act);
        var categories = convenant.CodesOf("categorie");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var party in convenant.CodesOf("partij"))
        {
            sight.Tell(sight.Axis("partij"), party);
            var byPhase = new List<(string Phase, string Cells)>();
            foreach (var phase in convenant.CodesOf("fase"))
            {
                sight.Tell(sight.Axis("fase"), phase);
                var cells = categories.Select(category => Cell(convenant, sight, category, letters)).ToList();
                if (cells.Exists(c => c != "–"))
                    byPhase.Add((phase, string.Join('\t', cells)));
            }
            rows.AddRange(byPhase.GroupBy(p => p.Cells).Select(same => (IReadOnlyList<string>)
                [words.Name("partij", party), words.Names("fase", [.. same.Select(p => p.Phase)]), .. same.Key.Split('\t')]));
        }
        return rows.Count == 0 ? null : new Table(
            $"{convenant.LabelOf("doel", purpose)}: wie mag wat {convenant.Vocabulary.Axis("handeling")!.Find(act)!.Phrase}",
            ["Partij", "Fase", .. categories.Select(c => words.Name("categorie", c))],
            rows) { NarrowColumns = categories.Count };
    }

    private static string Cell(CompiledConvenant convenant, Sight sight, string category, Letters letters)
    {
        sight.Tell(sight.Axis("categorie"), category);
        var found = new List<(string Role, string Supplier, Openings Openings)>();
        foreach (var role in convenant.CodesOf("rol"))
        {
            sight.Tell(sight.Axis("rol"), role);
            foreach (var supplier in convenant.CodesOf("verstrekker"))
            {
                sight.Tell(sight.Axis("verstrekker"), supplier);
                found.Add((role, supplier, sight.Openings()));
            }
        }
        sight.Forget(sight.Axis("rol"));
        var distinct = found.Select(f => f.Openings).Distinct().ToList();
        if (distinct.Count == 1)
            return letters.Of(distinct[0]);
        var marks = (Varies(found.GroupBy(f => f.Supplier)) ? ByRole : "") + (Varies(found.GroupBy(f => f.Role)) ? BySupplier : "");
        return string.Join(" ", distinct.Select(letters.Of).OrderBy(l => l == "–")) + marks;
    }

    private static bool Varies(IEnumerable<IGrouping<string, (string Role, string Supplier, Openings Openings)>> groups) =>
        groups.Any(g => g.Select(f => f.Openings).Distinct().Skip(1).Any());
}
