using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Convenant.Vocabularies;
using Xunit.Abstractions;

namespace CotnvPga.Convenant.Tests.Agreement;

/// <summary>
/// The compiled tables of law, model and local covenants and the naive reading agree: on a large sample over every axis, role, edition and period.
/// </summary>
public sealed class LayersAgreementTests(ITestOutputHelper output)
{
    private const int Views = 2_400;
    private const int Items = 25;
    private const int Circumstances = 5;

    /// <summary>How many circumstances that are not given may be named before trying every set of them takes too long.</summary>
    private const int MostTried = 6;

    private const int MostDrawn = 5;

    private static readonly CompiledConvenant Convenant = TheConvenant.Loaded;

    [Fact]
    public void Tables_and_naive_reading_agree_on_a_sample_of_every_layer()
    {
        var tallies = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(2).Select(part => new Sample(part).Draw(Views / 8)).ToList();
        var (asked, open, conditional, sets) = (tallies.Sum(t => t.Asked), tallies.Sum(t => t.Open), tallies.Sum(t => t.Conditional), tallies.Sum(t => t.Sets));
        output.WriteLine($"{asked:N0} questions, {open:N0} visible, {conditional:N0} conditional, of {sets:N0} also what is missing");
        tallies.SelectMany(t => t.Wrong).ShouldBeEmpty();
        asked.ShouldBe(Views * Items * Circumstances);
        // A sample of closed cells would prove little.
        open.ShouldBeGreaterThan(asked / 100);
        conditional.ShouldBeGreaterThan(asked / 100);
        sets.ShouldBeGreaterThan(asked / 200);
    }

    /// <summary>One part of the sample, with a seed of its own.</summary>
    private sealed class Sample(int seed)
    {
        private readonly RandomCells _cells = new(seed);

        public int Asked { get; private set; }

        public int Open { get; private set; }

        public int Conditional { get; private set; }

        public int Sets { get; private set; }

        public List<string> Wrong { get; } = [];

        public Sample Draw(int views)
        {
            for (var i = 0; i < views; i++)
                View();
            return this;
        }

        private void View()
        {
            var (type, edition) = (_cells.Type(), Convenant.Editions[_cells.Edition()]);
            var codes = new Dictionary<string, string>();
            var (day, shared) = Likely(() =>
            {
                var day = _cells.Day();
                return (day, Told(new NaiveInterpreter(edition.Rules).Begin(day), RandomCells.Shared, type, codes));
            }, drawn => drawn.Item2.CanAllow);
            for (var i = 0; i < Items; i++)
            {
                var reading = Likely(() => Told(shared, RandomCells.Varying, type, codes), told => told.CanAllow);
                for (var given = 0; given < Circumstances; given++)
                    Compare(reading, new Question(type.Code, codes, day, _cells.Circumstances(), Edition: edition));
            }
        }

        /// <summary>Draws a few times for one about which a permission speaks: most of the domain is closed by the law, and says little of the layers.</summary>
        private static T Likely<T>(Func<T> draw, Func<T, bool> speaks)
        {
            var drawn = draw();
            for (var again = 0; again < MostDrawn && !speaks(drawn); again++)
                drawn = draw();
            return drawn;
        }

        private NaiveReading Told(NaiveReading reading, Axis[] axes, ResourceType type, Dictionary<string, string> codes)
        {
            foreach (var axis in axes)
            {
                var code = _cells.Code(axis, type);
                reading = reading.Given(axis.Name, code);
                if (code is null)
                    codes.Remove(axis.Name);
                else
                    codes[axis.Name] = code;
            }
            return reading;
        }

        private void Compare(NaiveReading reading, Question question)
        {
            Asked++;
            var everything = question.Circumstances.Concat(Convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)).ToHashSet();
            var expected = reading.Allows(question.Circumstances) ? Outcome.Zichtbaar : reading.Allows(everything) ? Outcome.Voorwaardelijk : Outcome.Afgeschermd;
            var coded = Convenant.Code(question);
            var cells = Convenant.Decider.Cells(coded);
            var missing = Convenant.Decider.Missing(coded.Edition, cells, coded.Circumstances);
            var outcome = missing is null ? Outcome.Afgeschermd : missing is [0] ? Outcome.Zichtbaar : Outcome.Voorwaardelijk;
            if (outcome != expected || Convenant.Allows(coded) != (expected == Outcome.Zichtbaar))
                Wrong.Add($"{outcome} is {expected}: {Text(question)}");
            if (expected == Outcome.Zichtbaar)
                Open++;
            if (expected != Outcome.Voorwaardelijk)
                return;
            Conditional++;
            if (reading.Named().Count(c => !question.Circumstances.Contains(c)) > MostTried)
                return;
            Sets++;
            var sets = Convenant.Decide(question).Missing.Select(s => string.Join('+', s));
            if (!sets.SequenceEqual(reading.Answer(question.Circumstances).Missing.Select(s => string.Join('+', s))))
                Wrong.Add($"misses other sets: {Text(question)}");
        }

        private static string Text(Question question) =>
            $"{question.ResourceType} {string.Join(' ', question.Codes.Values)} {question.Date:yyyy-MM-dd} '{question.Edition!.Key}' [{string.Join(' ', question.Circumstances)}]";
    }
}
