using System.Globalization;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Compares two convenants, or two days or municipalities of one, over every question that either can be asked.</summary>
public static class Comparison
{
    /// <summary>Everything that differs.</summary>
    public static Difference Of(ComparedSide before, ComparedSide after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (new SideRules(before.Edition.Rules, before.Day), new SideRules(after.Edition.Rules, after.Day));
        var types = old.Vocabulary.ResourceTypes.Concat(now.Vocabulary.ResourceTypes).Select(t => t.Code).Distinct();
        var domains = types.Select(t => new JointDomain(t, old, now)).ToList();
        var closings = new JointClosings(old, now);
        return new Difference(
            before,
            after,
            [.. domains.Select(d => d.Compared)],
            [.. WordChanges.Between(old.Vocabulary, now.Vocabulary)],
            [.. TextChanges.Terms(before, after)],
            [.. TextChanges.Clauses(before, after)],
            [.. domains.SelectMany(d => new Sweep(d, old, now, closings).Changes())]);
    }

    /// <summary>One walk over all questions about one kind of resource.</summary>
    private sealed class Sweep(JointDomain domain, SideRules old, SideRules now, JointClosings closings)
    {
        private readonly SideWalk _before = new(old, domain);
        private readonly SideWalk _after = new(now, domain);
        private readonly int[] _cell = new int[domain.Axes.Length];
        private readonly Dictionary<string, int> _pairs = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _byContent = new(StringComparer.Ordinal);
        private readonly List<(SideCell Before, SideCell After, IReadOnlyList<Cause> Causes, List<int[]> Cells)> _changes = [];

        public IEnumerable<ChangeGroup> Changes()
        {
            Down(0);
            foreach (var (before, after, causes, cells) in _changes)
            {
                var boxes = new BoxMerging(domain.Axes.Length).Merge(cells)
                    .Select(box => new ChangedBox([.. domain.Axes.Select((axis, i) => new ComparedAxis(axis.Name, CodesOf(axis, box[i])))]));
                yield return new ChangeGroup(domain.Type, before.Openings, after.Openings, causes, [.. boxes]);
            }
        }

        private void Down(int depth)
        {
            // Where nothing can open on either side any more, nothing can differ.
            if (!_before.CanOpen(depth) && !_after.CanOpen(depth))
                return;
            if (depth == domain.Axes.Length)
            {
                Compare(depth);
                return;
            }
            var axis = domain.Axes[depth];
            for (var c = 0; c < axis.Classes.Length; c++)
            {
                _cell[depth] = c;
                _before.Tell(depth, axis.Name, axis.Classes[c].Before);
                _after.Tell(depth, axis.Name, axis.Classes[c].After);
                Down(depth + 1);
            }
            _before.Forget(axis.Name);
            _after.Forget(axis.Name);
        }

        private void Compare(int depth)
        {
            var unknown = _before.IsAskable(depth) && _after.IsAskable(depth) ? "" : UnknownWord();
            var key = $"{Key(_before, old, depth)}#{Key(_after, now, depth)}#{unknown}";
            if (!_pairs.TryGetValue(key, out var change))
                _pairs[key] = change = ChangeOf(depth, unknown);
            if (change >= 0)
                _changes[change].Cells.Add([.. _cell]);
        }

        /// <summary>The number of the change that this pair of cells is; -1 when both say the same.</summary>
        private int ChangeOf(int depth, string unknown)
        {
            var before = CellOf(_before, old, depth);
            var after = CellOf(_after, now, depth);
            if (before.Openings.Equals(after.Openings))
                return -1;
            var causes = Causes.Of(before, after, unknown);
            var content = $"{before.Openings}#{after.Openings}#{string.Join(' ', causes.Select(c => $"{c.Kind}:{c.Rule?.Id}{c.Word}"))}";
            if (!_byContent.TryGetValue(content, out var number))
            {
                _byContent[content] = number = _changes.Count;
                _changes.Add((before, after, causes, []));
            }
            return number;
        }

        private SideCell CellOf(SideWalk walk, SideRules side, int depth) =>
            new(side, walk.IsAskable(depth) ? [.. side.Layers.Select((_, l) => walk.Speaking(depth, l))] : null, closings);

        private static string Key(SideWalk walk, SideRules side, int depth) =>
            walk.IsAskable(depth) ? string.Join(',', side.Layers.Select((_, l) => walk.NumberOf(depth, l).ToString(CultureInfo.InvariantCulture))) : "";

        private string UnknownWord()
        {
            for (var i = 0; i < _cell.Length; i++)
            {
                var found = domain.Axes[i].Classes[_cell[i]];
                if (found.Before == JointAxis.NoCode || found.After == JointAxis.NoCode)
                    return $"{domain.Axes[i].Name} {string.Join(", ", found.Codes)}";
            }
            return $"soort {domain.Type}";
        }

        private static List<string> CodesOf(JointAxis axis, IReadOnlyList<int> classes)
        {
            var codes = classes.SelectMany(c => axis.Classes[c].Codes).ToHashSet(StringComparer.Ordinal);
            return [.. axis.Codes.Where(codes.Contains)];
        }
    }
}
