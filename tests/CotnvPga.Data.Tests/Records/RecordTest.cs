using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Data.Tests.Records;

/// <summary>What tests of records share.</summary>
public abstract class RecordTest : CaseTest
{
    protected static LocalDate NextMonth { get; } = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(1);

    protected static string Later { get; } = LocalDatePattern.Iso.Format(NextMonth);

    protected IReadOnlyList<Actor> TheThree => [Table.Burgemeester, Table.Politie, Table.Om];

    protected static IEnumerable<string> Fields(Result<MadeRecord> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);

    protected static NewRecord Said(params (string Field, string Answer)[] answers) =>
        new(null, null, answers.GroupBy(a => a.Field).ToDictionary(a => a.Key, IReadOnlyList<string> (a) => [.. a.Select(x => x.Answer)]));

    /// <summary>A row of a field of rows.</summary>
    protected static string Row(params (string Part, string Answer)[] answers) =>
        RecordRow.Write(new SortedDictionary<string, string>(answers.ToDictionary(a => a.Part, a => a.Answer), StringComparer.Ordinal));

    protected Task<Result<MadeRecord>> Make(Actor actor, SignalId id, string kind, NewRecord record) =>
        World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(actor, id, kind, record, default));

    protected Task<Result<RecordsView>> Read(Actor actor, SignalId id) => World.Do<RecordDesk, Result<RecordsView>>(desk => desk.ReadAsync(actor, id, default));

    /// <summary>The three lay down the same.</summary>
    protected async Task<Guid> Together(SignalId id, string kind, NewRecord record)
    {
        Guid? made = null;
        foreach (var actor in TheThree)
            made = TestHost.Cases.CaseTable.Done(await Make(actor, id, kind, record)).Id;
        return made.ShouldNotBeNull();
    }
}
