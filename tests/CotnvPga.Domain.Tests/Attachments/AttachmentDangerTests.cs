using System.IO.Compression;
using System.Text;
using CotnvPga.Domain.Attachments;

namespace CotnvPga.Domain.Tests.Attachments;

/// <summary>What a document may be and what it may not be able to do. The bytes say what it is, never its name alone.</summary>
public sealed class AttachmentDangerTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0, (byte)'I', (byte)'E', (byte)'N', (byte)'D', 0xAE, 0x42, 0x60, 0x82];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9];

    [Fact]
    public void Plain_documents_are_taken()
    {
        Kind("foto.png", Png).ShouldBe("png");
        Kind("foto.JPG", Jpeg).ShouldBe("jpeg");
        Kind("brief.txt", "Beste collega,\r\ncafé € 😀"u8.ToArray()).ShouldBe("txt");
        Kind("rapport.pdf", Pdf("<< /Type /Catalog /Pages 2 0 R /OpenAction [3 0 R /Fit] >>")).ShouldBe("pdf");
        Kind("verslag.docx", Docx(("word/_rels/document.xml.rels", Link("hyperlink")))).ShouldBe("docx");
    }

    [Theory]
    [InlineData("brief.pdf", "MZ\u0090")]
    [InlineData("start.txt", "#!/bin/sh\nrm -rf")]
    [InlineData("start.txt", "MZ dit is een programma")]
    [InlineData("tekst.txt", "een \u0001 teken")]
    [InlineData("tekst.txt", "{\\rtf1 objecten")]
    [InlineData("pagina.html", "<script>alert(1)</script>")]
    public void What_is_none_of_the_kinds_or_says_to_be_another_is_refused(string name, string content) => Fault(name, Encoding.Latin1.GetBytes(content)).ShouldNotBeNull();

    [Fact]
    public void The_name_and_the_bytes_say_the_same() => Fault("foto.pdf", Png)!.ShouldContain("de naam zegt iets anders");

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>")]
    [InlineData("<< /S /J#61vaScript >>")]
    [InlineData("<< /OpenAction << /S /URI >> >>")]
    [InlineData("<< /OpenAction 7 0 R >>")]
    [InlineData("<< /AA << /O 8 0 R >> >>")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>")]
    [InlineData("<< /Type /EmbeddedFile >>")]
    [InlineData("<< /AcroForm << /XFA 4 0 R >> >>")]
    [InlineData("<< /S /SubmitForm >>")]
    [InlineData("trailer << /Encrypt 5 0 R >>")]
    public void A_pdf_that_can_do_something_is_refused(string active) => Fault("a.pdf", Pdf(active)).ShouldNotBeNull();

    [Fact]
    public void What_is_packed_inside_a_pdf_is_looked_at_as_well()
    {
        Fault("a.pdf", Pdf(Packed("/Type /ObjStm /Filter /FlateDecode", "1 0 << /S /JavaScript >>"))).ShouldNotBeNull();
        Fault("a.pdf", Pdf(Packed("/Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]", "1 0 << >>"))).ShouldNotBeNull("packed in a way that hides it");
        Kind("a.pdf", Pdf(Packed("/Type /ObjStm /Filter /FlateDecode", "1 0 << /Type /Page >>"))).ShouldBe("pdf");
        Kind("a.pdf", Pdf("4 0 obj << /Length 20 >> stream\nfoto /JS en /Launch\nendstream")).ShouldBe("pdf", "the inside of a picture is no object");
    }

    [Fact]
    public void Packed_objects_that_ask_for_a_dictionary_are_refused_and_no_fault() =>
        Fault("a.pdf", Pdf("<< /Type /ObjStm /Filter /FlateDecode >> stream\nx \u00bb\u0001\u0002\u0003\u0004 0 obj\nendstream")).ShouldNotBeNull();

    [Theory]
    [InlineData("word/vbaProject.bin", "x")]
    [InlineData("word/embeddings/oleObject1.bin", "x")]
    [InlineData("word/activeX/activeX1.xml", "<a/>")]
    [InlineData("../buiten.xml", "<a/>")]
    [InlineData("word/footer.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("word/field.xml", "<w:p xmlns:w='w'><w:instrText>DD</w:instrText><w:instrText>EAUTO c:\\\\cmd</w:instrText></w:p>")]
    public void A_Word_document_that_can_do_something_is_refused(string part, string content) => Fault("a.docx", Docx((part, content))).ShouldNotBeNull();

    [Fact]
    public void A_Word_document_that_fetches_something_from_elsewhere_is_refused()
    {
        Fault("a.docx", Docx(("word/_rels/settings.xml.rels", Link("attachedTemplate")))).ShouldNotBeNull();
        Fault("a.docx", Docx(("[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/></Types>"))).ShouldNotBeNull();
        Fault("a.docx", "PK\u0003\u0004 geen zip"u8.ToArray()).ShouldNotBeNull();
    }

    [Fact]
    public void An_image_with_something_behind_its_end_is_refused()
    {
        Fault("a.png", [.. Png, .. "PK\u0003\u0004"u8]).ShouldNotBeNull();
        Fault("a.jpg", [.. Jpeg, .. "<script>"u8]).ShouldNotBeNull();
        Fault("a.png", Png[..^4]).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(10_000, 10_000, false)]
    [InlineData(10_001, 10_000, true)]
    [InlineData(60_000, 60_000, true)]
    public void An_image_that_unpacks_to_more_than_anybody_can_look_at_is_refused(int width, int height, bool refused)
    {
        byte[] png = [.. Png[..8], 0, 0, 0, 13, .. "IHDR"u8, .. Big(width), .. Big(height), 8, 6, 0, 0, 0, 1, 2, 3, 4, .. Png[8..]];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, .. Big(height)[2..], .. Big(width)[2..], 3, 0, 0, 0, 0xFF, 0xD9];

        (Fault("a.png", png) is not null).ShouldBe(refused);
        (Fault("a.jpg", jpeg) is not null).ShouldBe(refused);

        static byte[] Big(int number) => [(byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number];
    }

    [Fact]
    public void A_Word_document_that_unpacks_without_end_is_refused()
    {
        Fault("a.docx", Docx([.. Enumerable.Range(0, 2_001).Select(i => ($"word/part{i}.xml", "<a/>"))])).ShouldNotBeNull("more parts than anybody writes");
        var bomb = Docx(("word/bomb.xml", $"<a>{new string('x', 101 * 1024 * 1024)}</a>"));
        bomb.Length.ShouldBeLessThan(1024 * 1024);
        Fault("a.docx", bomb).ShouldNotBeNull("more than a hundred megabytes");
        Fault("a.docx", SayingLess(bomb)).ShouldNotBeNull("what it says of its own size is not what comes out");
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Windows\brief.txt", "brief.txt")]
    [InlineData("/tmp/x/brief.txt", "brief.txt")]
    public void Of_a_name_the_folders_do_not_count(string sent, string kept) => new NewAttachment(sent, "tekst"u8.ToArray()).Read().Value!.Name.ShouldBe(kept);

    [Theory]
    [InlineData("brief\r\nSet-Cookie: x.txt")]
    [InlineData("brief\u0000.txt")]
    [InlineData("..")]
    [InlineData("")]
    public void A_name_that_is_none_is_refused(string sent) => Fault(sent, "tekst"u8.ToArray()).ShouldNotBeNull();

    [Fact]
    public void Ten_megabytes_is_the_most()
    {
        Kind("a.txt", [.. Enumerable.Repeat((byte)'a', NewAttachment.LargestSize)]).ShouldBe("txt");
        Fault("a.txt", [.. Enumerable.Repeat((byte)'a', NewAttachment.LargestSize + 1)])!.ShouldContain("10 MB");
    }

    private static string Kind(string name, byte[] content)
    {
        var read = new NewAttachment(name, content).Read();
        return read.IsDone ? read.Value.Kind : throw new InvalidOperationException(((NotValid)read.Refusal).Errors[0].Message);
    }

    private static string? Fault(string name, byte[] content) => (new NewAttachment(name, content).Read().Refusal as NotValid)?.Errors[0].Message;

    private static byte[] Pdf(string inside) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{inside}\nendobj\n%%EOF");

    private static string Packed(string words, string inside)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionMode.Compress))
            zip.Write(Encoding.Latin1.GetBytes(inside));
        return $"<< {words} >> stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
    }

    private static string Link(string kind) => $"<Relationships><Relationship Type='http://x/{kind}' Target='https://elders.example/' TargetMode='External'/></Relationships>";

    private static byte[] Docx(params (string Name, string Content)[] parts)
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in ((string, string)[])[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d>Verslag</d>")])
            {
                if (parts.All(p => p.Name != name))
                    Write(zip, name, content);
            }
            foreach (var (name, content) in parts)
                Write(zip, name, content);
        }
        return result.ToArray();
    }

    /// <summary>The same zip, in which every part says that it unpacks to ten bytes.</summary>
    private static byte[] SayingLess(byte[] zip)
    {
        var changed = zip.ToArray();
        foreach (var (mark, at) in ((byte[], int)[])[("PK\u0003\u0004"u8.ToArray(), 22), ("PK\u0001\u0002"u8.ToArray(), 24)])
        {
            for (var found = changed.AsSpan().IndexOf(mark); found >= 0;)
            {
                BitConverter.TryWriteBytes(changed.AsSpan(found + at), 10u);
                var next = changed.AsSpan(found + 4).IndexOf(mark);
                found = next < 0 ? -1 : found + 4 + next;
            }
        }
        return changed;
    }

    private static void Write(ZipArchive zip, string name, string content)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(content);
    }
}
