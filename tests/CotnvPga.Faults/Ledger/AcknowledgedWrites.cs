using System.Collections.Concurrent;
using System.Diagnostics;
using CotnvPga.Faults.Cluster;
using Npgsql;

namespace CotnvPga.Faults.Ledger;

/// <summary>What the portal said that was done, kept outside it, to hold against what the database has.</summary>
internal sealed class AcknowledgedWrites
{
    // The reason of a signal is an item of its own, beside the two that are sent.
    private const int ItemsOfNewSignal = 3;
    private readonly ConcurrentDictionary<Guid, Expected> _cases = [];
    private readonly ConcurrentQueue<TimeSpan> _moments = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private HashSet<Guid> _before = [];
    private int _count;

    /// <summary>Time since the ledger was opened.</summary>
    public TimeSpan Now => _clock.Elapsed;

    /// <summary>How many writes were acknowledged.</summary>
    public int Count => _count;

    /// <summary>Remembers which cases were there already.</summary>
    public async Task OpenAsync(ClusterFolder cluster) => _before = [.. (await ReadAsync(cluster)).Keys];

    /// <summary>A write was acknowledged.</summary>
    public void Add(Write write, Guid about)
    {
        var expected = _cases.GetOrAdd(about, _ => new Expected());
        switch (write.Kind)
        {
            case WriteKind.Signal:
                Interlocked.Increment(ref expected.Signals);
                break;
            case WriteKind.Item:
                Interlocked.Increment(ref expected.Items);
                break;
            case WriteKind.Step:
                Interlocked.Increment(ref expected.Steps);
                break;
            default:
                throw new InvalidOperationException($"Nobody counts {write.Kind}.");
        }
        Interlocked.Increment(ref _count);
        _moments.Enqueue(_clock.Elapsed);
    }

    /// <summary>The longest time between two acknowledgements, of which the later one came after this moment.</summary>
    public TimeSpan LongestGapSince(TimeSpan moment)
    {
        var moments = _moments.Order().ToList();
        return moments.Zip(moments.Skip(1)).Where(pair => pair.Second > moment).Select(pair => pair.Second - pair.First).DefaultIfEmpty(TimeSpan.Zero).Max();
    }

    /// <summary>Holds the ledger against the database. Nobody may be writing.</summary>
    public async Task<Comparison> CompareAsync(ClusterFolder cluster)
    {
        var found = await ReadAsync(cluster);
        var (lost, doubled) = (0, 0);
        foreach (var (id, expected) in _cases)
        {
            if (!found.Remove(id, out var there))
            {
                lost += 1 + expected.Items + expected.Steps;
                continue;
            }
            // Two acknowledgements of one signal mean that two were asked and one was made.
            lost += Math.Max(0, expected.Signals - 1);
            Tell(there.Items - ItemsOfNewSignal - expected.Items);
            Tell(there.Steps - expected.Steps);
        }
        // Every key was sent until it was acknowledged, so a case that nobody was told of was made by a second sending.
        doubled += found.Keys.Count(id => !_before.Contains(id));
        return new Comparison(_count, lost, doubled);

        void Tell(int difference)
        {
            lost += Math.Max(0, -difference);
            doubled += Math.Max(0, difference);
        }
    }

    private static async Task<Dictionary<Guid, (int Items, int Steps)>> ReadAsync(ClusterFolder cluster)
    {
        await using var connection = new NpgsqlConnection(cluster.PrimaryConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select s.id, coalesce(g.aantal, 0)::int, coalesce(t.aantal, 0)::int from zaak.signaal s
            left join (select signaal_id, count(*) as aantal from zaak.gegeven group by 1) g on g.signaal_id = s.id
            left join (select signaal_id, count(*) as aantal from zaak.stap group by 1) t on t.signaal_id = s.id
            """, connection)
        { CommandTimeout = 120 };
        await using var rows = await command.ExecuteReaderAsync();
        var found = new Dictionary<Guid, (int, int)>();
        while (await rows.ReadAsync())
            found[rows.GetGuid(0)] = (rows.GetInt32(1), rows.GetInt32(2));
        return found;
    }

    private sealed class Expected
    {
        public int Signals;
        public int Items;
        public int Steps;
    }
}

/// <summary>What came of holding the ledger against the database.</summary>
/// <param name="Acknowledged">How many writes had been acknowledged.</param>
/// <param name="Lost">How many of them are not there.</param>
/// <param name="Doubled">How many are there more often than they were asked.</param>
internal sealed record Comparison(int Acknowledged, int Lost, int Doubled)
{
    public bool IsWhole => Lost == 0 && Doubled == 0;
}
