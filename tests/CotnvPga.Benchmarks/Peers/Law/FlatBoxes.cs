namespace CotnvPga.Benchmarks.Peers.Law;

/// <summary>Writes a scope as plain boxes: what is taken out of a box leaves at most one box per attribute that the exception names.</summary>
internal static class FlatBoxes
{
    public static IReadOnlyList<PeerBox> Of(Scope scope, LawForPeers law)
    {
        var boxes = scope.Boxes.ToList();
        foreach (var except in scope.Except.SelectMany(e => Of(e, law)))
            boxes = [.. boxes.SelectMany(box => Without(box, except, law))];
        return boxes;
    }

    private static IEnumerable<PeerBox> Without(PeerBox box, PeerBox except, LawForPeers law)
    {
        var rest = new Dictionary<string, IReadOnlyList<string>>(box.Attributes, StringComparer.Ordinal);
        foreach (var attribute in law.Attributes.Where(except.Attributes.ContainsKey))
        {
            var mine = rest.GetValueOrDefault(attribute) ?? law.ValuesOf(attribute);
            var theirs = except.Attributes[attribute];
            string[] outside = [.. mine.Where(v => !theirs.Contains(v))];
            if (outside.Length > 0)
                yield return new PeerBox(new Dictionary<string, IReadOnlyList<string>>(rest, StringComparer.Ordinal) { [attribute] = outside });
            string[] inside = [.. mine.Where(theirs.Contains)];
            if (inside.Length == 0)
                yield break;
            rest[attribute] = inside;
        }
    }
}
