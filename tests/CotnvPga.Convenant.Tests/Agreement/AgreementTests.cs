using System.Collections.Concurrent;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;
using Xunit.Abstractions;

namespace CotnvPga.Convenant.Tests.Agreement;

/// <summary>
/// The compiled table of the law and the naive reading agree on every cell of every period, under every subset of the circumstances
/// that any rule of that cell names, and of the closing ones.
/// </summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private static readonly CompiledConvenant Convenant = TheConvenant.Loaded;
    private static readonly Vocabulary Words = Convenant.Vocabulary;

    public static TheoryData<string> Days()
    {
        var data = new TheoryData<string> { "2016-05-01" };
        foreach (var day in Words.Periods)
            data.Add(day.ToString("yyyy-MM-dd", null));
        return data;
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Table_and_naive_reading_agree_on_every_cell(string day)
    {
        var date = NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value;
        var naive = new NaiveInterpreter(Convenant.Editions[0].Rules);
        var tally = new Tally();
        foreach (var type in Words.ResourceTypes)
        {
            var first = Words.Axes[0];
            Parallel.ForEach(Codes(first, type), code =>
                new Sweep(type, date, tally).Down(naive.Begin(date, ["wet"]).Given(first.Name, code), 1, first.IndexOf(code!)));
        }
        output.WriteLine($"{day}: {tally.Cells:N0} cells, {tally.Open:N0} not empty, {tally.Patterns.Count} patterns, {tally.Questions:N0} questions");
        tally.Wrong.ShouldBeEmpty();
        tally.Cells.ShouldBe(2_661_120 + 1_008);
        if (date >= new LocalDate(2025, 7, 1))
            tally.Open.ShouldBe(48_450 + 26);
    }

    private static IEnumerable<string?> Codes(Axis axis, ResourceType type)
    {
        if (axis.ResourceType is not null && axis.ResourceType != type.Code)
            return [null];
        // The law knows nothing of roles.
        if (axis.FromLayer is not null)
            return [axis.Values[axis.Default!.Value].Code];
        return axis.Codes.Where(c => !type.Only.TryGetValue(axis.Name, out var only) || only.Contains(c));
    }

    private sealed class Tally
    {
        public long Cells;
        public long Open;
        public long Questions;
        public ConcurrentDictionary<string, bool> Patterns { get; } = new();
        public ConcurrentBag<string> Wrong { get; } = [];
    }

    /// <summary>One branch of the domain, axis by axis.</summary>
    private sealed class Sweep(ResourceType type, LocalDate date, Tally tally)
    {
        private readonly CodedQuestion _question = new(Words) { ResourceType = type.Index, Date = date, Layers = 1 };
        private readonly Dictionary<ulong, SubsetsOf> _subsets = [];

        public void Down(NaiveReading reading, int axisIndex, int previousValue)
        {
            Tell(axisIndex - 1, previousValue);
            if (!reading.CanAllow)
            {
                Closed(axisIndex);
                return;
            }
            if (axisIndex == Words.Axes.Count)
            {
                Compare(reading);
                return;
            }
            var axis = Words.Axes[axisIndex];
            foreach (var code in Codes(axis, type))
                Down(reading.Given(axis.Name, code), axisIndex + 1, code is null ? -1 : axis.IndexOf(code));
        }

        /// <summary>No permission is left, so every cell below must be closed under whatever circumstances.</summary>
        private void Closed(int axisIndex)
        {
            if (axisIndex == Words.Axes.Count)
            {
                Interlocked.Increment(ref tally.Cells);
                if (!Array.Exists(Convenant.Decider.Cells(_question), c => c.IsClosed))
                    tally.Wrong.Add($"{date} {string.Join(' ', _question.Values.ToArray())} is not closed");
                return;
            }
            var axis = Words.Axes[axisIndex];
            foreach (var code in Codes(axis, type))
            {
                Tell(axisIndex, code is null ? -1 : axis.IndexOf(code));
                Closed(axisIndex + 1);
            }
        }

        private void Tell(int axisIndex, int value) =>
            _question.Values[axisIndex] = (byte)(value < 0 ? Words.Axes[axisIndex].Values.Count : value);

        private void Compare(NaiveReading reading)
        {
            var named = reading.Named();
            var key = 0UL;
            foreach (var code in named)
                key |= Words.Circumstance(code)!.Bit;
            if (!_subsets.TryGetValue(key, out var subsets))
                _subsets[key] = subsets = new SubsetsOf(named);
            var truth = subsets.Truth(reading);
            var cells = Convenant.Decider.Cells(_question);
            var open = truth.Contains(true);
            for (var i = 0; i < truth.Length; i++)
            {
                _question.Circumstances = subsets.Bits[i];
                var agree = Convenant.Allows(_question) == truth[i]
                    && SameSets(Convenant.Decider.Missing(0, cells, subsets.Bits[i]), open ? subsets.Missing(truth, i) : []);
                if (!agree)
                    tally.Wrong.Add($"{date} {string.Join(' ', _question.Values.ToArray())} with {subsets.Bits[i]:x}");
            }
            Interlocked.Increment(ref tally.Cells);
            Interlocked.Add(ref tally.Questions, truth.Length);
            if (!open)
                return;
            Interlocked.Increment(ref tally.Open);
            tally.Patterns.TryAdd(cells[0].Pattern, true);
        }

        private static bool SameSets(List<ulong>? compiled, List<ulong> naive)
        {
            if (compiled is null)
                return naive.Count == 0;
            return compiled.Count == naive.Count && compiled.TrueForAll(naive.Contains);
        }
    }
}
