using System.Text;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Documents;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Documents;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Choice = CotnvPga.Portal.Components.Fields.Choice;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A covenant to read, with the choices of the municipality filled in.</summary>
public sealed class LezenModel(
    CompiledConvenant convenant, SharingEditions editions, Municipalities municipalities, DutchClock clock, CovenantPages pages, AccessionDesk desk)
    : CovenantPage(convenant, editions, municipalities, clock)
{
    /// <summary>The national covenant.</summary>
    public CovenantText? Model => Convenant.Covenants.Model;

    /// <summary>The chapters.</summary>
    public IReadOnlyList<ChapterView> Chapters { get; private set; } = [];

    /// <summary>Hash of the rule data.</summary>
    public string Hash => Convenant.Hash;

    /// <summary>The kinds of file that the covenant of a municipality can be had as.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = [new("docx", "Word"), new("html", "Webpagina"), new("md", "Markdown")];

    /// <summary>The municipality with what it declared; null for the national covenant alone.</summary>
    public MunicipalAccession? Accession { get; private set; }

    /// <summary>Whether this person may sign for the municipality.</summary>
    public bool MaySign => Municipality is { } code && desk.MaySign(Actor, code);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ReadPlace())
            return NotFound();
        Chapters = pages.Chapters(Edition, Day);
        Accession = Municipality is { } code ? await desk.OfAsync(code, cancel) : null;
        return Page();
    }

    /// <summary>The whole covenant of a municipality as a file to read and sign.</summary>
    public IActionResult OnGetBestand(string? soort)
    {
        if (!ReadPlace() || Municipality is not { } code)
            return NotFound();
        var document = DocumentBuilder.Build(Convenant, new DocumentRequest(code, PlaceName, Day, Edition));
        var (bytes, type) = soort switch
        {
            "docx" => (WordWriter.Write(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            "html" => (Encoding.UTF8.GetBytes(HtmlWriter.Write(document)), "text/html; charset=utf-8"),
            "md" => (Encoding.UTF8.GetBytes(MarkdownWriter.Write(document)), "text/markdown; charset=utf-8"),
            _ => ((byte[]?)null, ""),
        };
        return bytes is null ? NotFound() : File(bytes, type, $"convenant-{code}-{LocalDatePattern.Iso.Format(Day)}.{soort}");
    }
}
