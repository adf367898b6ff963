using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.Comparing;

/// <summary>
/// The questions that either side can be asked about one kind of resource. Per axis the codes of both, put together where no
/// rule of either side tells them apart.
/// </summary>
internal sealed class JointDomain
{
    public JointDomain(string type, SideRules before, SideRules after)
    {
        Type = type;
        var names = before.Vocabulary.Axes.Concat(after.Vocabulary.Axes).Select(a => a.Name).Distinct().ToList();
        Axes = [.. names.Select(n => new JointAxis(n, type, before, after)).Where(a => a.Codes.Count > 0)];
    }

    /// <summary>The kind of resource.</summary>
    public string Type { get; }

    public JointAxis[] Axes { get; }

    public ComparedType Compared => new(Type, [.. Axes.Select(a => new ComparedAxis(a.Name, a.Codes))]);
}

/// <summary>One axis as both sides have it.</summary>
internal sealed class JointAxis
{
    /// <summary>The side has no such axis for this kind of resource: its answers do not depend on it.</summary>
    public const int NoAxis = -1;

    /// <summary>The side does not have the code, so it cannot be asked about it and nothing is open.</summary>
    public const int NoCode = -2;

    public JointAxis(string name, string type, SideRules before, SideRules after)
    {
        Name = name;
        var own = Applying(before, name, type);
        var other = Applying(after, name, type);
        Codes = [.. CodesOf(before, own, type).Concat(CodesOf(after, other, type)).Distinct()];
        var classes = new List<(string Key, List<string> Codes, int Before, int After)>();
        foreach (var code in Codes)
        {
            var (valueBefore, valueAfter) = (ValueOf(before, own, type, code), ValueOf(after, other, type, code));
            var key = $"{KeyOf(before, own, valueBefore)}#{KeyOf(after, other, valueAfter)}";
            var known = classes.FindIndex(c => c.Key == key);
            if (known >= 0)
                classes[known].Codes.Add(code);
            else
                classes.Add((key, [code], valueBefore, valueAfter));
        }
        Classes = [.. classes.Select(c => new JointClass(c.Codes, c.Before, c.After))];
    }

    public string Name { get; }

    /// <summary>The codes of either side, those of the side before first.</summary>
    public IReadOnlyList<string> Codes { get; }

    public JointClass[] Classes { get; }

    private static Axis? Applying(SideRules side, string name, string type) =>
        side.Vocabulary.Axis(name) is { } axis && (axis.ResourceType is null || axis.ResourceType == type) ? axis : null;

    private static IEnumerable<string> CodesOf(SideRules side, Axis? axis, string type) =>
        axis is null || side.TypeOf(type) is not { } known ? [] : axis.Codes.Where(c => !known.Only.TryGetValue(axis.Name, out var only) || only.Contains(c));

    private static int ValueOf(SideRules side, Axis? axis, string type, string code)
    {
        if (axis is null)
            return NoAxis;
        return CodesOf(side, axis, type).Contains(code) ? axis.IndexOf(code) : NoCode;
    }

    private static string KeyOf(SideRules side, Axis? axis, int value) =>
        axis is null || value < 0 ? $"{value}" : side.KeyOf(axis, value);
}

/// <summary>Codes that neither side tells apart.</summary>
/// <param name="Codes">The codes.</param>
/// <param name="Before">The number of one of them on the side before, or why there is none.</param>
/// <param name="After">The same on the side after.</param>
internal sealed record JointClass(IReadOnlyList<string> Codes, int Before, int After);
