using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Cli.Convenants;

/// <summary>The answers to one view for every kind of item that there can be.</summary>
/// <param name="Convenant">The convenant that answered.</param>
/// <param name="View">The view.</param>
/// <param name="Cells">Per kind of item its codes, in the order of the vocabulary's item axes, and the answer. One without codes when the act has no items.</param>
internal sealed record VisibilityTable(CompiledConvenant Convenant, ViewQuestion View, IReadOnlyList<VisibilityCell> Cells)
{
    /// <exception cref="ArgumentException">A code is unknown.</exception>
    public static VisibilityTable Of(CompiledConvenant convenant, ViewQuestion view)
    {
        var words = convenant.Vocabulary;
        var type = words.ResourceTypes.FirstOrDefault(t => t.Only.TryGetValue("handeling", out var acts) && acts.Contains(view.Act)) ?? words.ResourceTypes[0];
        var axes = words.ItemAxes.Where(a => a.ResourceType == type.Code).ToList();
        IEnumerable<string[]> kinds = [[]];
        foreach (var axis in axes)
            kinds = kinds.SelectMany(_ => axis.Codes, (before, code) => (string[])[.. before, code]);
        var cells = new List<VisibilityCell>();
        foreach (var codes in kinds)
        {
            var question = new Dictionary<string, string> { ["partij"] = view.Party, ["handeling"] = view.Act, ["doel"] = view.Purpose, ["fase"] = view.Phase };
            if (view.Role is { } role)
                question["rol"] = role;
            for (var i = 0; i < axes.Count; i++)
                question[axes[i].Name] = codes[i];
            cells.Add(new VisibilityCell(codes, convenant.Decide(new Question(type.Code, question, view.Date, view.ViewerCircumstances, view.Layers, view.Edition))));
        }
        return new VisibilityTable(convenant, view, cells);
    }

    /// <summary>Names of the axes of <see cref="VisibilityCell.Codes"/>.</summary>
    public IReadOnlyList<string> AxisNames => [.. Convenant.Vocabulary.ItemAxes.Take(Cells[0].Codes.Length).Select(a => a.Name)];
}

/// <summary>One kind of item with its answer.</summary>
internal sealed record VisibilityCell(string[] Codes, Answer Answer)
{
    /// <summary>What is missing, as text: <c>a + b of c</c>.</summary>
    public string Missing => string.Join(" of ", Answer.Missing.Select(set => string.Join(" + ", set)));
}
