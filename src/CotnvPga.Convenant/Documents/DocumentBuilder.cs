using CotnvPga.Convenant.Clauses;
using NodaTime.Text;

namespace CotnvPga.Convenant.Documents;

/// <summary>Makes the covenant of a municipality out of the same data that the engine decides by.</summary>
public static class DocumentBuilder
{
    private const int HashShown = 12;

    /// <summary>The whole document.</summary>
    /// <exception cref="ArgumentException">The convenant has no national covenant to make a document of.</exception>
    public static CovenantDocument Build(CompiledConvenant convenant, DocumentRequest request)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        ArgumentNullException.ThrowIfNull(request);
        var model = convenant.Covenants.Model ?? throw new ArgumentException("In dit convenant staat geen modelconvenant om een document van te maken.", nameof(convenant));
        var words = new DocumentWords(convenant);
        var clauses = ClauseChapters.InForce(request);
        return new CovenantDocument(
            model.Name,
            $"Gemeente {request.Name}",
            model.Standing,
            model.IsDraft,
            PageLine(convenant, model, request),
            Front(convenant, model, request),
            [
                .. Preamble.Blocks(convenant, words, model, request),
                .. ClauseChapters.Blocks(words, request, clauses),
                .. ChoiceOverview.Blocks(convenant, words, request),
                .. VisibilityAnnex.Blocks(convenant, words, request, 1),
                .. ProcessAnnex.Blocks(convenant, words, request, 2),
                .. FieldAnnex.Blocks(convenant, words, 3),
                .. OpenTermAnnex.Blocks(words, clauses, 4),
                .. SourceAnnex.Blocks(convenant, clauses, 5),
                .. SignaturePage.Blocks(convenant, words, request),
            ]);
    }

    private static string PageLine(CompiledConvenant convenant, CovenantText model, DocumentRequest request) =>
        $"{model.Name}, gemeente {request.Name} · {DocumentWords.UpperFirst(model.Standing)} · versie {Version(model, request)} · convenant {convenant.Hash[..HashShown]}";

    private static string Version(CovenantText model, DocumentRequest request) =>
        request.Edition.Local is { } local ? $"{model.Version} / {local.Version}" : model.Version;

    private static List<Fact> Front(CompiledConvenant convenant, CovenantText model, DocumentRequest request) =>
    [
        new("Status", DocumentWords.UpperFirst(model.Standing)),
        new("Modelconvenant", $"versie {model.Version}, geldig {DocumentWords.Days(model.Validity)}"),
        new("Lokaal convenant", request.Edition.Local is { } local ? $"{local.Name}, versie {local.Version}, geldig {DocumentWords.Days(local.Validity)}" : "geen: de strengste keuzes gelden"),
        new("Zoals het geldt op", $"{DocumentWords.Day(request.Day)} ({LocalDatePattern.Iso.Format(request.Day)})"),
        new("Vingerafdruk (SHA-256)", convenant.Hash),
    ];
}
