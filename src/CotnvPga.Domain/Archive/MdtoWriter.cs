using System.Globalization;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Domain.Archive;

/// <summary>Describes archive objects in the XML of MDTO 1.0 (the national metadata standard for lasting access to government information), elements in the order of its schema.</summary>
internal static class MdtoWriter
{
    private const string Space = "https://www.nationaalarchief.nl/mdto";

    private static readonly InstantPattern Moment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private static readonly XNamespace Mdto = Space;

    /// <summary>A series, which names its pieces.</summary>
    public static XDocument Of(ArchiveSeries series, IReadOnlyList<ArchivePiece> pieces) => Document(Element("informatieobject",
        Identification("identificatie", series.Identifier, series.Source),
        Text("naam", series.Name),
        Concept("aggregatieniveau", "Serie", null, "Begrippenlijst Aggregatieniveaus MDTO"),
        Text("omschrijving", series.Explanation),
        Text("taal", "nl"),
        Appraisal(series.Appraisal),
        pieces.Select(p => Reference("bevatOnderdeel", p.Name, p.Identifier, series.Source)),
        pieces.Select(p => p.Maker).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).DefaultIfEmpty(series.Source).Select(m => Reference("archiefvormer", m, null, null)),
        Limits(series)));

    /// <summary>A piece, which names its series and its files.</summary>
    public static XDocument Of(ArchiveSeries series, ArchivePiece piece) => Document(Element("informatieobject",
        Identification("identificatie", piece.Identifier, series.Source),
        Text("naam", piece.Name),
        Concept("aggregatieniveau", "Archiefstuk", null, "Begrippenlijst Aggregatieniveaus MDTO"),
        Concept("classificatie", piece.Kind, null, series.Source),
        Text("taal", "nl"),
        Element("event", Concept("eventType", "Creatie", null, "Begrippenlijst EventTypeLijst MDTO"), Text("eventTijd", Moment.Format(piece.MadeAt)), Reference("eventVerantwoordelijkeActor", piece.Maker, null, null)),
        Appraisal(series.Appraisal),
        Reference("isOnderdeelVan", series.Name, series.Identifier, series.Source),
        piece.Files.Select(f => Reference("heeftRepresentatie", NameOf(piece, f), NameOf(piece, f), series.Source)),
        Reference("archiefvormer", piece.Maker, null, null),
        Limits(series)));

    /// <summary>A file of a piece, with its size and checksum.</summary>
    public static XDocument Of(ArchiveSeries series, ArchivePiece piece, ArchiveFile file, string sha256, Instant at) => Document(Element("bestand",
        Identification("identificatie", NameOf(piece, file), series.Source),
        Text("naam", NameOf(piece, file)),
        Text("omvang", file.Content.Length.ToString(CultureInfo.InvariantCulture)),
        Concept("bestandsformaat", file.Format.Label, file.Format.Pronom, "PRONOM-register"),
        Element("checksum", Concept("checksumAlgoritme", "SHA256", null, "Begrippenlijst ChecksumAlgoritme MDTO"), Text("checksumWaarde", sha256), Text("checksumDatum", Moment.Format(at))),
        Reference("isRepresentatieVan", piece.Name, piece.Identifier, series.Source)));

    /// <summary>Name of a file.</summary>
    public static string NameOf(ArchivePiece piece, ArchiveFile file) => $"{piece.Identifier}.{file.Format.Extension}";

    private static XDocument Document(XElement inner) => new(new XDeclaration("1.0", "UTF-8", null), Element("MDTO", inner));

    private static XElement Appraisal(ArchiveAppraisal appraisal) => appraisal == ArchiveAppraisal.Blijvend
        ? Concept("waardering", "Blijvend te bewaren", "B", "Begrippenlijst Waarderingen MDTO")
        : Concept("waardering", "Tijdelijk te bewaren", "V", "Begrippenlijst Waarderingen MDTO");

    private static XElement Limits(ArchiveSeries series) => Element("beperkingGebruik",
        Concept("beperkingGebruikType", "Beperkt openbaar", null, series.Source), Text("beperkingGebruikNadereBeschrijving", series.Limits));

    private static XElement Concept(string name, string label, string? code, string list) =>
        Element(name, Text("begripLabel", label), code is null ? null : Text("begripCode", code), Reference("begripBegrippenlijst", list, null, null));

    private static XElement Reference(string name, string label, string? identifier, string? source) =>
        Element(name, Text("verwijzingNaam", label), identifier is null ? null : Identification("verwijzingIdentificatie", identifier, source!));

    private static XElement Identification(string name, string identifier, string source) =>
        Element(name, Text("identificatieKenmerk", identifier), Text("identificatieBron", source));

    private static XElement Text(string name, string text) => new(Mdto + name, text);

    private static XElement Element(string name, params object?[] content) => new(Mdto + name, content);
}
