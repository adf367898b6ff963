using NodaTime;

namespace CotnvPga.Domain.Signals;

/// <summary>What stands beside an item that somebody sees: how sure it is, who tested it, and what still waits.</summary>
public sealed record ItemMarks
{
    /// <summary>Marks of an item about which nothing was written.</summary>
    public static ItemMarks None { get; } = new();

    /// <summary>Code of the party that answers for the item.</summary>
    public string Holder { get; init; } = "";

    /// <summary>The version, from 1; each correction makes one more.</summary>
    public int Version { get; init; } = 1;

    /// <summary>When it was last corrected; null when it never was.</summary>
    public Instant? CorrectedAt { get; init; }

    /// <summary>Code of the party that tested this version; null when nobody did.</summary>
    public string? TestedBy { get; init; }

    /// <summary>When it was tested.</summary>
    public Instant? TestedAt { get; init; }

    /// <summary>Who supplied it in the case of another municipality that it came from; null when it came from none.</summary>
    public string? FirstSupplier { get; init; }

    /// <summary>Proposals that are open, for who made them and who must answer.</summary>
    public int OpenProposals { get; init; }

    /// <summary>What the viewer's party was told about the item and has not read or passed on.</summary>
    public int OpenMessages { get; init; }

    /// <summary>Where it comes from, as far as that was recorded.</summary>
    public Origin? Origin { get; init; }

    /// <summary>The law whose secrecy holds for who reads it: <c>wpg</c> or <c>wjsg</c>; null when only that of wet-pga:17 does.</summary>
    public string? SecretUnder { get; init; }

    /// <summary>Its documents.</summary>
    public IReadOnlyList<AttachmentLine> Attachments { get; init; } = [];
}

/// <summary>Where an item comes from. Everything is a code of a closed list but the place.</summary>
/// <param name="Nature"><c>feit</c> or <c>mening</c>.</param>
/// <param name="Source">Kind of source, never a name.</param>
/// <param name="Reliability">How reliable it is.</param>
/// <param name="Place">Where it can be found again, such as the address of a public page and the day.</param>
/// <param name="State">Whether anything is known: <c>bekend</c>, <c>geen</c> or <c>onbekend</c>.</param>
public sealed record Origin(string? Nature, string? Source, string? Reliability, string? Place, string? State);

/// <summary>A document of an item.</summary>
/// <param name="Id">The document.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind, such as <c>pdf</c>.</param>
/// <param name="Size">How many bytes.</param>
/// <param name="AddedFor">Code of the party that added it.</param>
/// <param name="AddedAt">When.</param>
public sealed record AttachmentLine(Guid Id, string Name, string Kind, int Size, string AddedFor, Instant AddedAt);
