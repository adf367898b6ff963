using CotnvPga.Domain;
using CotnvPga.Domain.Uniformity;
using NodaTime;

namespace CotnvPga.Data.Uniformity;

internal sealed class CounterRow
{
    public string Gemeente { get; init; } = "";
    public string Gebied { get; init; } = "";
    public string Soort { get; init; } = "";
    public string Uitkomst { get; init; } = "";
    public long Aantal { get; init; }
}

internal sealed class OwnCount
{
    public string Soort { get; init; } = "";
    public string Uitkomst { get; init; } = "";
    public long Aantal { get; init; }
}

internal sealed class FrozenRow
{
    public string Inhoud { get; init; } = "";
    public string Vingerafdruk { get; init; } = "";
}

internal sealed class ReleaseRow
{
    public Guid Id { get; init; }
    public int Jaar { get; init; }
    public string Inhoud { get; init; } = "";
    public string Vingerafdruk { get; init; } = "";
    public string Regels { get; init; } = "";
    public string Programma { get; init; } = "";
    public string Partij { get; init; } = "";
    public Guid Door { get; init; }
    public Instant Op { get; init; }
    public Instant? VrijgegevenOp { get; init; }
    public Instant? AfgewezenOp { get; init; }

    public Release ToRelease(IReadOnlyList<ReleaseCheck> checks, bool mayCheck) =>
        new(Id, Canonical.Read<PublishedReport>(Inhoud), Vingerafdruk, Regels, Programma, Partij, Op, VrijgegevenOp, AfgewezenOp, checks, mayCheck);
}

/// <summary>What somebody of another organisation said of a release.</summary>
public sealed class ReleaseCheck
{
    /// <summary>The release.</summary>
    public Guid UitgaveId { get; init; }

    /// <summary>Code of the organisation.</summary>
    public string Partij { get; init; } = "";

    /// <summary>Whether it agreed.</summary>
    public bool Akkoord { get; init; }

    /// <summary>What it looked at.</summary>
    public string Toelichting { get; init; } = "";

    /// <summary>When.</summary>
    public Instant Op { get; init; }
}

/// <summary>A release that was asked for, as it was frozen.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Report">What would be published.</param>
/// <param name="Fingerprint">Its fingerprint.</param>
/// <param name="Rules">Hash of the rule data it was made with.</param>
/// <param name="Program">Version of the program it was made with.</param>
/// <param name="AskedBy">Code of the organisation that asked.</param>
/// <param name="AskedAt">When.</param>
/// <param name="PublishedAt">When it was published; null when it was not.</param>
/// <param name="RefusedAt">When it was refused; null when it was not.</param>
/// <param name="Checks">What others said.</param>
/// <param name="MayCheck">Whether it waits for this person.</param>
public sealed record Release(
    Guid Id, PublishedReport Report, string Fingerprint, string Rules, string Program, string AskedBy, Instant AskedAt, Instant? PublishedAt, Instant? RefusedAt,
    IReadOnlyList<ReleaseCheck> Checks, bool MayCheck);

/// <summary>The counts of one municipality beside the published ones.</summary>
/// <param name="Municipality">Which.</param>
/// <param name="Area">Code of its area; null when it has none.</param>
/// <param name="Year">The year.</param>
/// <param name="Own">The exact counts.</param>
/// <param name="Published">What was published of the year; null when nothing was.</param>
public sealed record MunicipalMirror(Municipality Municipality, string? Area, int Year, IReadOnlyList<MirrorTable> Own, PublishedReport? Published);

/// <summary>The exact counts of a municipality in one table, by column.</summary>
public sealed record MirrorTable(string Code, IReadOnlyList<long> Counts);
