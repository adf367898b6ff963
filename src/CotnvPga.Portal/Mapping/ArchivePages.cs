using System.Globalization;
using System.Text;
using CotnvPga.Convenant.Documents;
using CotnvPga.Data.Registers;
using CotnvPga.Domain.Archive;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>What goes to an archive: registers and published national tables, each piece for machines and for people. Never a case: those are destroyed (wet-pga:9).</summary>
public sealed class ArchivePages(RegisterRecordPages records, Words words, IClock clock)
{
    private const string Source = "CotnvPga";

    /// <summary>What somebody reads of a register, as a package.</summary>
    public byte[] Package(RegisterExport export)
    {
        var register = export.Register;
        var series = new ArchiveSeries(
            $"register-{register.Code}", Source, register.Label,
            export.BrokenAt is { } broken ? $"{register.Explanation} Let op: de keten van vingerafdrukken klopt niet vanaf stuk {broken.ToString(CultureInfo.InvariantCulture)}." : register.Explanation,
            register.IsKept ? ArchiveAppraisal.Blijvend : ArchiveAppraisal.Tijdelijk,
            $"Alleen voor wie in dit register leest: {string.Join(", ", register.Tasks)}. In het pakket staat wat degene leest die het maakte.");
        return ArchivePackage.Write(series, [.. export.Records.Select(r => Piece(export, r))], Now());
    }

    /// <summary>The national tables of a year, as a package.</summary>
    public byte[] Package(PublishedReport report)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Landelijk beeld {report.Jaar}");
        var series = new ArchiveSeries("landelijk-beeld", Source, "Landelijk beeld van de persoonsgerichte aanpak", "De landelijke tabellen zoals ze zijn gepubliceerd.", ArchiveAppraisal.Blijvend, "Klassen, geen personen. Voor iedereen die inlogt.");
        var piece = new ArchivePiece(
            string.Create(CultureInfo.InvariantCulture, $"LANDELIJK-{report.Jaar}"), name, "Jaartabellen", Now(), words.Party("landelijk"),
            [new ArchiveFile(ArchiveFormat.Json, ApiJson.Write(report)), Readable(NationalDocument.Of(report))]);
        return ArchivePackage.Write(series, [piece], Now());
    }

    private ArchivePiece Piece(RegisterExport export, RegisterRecord record)
    {
        var form = export.Register.Form(record.Form)?.Label ?? record.Form;
        return new ArchivePiece(
            record.Cited, record.Title, form, record.At, words.Party(record.Party),
            [new ArchiveFile(ArchiveFormat.Json, ApiJson.Write(Api.V1.Registers.Line(export.Register, record))), Readable(Document(export, record, form))]);
    }

    private CovenantDocument Document(RegisterExport export, RegisterRecord record, string form) => new(
        record.Title, $"{form} · {record.Cited}", "", false, $"{record.Cited} · vingerafdruk {record.Fingerprint}",
        [new Fact("Register", export.Register.Label), new Fact("Door", words.Party(record.Party)), new Fact("Op", record.At.ToMomentText()), new Fact("Vingerafdruk", record.Fingerprint)],
        [new Facts([.. records.Lines(export.Register, record, export.Records).Select(l => new Fact(l.Label, l.Text))])]);

    private static ArchiveFile Readable(CovenantDocument document) => new(ArchiveFormat.Html, Encoding.UTF8.GetBytes(HtmlWriter.Write(document)));

    private Instant Now() => Instant.FromUnixTimeSeconds(clock.GetCurrentInstant().ToUnixTimeSeconds());
}
