using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CotnvPga.Domain.Attachments;

/// <summary>A Word document that can do something: macros, controls, other files inside it, or parts that it fetches from elsewhere.</summary>
internal static class DocxDanger
{
    private const int MostParts = 2_000;
    private const long MostUnpacked = 100 * 1024 * 1024;
    private const string Unreadable = "Dit Word-document kan niet worden gelezen. Bewaar het opnieuw als .docx.";
    private const string Active = "Dit Word-document bevat een macro, een besturingselement of een ander bestand. Bewaar het als .docx zonder die onderdelen, of als pdf.";
    private const string Elsewhere = "Dit Word-document haalt iets van buiten op. Haal die koppeling eruit, of bewaar het als pdf.";

    private static readonly string[] Folders = ["activex/", "embeddings/", "customui/", "ctrlprops/"];
    private static readonly string[] Files = ["vbaproject.bin", "vbadata.xml", "vbaprojectsignature.bin"];

    public static string? In(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content.ToArray()), ZipArchiveMode.Read);
            return Look(zip);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or XmlException)
        {
            return Unreadable;
        }
    }

    private static string? Look(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts || zip.Entries.Sum(e => e.Length) > MostUnpacked)
            return Unreadable;
        var names = zip.Entries.Select(e => e.FullName.Replace('\\', '/').ToLowerInvariant()).ToList();
        if (!names.Contains("[content_types].xml") || !names.Contains("word/document.xml") || names.Exists(n => n.Contains("../", StringComparison.Ordinal)))
            return Unreadable;
        if (names.Exists(n => Folders.Any(f => n.Contains(f, StringComparison.Ordinal)) || Files.Any(f => n.EndsWith(f, StringComparison.Ordinal))))
            return Active;
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.ToLowerInvariant();
            if (!name.EndsWith(".xml", StringComparison.Ordinal) && !name.EndsWith(".rels", StringComparison.Ordinal))
                continue;
            // What a part says of its own size is not what comes out of it.
            unpacked += entry.Length;
            using var part = new Capped(entry.Open(), MostUnpacked - unpacked + entry.Length);
            if (LookInPart(part) is { } danger)
                return danger;
        }
        return null;
    }

    private static string? LookInPart(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var codes = new StringBuilder();
        var isCode = false;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && OfElement(reader) is { } danger)
                return danger;
            isCode = reader.NodeType == XmlNodeType.Element ? reader.LocalName == "instrText" : isCode && reader.NodeType != XmlNodeType.EndElement;
            // A code may be cut over several runs; together they say what the field does.
            if (isCode && (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA))
                codes.Append(reader.Value);
        }
        return codes.ToString().Contains("DDE", StringComparison.OrdinalIgnoreCase) ? Active : null;
    }

    private static string? OfElement(XmlReader reader) => reader.LocalName switch
    {
        "Override" or "Default" when reader.GetAttribute("ContentType") is { } type
            && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
                || type.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || type.Contains("activeX", StringComparison.OrdinalIgnoreCase)) => Active,
        // A link that a reader clicks is no danger by itself; anything else from elsewhere is fetched without being asked.
        "Relationship" when string.Equals(reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)
            && !(reader.GetAttribute("Type") ?? "").EndsWith("/hyperlink", StringComparison.Ordinal) => Elsewhere,
        "OLEObject" or "control" or "altChunk" => Active,
        "fldSimple" when (reader.GetAttribute("instr", reader.NamespaceURI) ?? "").Contains("DDE", StringComparison.OrdinalIgnoreCase) => Active,
        _ => null,
    };

    /// <summary>Stops when more comes out than may.</summary>
    private sealed class Capped(Stream inner, long left) : Stream
    {
        private long _left = left;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            _left -= read;
            return _left >= 0 ? read : throw new InvalidDataException("The parts are larger than they say.");
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
