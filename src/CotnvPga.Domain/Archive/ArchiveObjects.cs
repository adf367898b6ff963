using NodaTime;

namespace CotnvPga.Domain.Archive;

/// <summary>Pieces that belong together and go to an archive together.</summary>
/// <param name="Identifier">Its identifier in <see cref="Source"/>.</param>
/// <param name="Source">What gives out the identifiers.</param>
/// <param name="Name">Its name.</param>
/// <param name="Explanation">What is in it.</param>
/// <param name="Appraisal">Whether an archive keeps it.</param>
/// <param name="Limits">Who may use it, and why not everybody.</param>
public sealed record ArchiveSeries(string Identifier, string Source, string Name, string Explanation, ArchiveAppraisal Appraisal, string Limits);

/// <summary>A piece of a series.</summary>
/// <param name="Identifier">Its identifier in the source of the series; its files stand in a folder of that name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of piece it is.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Maker">The organisation that made it.</param>
/// <param name="Files">The same piece, in one or more formats.</param>
public sealed record ArchivePiece(string Identifier, string Name, string Kind, Instant MadeAt, string Maker, IReadOnlyList<ArchiveFile> Files);

/// <summary>A file of a piece.</summary>
/// <param name="Format">Its format, which also is its extension.</param>
/// <param name="Content">Its bytes.</param>
public sealed record ArchiveFile(ArchiveFormat Format, ReadOnlyMemory<byte> Content);

/// <summary>A format of files, as the PRONOM register names it.</summary>
/// <param name="Extension">Extension, without a dot.</param>
/// <param name="Label">Its name.</param>
/// <param name="Pronom">Its code.</param>
public sealed record ArchiveFormat(string Extension, string Label, string Pronom)
{
    /// <summary>For machines.</summary>
    public static ArchiveFormat Json { get; } = new("json", "JSON Data Interchange Format", "fmt/817");

    /// <summary>For people.</summary>
    public static ArchiveFormat Html { get; } = new("html", "Hypertext Markup Language 5", "fmt/471");
}

/// <summary>Whether an archive keeps something.</summary>
public enum ArchiveAppraisal
{
    /// <summary>For ever.</summary>
    Blijvend,

    /// <summary>Until its term is over.</summary>
    Tijdelijk,
}
