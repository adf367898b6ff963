namespace CotnvPga.Domain.LogChain;

/// <summary>
/// Reads the log from its beginning, once, and holds it against checkpoints of before. Knows nothing but what it is given: whoever runs it
/// needs no database, only the log as it was written out, the checkpoints and the public key.
/// </summary>
public sealed class ChainVerifier
{
    private const int MostTold = 1_000;

    private readonly Queue<Checkpoint> _ahead;
    private readonly MerkleFrontier _tree = new();
    private readonly List<ChainFinding> _findings = [];
    private byte[] _link = ChainLink.Beginning;
    private long _next;

    /// <param name="checkpoints">Checkpoints of before, in any order; their signatures were looked at.</param>
    public ChainVerifier(IEnumerable<Checkpoint> checkpoints) => _ahead = new(checkpoints.OrderBy(c => c.Size));

    /// <summary>What was found, at most a thousand; see <see cref="Found"/> for how many there are.</summary>
    public IReadOnlyList<ChainFinding> Findings => _findings;

    /// <summary>How many things were found.</summary>
    public long Found { get; private set; }

    /// <summary>How many leaves were read.</summary>
    public long Read => _tree.Size;

    /// <summary>How many lines wait for their place; that is no finding.</summary>
    public long Waiting { get; private set; }

    /// <summary>How many checkpoints agreed.</summary>
    public int Agreed { get; private set; }

    /// <summary>Reads the next leaf.</summary>
    public void Add(ChainLeaf leaf)
    {
        Compare();
        if (leaf.Number != _next)
            Tell(ChainFault.Nummer, leaf, $"op de plaats van {_next}");
        _next = leaf.Number + 1;
        if (leaf.Words.IsEmpty)
            Tell(ChainFault.Ontbreekt, leaf, "de regel staat niet meer in het logboek");
        var hash = MerkleFrontier.HashOf(leaf.Words.Span);
        if (!hash.AsSpan().SequenceEqual(leaf.Hash))
            Tell(ChainFault.Gewijzigd, leaf, "de regel zegt iets anders dan bij het verzegelen");
        // The tree is over the lines as they are now, so whoever rewrites the hashes too is found at the next checkpoint.
        _tree.Add(hash);
        if (!ChainLink.After(_link, leaf.Hash).AsSpan().SequenceEqual(leaf.Link))
            Tell(ChainFault.Schakel, leaf, "sluit niet aan op de regel ervoor");
        _link = leaf.Link;
    }

    /// <summary>Reads a line that is in no leaf.</summary>
    public void AddOutside(string source, long sourceId, bool waits)
    {
        if (waits)
            Waiting++;
        else
            Tell(new ChainFinding(ChainFault.BuitenDeKeten, null, source, sourceId, "staat in het logboek en is nooit verzegeld"));
    }

    /// <summary>Something that could not be read.</summary>
    public void AddUnreadable(string what) => Tell(new ChainFinding(ChainFault.Onleesbaar, null, null, null, what));

    /// <summary>Ends the reading: what the checkpoints know and the log no longer has.</summary>
    public void Finish()
    {
        Compare();
        while (_ahead.TryDequeue(out var later))
            Tell(new ChainFinding(ChainFault.Afgekapt, later.Size, null, null, $"een ijkpunt kent {later.Size} regels, er zijn er {_tree.Size}"));
    }

    private void Compare()
    {
        while (_ahead.TryPeek(out var next) && next.Size == _tree.Size)
        {
            _ahead.Dequeue();
            if (!next.Root.AsSpan().SequenceEqual(_tree.Root()))
                Tell(new ChainFinding(ChainFault.Ijkpunt, next.Size, null, null, $"de eerste {next.Size} regels zijn niet wat het ijkpunt van toen zegt"));
            else if (!next.Link.AsSpan().SequenceEqual(_link))
                Tell(new ChainFinding(ChainFault.Schakel, next.Size, null, null, "de laatste schakel is niet die van het ijkpunt"));
            else
                Agreed++;
        }
    }

    private void Tell(ChainFault fault, ChainLeaf leaf, string what) => Tell(new ChainFinding(fault, leaf.Number, leaf.Source, leaf.SourceId, what));

    private void Tell(ChainFinding finding)
    {
        Found++;
        if (_findings.Count < MostTold)
            _findings.Add(finding);
    }
}

/// <summary>What can be wrong with the log.</summary>
public enum ChainFault
{
    /// <summary>A leaf is not at its place: one was taken out, put in or moved.</summary>
    Nummer,

    /// <summary>A line says something else than when it was sealed.</summary>
    Gewijzigd,

    /// <summary>A line is gone.</summary>
    Ontbreekt,

    /// <summary>A leaf does not follow from the one before it.</summary>
    Schakel,

    /// <summary>The log is not what a checkpoint says that it was.</summary>
    Ijkpunt,

    /// <summary>The log is shorter than it was.</summary>
    Afgekapt,

    /// <summary>A line was put in past the triggers.</summary>
    BuitenDeKeten,

    /// <summary>A line of the export cannot be read.</summary>
    Onleesbaar,
}

/// <summary>Something that is wrong with the log.</summary>
/// <param name="Fault">What kind.</param>
/// <param name="Number">The leaf, where one is known.</param>
/// <param name="Source">Which log.</param>
/// <param name="SourceId">The line in that log.</param>
/// <param name="What">In words, without anything that is in the line.</param>
public sealed record ChainFinding(ChainFault Fault, long? Number, string? Source, long? SourceId, string What);
