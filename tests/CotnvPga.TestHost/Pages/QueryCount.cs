using System.Collections.Concurrent;
using System.Diagnostics;

namespace CotnvPga.TestHost.Pages;

/// <summary>
/// Counts what this process asks of one database: every command that Npgsql sends, whoever sends it. The tests ask for one page at a
/// time, so that what is counted is that page's.
/// </summary>
public sealed class QueryCount : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<string> _asked = [];

    /// <summary>Begins to count.</summary>
    /// <param name="database">Name of the database.</param>
    public QueryCount(string database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if ((activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name")) as string == database
                    && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string text)
                {
                    _asked.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>What was asked since the last time, in order.</summary>
    public IReadOnlyList<string> Take()
    {
        var asked = new List<string>();
        while (_asked.TryDequeue(out var one))
            asked.Add(one);
        return asked;
    }

    public void Dispose() => _listener.Dispose();
}
