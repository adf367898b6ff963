using CotnvPga.Convenant.Documents;
using CotnvPga.Documents;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CotnvPga.Convenant.Tests.Documents;

/// <summary>The covenant in Word: valid, with real headings and header rows, and its line on every page.</summary>
public sealed class WordTests : IDisposable
{
    private readonly CovenantDocument _document = Municipal.Document(Municipal.WithCovenant);
    private readonly WordprocessingDocument _word;

    public WordTests() => _word = WordprocessingDocument.Open(new MemoryStream(WordWriter.Write(_document)), false);

    private Body Body => _word.MainDocumentPart!.Document!.Body!;

    [Fact]
    public void It_is_valid() =>
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(_word).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();

    [Fact]
    public void Every_page_has_standing_version_and_hash_above_and_its_number_below()
    {
        _word.MainDocumentPart!.HeaderParts.Single().Header!.InnerText.ShouldBe(_document.PageLine);
        _word.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value!.Trim()).ShouldBe(["PAGE", "NUMPAGES"]);
        var section = Body.Elements<SectionProperties>().Single();
        section.Elements<TitlePage>().ShouldBeEmpty();
        section.Elements<HeaderReference>().Single().Type!.Value.ShouldBe(HeaderFooterValues.Default);
    }

    [Fact]
    public void Headings_have_the_style_of_their_level()
    {
        var styled = Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value is "Heading1" or "Heading2")
            .Select(p => (p.InnerText, Level: p.ParagraphProperties!.ParagraphStyleId!.Val!.Value == "Heading1" ? 2 : 3)).ToList();
        styled.ShouldBe(_document.Blocks.OfType<Heading>().Select(h => (h.Text, h.Level)));
    }

    [Fact]
    public void Every_table_has_a_row_of_headers_that_comes_back_on_the_next_page()
    {
        var tables = Body.Elements<DocumentFormat.OpenXml.Wordprocessing.Table>().ToList();
        tables.Count.ShouldBe(_document.Blocks.OfType<Convenant.Documents.Table>().Count());
        tables.ShouldAllBe(t => t.Elements<TableRow>().First().TableRowProperties!.Elements<TableHeader>().Any());
        tables.ShouldAllBe(t => t.Elements<TableRow>().Skip(1).All(r => !r.TableRowProperties!.Elements<TableHeader>().Any()));
    }

    [Fact]
    public void It_is_in_Dutch_and_has_a_title()
    {
        _word.PackageProperties.Title.ShouldBe($"{_document.Title}, {_document.Subtitle}");
        _word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().ShouldAllBe(l => l.Val == "nl-NL");
    }

    [Fact]
    public void Every_line_of_the_contents_leads_to_a_bookmark()
    {
        var bookmarks = Body.Descendants<BookmarkStart>().Select(b => b.Name!.Value!).ToList();
        bookmarks.ShouldBeUnique();
        Body.Descendants<Hyperlink>().Select(h => h.Anchor!.Value!).ShouldAllBe(a => bookmarks.Contains(a));
        Body.Descendants<Hyperlink>().Count().ShouldBe(_document.Contents.Count());
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        WordWriter.Write(_document).SequenceEqual(WordWriter.Write(DocumentBuilder.Build(TheConvenant.Loaded, Municipal.Request(Municipal.WithCovenant)))).ShouldBeTrue();

    public void Dispose() => _word.Dispose();
}
