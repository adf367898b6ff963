using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using CotnvPga.Convenant.Documents;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CotnvPga.Documents;

/// <summary>Writes a covenant as a Word document: real headings, header rows, page numbers, and its line on every page. The same document gives the same bytes.</summary>
public static partial class WordWriter
{
    private const string Dutch = "nl-NL";

    // The earliest day that the format can hold: a document does not depend on when it was made.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The document as the bytes of a .docx file.</summary>
    public static byte[] Write(CovenantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var made = new MemoryStream();
        using (var word = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
            Fill(word, document);
        return WithoutChance(made);
    }

    private static void Fill(WordprocessingDocument word, CovenantDocument document)
    {
        word.PackageProperties.Title = $"{document.Title}, {document.Subtitle}";
        word.PackageProperties.Subject = document.PageLine;
        word.PackageProperties.Language = Dutch;
        var main = word.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>("stijlen").Styles = WordStyles.Make();
        main.AddNewPart<NumberingDefinitionsPart>("nummering").Numbering = WordStyles.Bullets();
        main.AddNewPart<DocumentSettingsPart>("instellingen").Settings = new Settings(
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = Dutch });
        main.AddNewPart<HeaderPart>("kop").Header = new Header(WordText.Paragraph(WordStyles.PageHead, document.PageLine));
        main.AddNewPart<FooterPart>("voet").Footer = new Footer(WordText.PageNumber());
        var body = new Body();
        body.Append(Front(document));
        body.Append(document.Blocks.SelectMany(new WordBlocks().Of));
        body.Append(new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "kop" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "voet" },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1361, Bottom = 1361, Left = 1134, Right = 1134, Header = 567, Footer = 567, Gutter = 0 }));
        main.Document = new Document(body);
    }

    private static IEnumerable<OpenXmlElement> Front(CovenantDocument document)
    {
        yield return WordText.Paragraph(WordStyles.Title, document.Title);
        yield return WordText.Paragraph(WordStyles.Subtitle, document.Subtitle);
        if (document.IsDraft)
            yield return WordText.Paragraph(WordStyles.Standing, document.Standing.ToUpperInvariant());
        foreach (var fact in document.Front)
            yield return WordText.Fact(fact);
        yield return WordText.Paragraph(WordStyles.Contents, "Inhoud");
        foreach (var heading in document.Contents)
            yield return WordText.Link(heading);
    }

    /// <summary>The same package without what differs each time it is made: the time of each entry, and names that are drawn by lot.</summary>
    private static byte[] WithoutChance(MemoryStream made)
    {
        using var result = new MemoryStream();
        made.Position = 0;
        using (var from = new ZipArchive(made, ZipArchiveMode.Read))
        using (var to = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                var copy = to.CreateEntry(Fixed(entry.FullName), CompressionLevel.Optimal);
                copy.LastWriteTime = NoTime;
                using var source = new StreamReader(entry.Open());
                using var target = copy.Open();
                target.Write(Encoding.UTF8.GetBytes(Fixed(source.ReadToEnd())));
            }
        }
        return result.ToArray();
    }

    private static string Fixed(string text)
    {
        var drawn = 0;
        return DrawnId().Replace(PropertiesName().Replace(text, "core-properties/eigenschappen.psmdcp"), _ => $"Id=\"lot{++drawn}\"");
    }

    [GeneratedRegex("core-properties/[0-9a-f]{32}\\.psmdcp")]
    private static partial Regex PropertiesName();

    [GeneratedRegex("(?<= )Id=\"R[0-9a-f]{16}\"")]
    private static partial Regex DrawnId();
}
