using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CotnvPga.Convenant.Reporting;

namespace CotnvPga.Domain.Uniformity;

/// <summary>The tables of one year as they were frozen: table, chart, file and API all show these words and nothing else.</summary>
/// <param name="Jaar">The year.</param>
/// <param name="Tabellen">The tables.</param>
public sealed record PublishedReport(int Jaar, IReadOnlyList<PublishedTable> Tabellen)
{
    /// <summary>Puts the words of the catalogue with what the audit left.</summary>
    public static PublishedReport Of(int year, ReportCatalogue catalogue, IReadOnlyList<ReleasedTable> released) => new(year,
    [
        .. catalogue.Tables.Zip(released, (table, left) => new PublishedTable(
            table.Code, table.Label, table.Question, table.Silent,
            [.. catalogue.RowsOf(table).Select((a, i) => new PublishedRow(a.Code, a.Label, [.. left.Cells[i].Select(Label)], Share.Of(table, left.Cells[i])))],
            [.. table.Columns.Select(c => new PublishedColumn(c.Code, c.Label))],
            [.. left.National.Select(Label)],
            Share.Of(table, left.National),
            table.Share,
            table.Norm)
        {
            Waarom = table.Why,
            Artikel = table.Clause,
            PerGebied = table.Rows.Count == 0,
        }),
    ]);

    /// <summary>The fingerprint that it was frozen with; empty before.</summary>
    [JsonIgnore]
    public string Kenmerk { get; init; } = "";

    /// <summary>The fingerprint of the frozen words (SHA-256, hexadecimal).</summary>
    public string Fingerprint() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical.Write(this))));

    private static string Label(CountClass? known) => known?.Label ?? ReleasedTable.TooSmall;
}

/// <summary>A table of a published report.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Vraag">The question it answers.</param>
/// <param name="KanNiet">What it cannot show.</param>
/// <param name="Rijen">The areas.</param>
/// <param name="Kolommen">The columns.</param>
/// <param name="Land">The classes of the whole country, by column.</param>
/// <param name="LandAandeel">The share in the whole country; null when it cannot be told.</param>
/// <param name="AandeelVan">Code of the column whose share is told; null when none.</param>
/// <param name="Norm">The share that is asked at least, in per cent.</param>
public sealed record PublishedTable(
    string Code, string Naam, string Vraag, string KanNiet, IReadOnlyList<PublishedRow> Rijen, IReadOnlyList<PublishedColumn> Kolommen, IReadOnlyList<string> Land,
    string? LandAandeel = null, string? AandeelVan = null, int? Norm = null)
{
    /// <summary>Why it is asked.</summary>
    public string Waarom { get; init; } = "";

    /// <summary>Number of the clause of the national covenant that the norm is about; null when there is none.</summary>
    public string? Artikel { get; init; }

    /// <summary>Whether its rows are the areas; false when they are those of the table, for the whole country.</summary>
    public bool PerGebied { get; init; } = true;

    /// <summary>How many cells are not shown.</summary>
    [JsonIgnore]
    public int Withheld => Rijen.Sum(r => r.Klassen.Count(k => k == ReleasedTable.TooSmall)) + Land.Count(k => k == ReleasedTable.TooSmall);

    /// <summary>The areas whose share can be told.</summary>
    [JsonIgnore]
    public int Known => Rijen.Count(r => r.Aandeel is not null);

    /// <summary>Name of the row of all rows together.</summary>
    [JsonIgnore]
    public string NaamVanHetGeheel => PerGebied ? "Nederland" : "Samen";

    /// <summary>Name of the column whose share is told; null when none is.</summary>
    [JsonIgnore]
    public string? AandeelNaam => Kolommen.FirstOrDefault(c => c.Code == AandeelVan)?.Naam;

    /// <summary>The areas that meet the norm, of those whose share can be told.</summary>
    [JsonIgnore]
    public int Meeting => Norm is { } norm ? Rijen.Count(r => r.Aandeel is { } share && Share.Meets(share, norm)) : 0;
}

/// <summary>An area of a published table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Klassen">A class such as <c>10-14</c>, or <c>te_klein</c>, by column.</param>
/// <param name="Aandeel">The share in steps of ten per cent; null when it cannot be told.</param>
public sealed record PublishedRow(string Code, string Naam, IReadOnlyList<string> Klassen, string? Aandeel = null);

/// <summary>A column of a published table.</summary>
public sealed record PublishedColumn(string Code, string Naam);
