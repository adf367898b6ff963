using System.IO.Compression;
using System.Net;
using System.Text;
using CotnvPga.Domain.Archive;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>What goes to an archive, as who reads it downloads it: whole, for machines and for people, and for nobody else.</summary>
[Collection(nameof(PagesPortal))]
public sealed class ArchivePagesTests(PagesPortal portal)
{
    [Fact]
    public async Task A_register_goes_as_a_package_that_can_be_checked()
    {
        var package = await PackageAsync("nctv.compliance", "/registers/cotnv?handler=Archief");

        using var stream = new MemoryStream(package);
        ArchivePackage.FaultsOf(stream).ShouldBeEmpty();
        using var zip = new ZipArchive(stream);
        var pieces = zip.Entries.Where(e => e.FullName.EndsWith(".json", StringComparison.Ordinal)).ToList();
        pieces.ShouldNotBeEmpty();
        var first = await TextAsync(pieces[0]);
        first.ShouldContain("\"vingerafdruk\"");
        (await TextAsync(zip.GetEntry(Path.ChangeExtension(pieces[0].FullName, ".html"))!)).ShouldContain(System.Text.Json.Nodes.JsonNode.Parse(first)!["vingerafdruk"]!.GetValue<string>());
        (await TextAsync(zip.GetEntry("serie.mdto.xml")!)).ShouldContain("Blijvend te bewaren");
    }

    [Fact]
    public async Task The_published_tables_go_as_a_package_with_the_words_of_the_page()
    {
        var year = DateTime.UtcNow.Year - 1;
        var package = await PackageAsync("politie.voorbeeldstad", $"/landelijk?handler=Archief&jaar={year}");

        using var stream = new MemoryStream(package);
        ArchivePackage.FaultsOf(stream).ShouldBeEmpty();
        using var zip = new ZipArchive(stream);
        (await TextAsync(zip.GetEntry($"stukken/LANDELIJK-{year}/LANDELIJK-{year}.html")!)).ShouldContain("Zo leest u de tabellen");
    }

    [Theory]
    [InlineData("politie.voorbeeldstad", "/registers/cotnv?handler=Archief")]
    [InlineData("nctv.compliance", "/registers/bestaat-niet?handler=Archief")]
    [InlineData("politie.voorbeeldstad", "/landelijk?handler=Archief&jaar=2019")]
    [InlineData("politie.voorbeeldstad", "/landelijk?handler=Archief")]
    public async Task Nobody_else_and_nothing_else(string account, string path)
    {
        var browser = await portal.BrowserAsync(account);
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<byte[]> PackageAsync(string account, string path)
    {
        var browser = await portal.BrowserAsync(account);
        using var answer = await browser.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        await using var stream = await entry.OpenAsync();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
