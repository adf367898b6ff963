using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CotnvPga.Domain.Archive;
using NodaTime;

namespace CotnvPga.Domain.Tests.Archive;

/// <summary>A package for an archive: described in MDTO, with a checksum for everything, and every change shows.</summary>
public sealed class ArchivePackageTests
{
    private static readonly XNamespace Mdto = "https://www.nationaalarchief.nl/mdto";
    private static readonly Instant At = Instant.FromUtc(2026, 11, 27, 9, 0);

    private static readonly ArchiveSeries Series = new("register-cotnv", "CotnvPga", "Eigen werk van de NCTV", "Oordelen & opdrachten <zonder personen>", ArchiveAppraisal.Blijvend, "Alleen voor wie de taak heeft.");

    private static readonly ArchivePiece[] Pieces =
    [
        Piece("COTNV-1", "Berichten volgen"),
        Piece("COTNV-2", "Een naam met é, & en < erin"),
    ];

    [Fact]
    public void It_is_as_it_was_packed_and_the_same_pieces_give_the_same_bytes()
    {
        var package = ArchivePackage.Write(Series, Pieces, At);

        FaultsOf(package).ShouldBeEmpty();
        ArchivePackage.Write(Series, Pieces, At).ShouldBe(package);
        using var zip = Open(package);
        zip.Entries.Select(e => e.FullName).ShouldBe(
        [
            "serie.mdto.xml",
            "stukken/COTNV-1/COTNV-1.mdto.xml", "stukken/COTNV-1/COTNV-1.json", "stukken/COTNV-1/COTNV-1.json.mdto.xml", "stukken/COTNV-1/COTNV-1.html", "stukken/COTNV-1/COTNV-1.html.mdto.xml",
            "stukken/COTNV-2/COTNV-2.mdto.xml", "stukken/COTNV-2/COTNV-2.json", "stukken/COTNV-2/COTNV-2.json.mdto.xml", "stukken/COTNV-2/COTNV-2.html", "stukken/COTNV-2/COTNV-2.html.mdto.xml",
            "manifest-sha256.txt",
        ]);
    }

    [Fact]
    public void A_piece_names_its_series_and_files_and_a_file_its_piece_size_and_checksum()
    {
        using var zip = Open(ArchivePackage.Write(Series, Pieces, At));
        var piece = Read(zip, "stukken/COTNV-2/COTNV-2.mdto.xml").Element(Mdto + "informatieobject")!;
        piece.Element(Mdto + "naam")!.Value.ShouldBe("Een naam met é, & en < erin");
        piece.Element(Mdto + "isOnderdeelVan")!.Descendants(Mdto + "identificatieKenmerk").Single().Value.ShouldBe("register-cotnv");
        piece.Elements(Mdto + "heeftRepresentatie").Select(r => r.Element(Mdto + "verwijzingNaam")!.Value).ShouldBe(["COTNV-2.json", "COTNV-2.html"]);

        var file = Read(zip, "stukken/COTNV-2/COTNV-2.json.mdto.xml").Element(Mdto + "bestand")!;
        file.Element(Mdto + "omvang")!.Value.ShouldBe(zip.GetEntry("stukken/COTNV-2/COTNV-2.json")!.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        file.Element(Mdto + "bestandsformaat")!.Element(Mdto + "begripCode")!.Value.ShouldBe("fmt/817");
        Read(zip, "serie.mdto.xml").Descendants(Mdto + "bevatOnderdeel").Count().ShouldBe(2);
    }

    /// <summary>The order of MDTO 1.0, and what it asks of every object: a reader that holds to the schema refuses anything else.</summary>
    [Theory]
    [InlineData("serie.mdto.xml", "identificatie naam aggregatieniveau omschrijving taal waardering bevatOnderdeel archiefvormer beperkingGebruik")]
    [InlineData("stukken/COTNV-1/COTNV-1.mdto.xml", "identificatie naam aggregatieniveau classificatie taal event waardering isOnderdeelVan heeftRepresentatie archiefvormer beperkingGebruik")]
    [InlineData("stukken/COTNV-1/COTNV-1.json.mdto.xml", "identificatie naam omvang bestandsformaat checksum isRepresentatieVan")]
    public void The_elements_stand_in_the_order_of_the_standard(string path, string order)
    {
        using var zip = Open(ArchivePackage.Write(Series, Pieces, At));
        var inner = Read(zip, path).Elements().Single();

        inner.Elements().Select(e => e.Name.LocalName).Distinct().ShouldBe(order.Split(' '));
        inner.DescendantsAndSelf().ShouldAllBe(e => e.Name.Namespace == Mdto && (e.HasElements || e.Value.Trim().Length > 0));
    }

    [Fact]
    public void Every_change_shows()
    {
        var package = ArchivePackage.Write(Series, Pieces, At);
        using (var zip = Open(package))
        {
            foreach (var path in zip.Entries.Select(e => e.FullName))
            {
                FaultsOf(Changed(package, path, c => [.. c, (byte)' '])).ShouldNotBeEmpty(path);
                FaultsOf(Changed(package, path, _ => null)).ShouldNotBeEmpty(path);
            }
        }
        FaultsOf(Added(package, "stukken/COTNV-3/extra.txt")).ShouldBe(["stukken/COTNV-3/extra.txt: staat niet in manifest-sha256.txt."]);
        FaultsOf(Encoding.UTF8.GetBytes("geen zip")).ShouldBe(["Dit is geen pakket, of het is niet heel."]);
    }

    private static ArchivePiece Piece(string id, string name) => new(
        id, name, "Oordeel", At, "NCTV",
        [new ArchiveFile(ArchiveFormat.Json, Encoding.UTF8.GetBytes($"{{\"titel\":\"{id}\"}}")), new ArchiveFile(ArchiveFormat.Html, Encoding.UTF8.GetBytes("<!doctype html><p>Stuk</p>"))]);

    private static IReadOnlyList<string> FaultsOf(byte[] package)
    {
        using var stream = new MemoryStream(package);
        return ArchivePackage.FaultsOf(stream);
    }

    private static ZipArchive Open(byte[] package) => new(new MemoryStream(package));

    private static XElement Read(ZipArchive zip, string path)
    {
        using var stream = zip.GetEntry(path)!.Open();
        return XDocument.Load(stream).Root!;
    }

    private static byte[] Changed(byte[] package, string path, Func<byte[], byte[]?> change)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(path)!;
            using var content = new MemoryStream();
            using (var old = entry.Open())
                old.CopyTo(content);
            entry.Delete();
            if (change(content.ToArray()) is { } made)
                Put(zip, path, made);
        }
        return stream.ToArray();
    }

    private static byte[] Added(byte[] package, string path)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            Put(zip, path, "x"u8.ToArray());
        return stream.ToArray();
    }

    private static void Put(ZipArchive zip, string path, byte[] content)
    {
        using var stream = zip.CreateEntry(path).Open();
        stream.Write(content);
    }
}
