using CotnvPga.Convenant;
using CotnvPga.Domain.Matrix;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Pages.Convenanten;
using CotnvPga.Portal.Shell;
using NodaTime.Text;

namespace CotnvPga.Portal.Mapping;

/// <summary>A matrix in words, with a way to ask about each cell.</summary>
public sealed class MatrixPages(CompiledConvenant convenant, MatrixFinder finder, Words words)
{
    /// <summary>The codes of an axis to choose from.</summary>
    public IReadOnlyList<Choice> Choices(string axis) => [.. convenant.CodesOf(axis).Select(c => new Choice(c, axis == "fase" ? convenant.ShortLabelOf(axis, c) : convenant.LabelOf(axis, c)))];

    /// <summary>The matrix.</summary>
    /// <param name="question">Which one.</param>
    /// <param name="municipality">Where; null for the national covenant alone.</param>
    public MatrixView View(MatrixQuestion question, string? municipality)
    {
        var matrix = finder.Find(question);
        return new MatrixView(
            [.. matrix.Parties.Select(words.Party)],
            [.. matrix.Rows.Select(row => Row(row, question, municipality))],
            [.. matrix.Common.Select(c => convenant.LabelOf("omstandigheid", c))],
            [.. matrix.Conditions.Select((sets, i) => new LegendLine(Letter(i), [.. sets.Select(set => string.Join("; ", set.Select(Statement)))]))]);
    }

    private MatrixRowView Row(MatrixRow row, MatrixQuestion question, string? municipality) => new(
        convenant.LabelOf("categorie", row.Category),
        convenant.Vocabulary.Axis("categorie")!.Find(row.Category)!.Article is { } article ? convenant.Sources.Citation(article) : "",
        [.. row.Cells.Select(cell => Cell(cell, row.Category, question, municipality))]);

    private MatrixCellView Cell(MatrixCell cell, string category, MatrixQuestion question, string? municipality) => new(
        words.Party(cell.Party),
        cell.Kind.Code(),
        cell.Kind switch { CellKind.Ja => "Ja", CellKind.Als => "Als", CellKind.Eigen => "Eigen", _ => "Nee" },
        cell.Condition is { } number ? Letter(number) : "",
        Ask(cell, category, question, municipality));

    private Dictionary<string, string> Ask(MatrixCell cell, string category, MatrixQuestion question, string? municipality)
    {
        var asked = new Dictionary<string, string>
        {
            ["Wie"] = convenant.CodesOf("partij").Contains(cell.Supplier) ? cell.Supplier : cell.Party,
            ["Categorie"] = category,
            ["Bijzonder"] = question.Nature,
            ["Verstrekker"] = cell.Supplier,
            ["Aan"] = cell.Party,
            ["Manier"] = question.Act,
            ["Fase"] = question.Phase,
            ["Doel"] = question.Purpose,
            ["Dag"] = LocalDatePattern.Iso.Format(question.Day),
        };
        if (question.Role is { } role)
            asked["Rol"] = role;
        if (municipality is not null)
            asked["Gemeente"] = municipality;
        return asked;
    }

    private string Statement(string code)
    {
        var label = convenant.LabelOf("omstandigheid", code);
        return $"{char.ToLowerInvariant(label[0])}{label[1..]}";
    }

    private static string Letter(int number)
    {
        const int Alphabet = 26;
        return number < Alphabet ? ((char)('a' + number)).ToString() : Letter((number / Alphabet) - 1) + (char)('a' + (number % Alphabet));
    }
}
