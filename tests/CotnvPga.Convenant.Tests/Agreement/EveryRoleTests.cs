using System.Collections.Concurrent;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Convenant.Vocabularies;
using NodaTime;
using Xunit.Abstractions;

namespace CotnvPga.Convenant.Tests.Agreement;

/// <summary>
/// Law, model and one local covenant in one period: every cell with every role, under everything, everything but one circumstance, everything but
/// two, and each closing circumstance. Where those agree for formulas without negation, the tables differ from the reading nowhere near the border.
/// </summary>
public sealed class EveryRoleTests(ITestOutputHelper output)
{
    private static readonly CompiledConvenant Convenant = TheConvenant.Loaded;
    private static readonly Vocabulary Words = Convenant.Vocabulary;
    private static readonly LocalDate Day = new(2026, 11, 1);

    private readonly ConcurrentBag<string> _wrong = [];
    private long _cells;
    private long _questions;

    [Fact]
    [Trait("Category", "Lang")]
    public void Tables_and_naive_reading_agree_on_every_cell_and_role_of_a_local_covenant()
    {
        var edition = Convenant.EditionOf("9901", Day);
        edition.Local.ShouldNotBeNull();
        var naive = new NaiveInterpreter(edition.Rules);
        var first = Words.Axes[0];
        foreach (var type in Words.ResourceTypes)
        {
            Parallel.ForEach(first.Codes, new ParallelOptions { MaxDegreeOfParallelism = 2 }, code =>
            {
                var question = new CodedQuestion(Words) { ResourceType = type.Index, Date = Day, Layers = Convenant.Layers.Count, Edition = edition.Index };
                question.Values[0] = (byte)first.IndexOf(code);
                Down(question, type, naive.Begin(Day).Given(first.Name, code), 1);
            });
        }
        output.WriteLine($"{_cells:N0} cells, {_questions:N0} questions");
        _wrong.ShouldBeEmpty();
        _cells.ShouldBe((2_661_120 + 1_008) * (long)Words.Axis("rol")!.Values.Count);
    }

    private void Down(CodedQuestion question, ResourceType type, NaiveReading reading, int axisIndex)
    {
        if (axisIndex == Words.Axes.Count)
        {
            Compare(question, reading);
            return;
        }
        var axis = Words.Axes[axisIndex];
        if (axis.ResourceType is not null && axis.ResourceType != type.Code)
        {
            question.Values[axisIndex] = (byte)axis.Values.Count;
            Down(question, type, reading.CanAllow ? reading.Given(axis.Name, null) : reading, axisIndex + 1);
            return;
        }
        foreach (var code in axis.Codes)
        {
            if (type.Only.TryGetValue(axis.Name, out var only) && !only.Contains(code))
                continue;
            question.Values[axisIndex] = (byte)axis.IndexOf(code);
            // Once no permission is left nothing more need be told: all below is closed.
            Down(question, type, reading.CanAllow ? reading.Given(axis.Name, code) : reading, axisIndex + 1);
        }
    }

    private void Compare(CodedQuestion question, NaiveReading reading)
    {
        Interlocked.Increment(ref _cells);
        var named = reading.CanAllow ? reading.Named().Select(n => Words.Circumstance(n)!).Where(c => !c.Closes).ToList() : [];
        var all = named.Select(c => c.Code).ToHashSet();
        Ask(question, reading, all);
        if (!reading.CanAllow || !reading.Allows(all))
            return;
        for (var i = 0; i < named.Count; i++)
        {
            for (var j = i; j < named.Count; j++)
                Ask(question, reading, all.Where(c => c != named[i].Code && c != named[j].Code).ToHashSet());
        }
        foreach (var closing in Words.Circumstances.Where(c => c.Closes))
            Ask(question, reading, [.. all, closing.Code]);
    }

    private void Ask(CodedQuestion question, NaiveReading reading, HashSet<string> circumstances)
    {
        Interlocked.Increment(ref _questions);
        question.Circumstances = circumstances.Aggregate(0UL, (bits, c) => bits | Words.Circumstance(c)!.Bit);
        if (Convenant.Allows(question) != (reading.CanAllow && reading.Allows(circumstances)))
            _wrong.Add($"{string.Join(' ', question.Values.ToArray())} with {string.Join(' ', circumstances)}");
    }
}
