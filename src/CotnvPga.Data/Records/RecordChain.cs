using CotnvPga.Data.Cases;
using CotnvPga.Domain.Steps;

namespace CotnvPga.Data.Records;

/// <summary>How records of a case hang together: versions of the same one, and what ended it.</summary>
internal static class RecordChain
{
    /// <summary>The newer version, or the record that ended it; what waits about another record ends with that one. Null while it stands.</summary>
    public static T? EndOf<T>(T row, List<T> all, SignalLifecycle lifecycle)
        where T : StukKop =>
        all.Find(o => o.Vervangt == row.Id || (o.Bij == row.Id && Closes(o, lifecycle)))
        ?? (row is { Uiterlijk: not null, Bij: { } about } ? all.Find(o => o.Bij == about && o.Soort != row.Soort && Closes(o, lifecycle)) : null);

    private static bool Closes(StukKop row, SignalLifecycle lifecycle) => lifecycle.Record(row.Soort) is { Closes: true };

    /// <summary>Whether a record that fixes it ended it, or one of its versions.</summary>
    public static bool IsFrozen(StukRow row, List<StukRow> all, SignalLifecycle lifecycle)
    {
        var newest = row;
        while (all.Find(o => o.Vervangt == newest.Id) is { } newer)
            newest = newer;
        return all.Exists(o => o.Bij == newest.Id && lifecycle.Record(o.Soort) is { Freezes: true });
    }
}
