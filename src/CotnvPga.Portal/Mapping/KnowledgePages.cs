using CotnvPga.Convenant;
using CotnvPga.Convenant.Documents;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Kennis;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out what people look up.</summary>
public sealed class KnowledgePages(CompiledConvenant convenant)
{
    private const string KindList = "kennis_soort";
    private const string PlaceList = "kennis_plek";

    /// <summary>The kinds of article.</summary>
    public IEnumerable<Choice> Kinds => Of(KindList);

    /// <summary>The work that an article belongs to.</summary>
    public IEnumerable<Choice> Places => Of(PlaceList);

    /// <summary>An article in a list.</summary>
    public ArticleLine Line(FoundArticle found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new ArticleLine(found.Code, found.Titel, Label(KindList, found.Soort), found.Fragment, Standing(found.Partner, found.Nagekeken));
    }

    /// <summary>Who stands for an article, and until or since when.</summary>
    public static string Standing(string? partner, NodaTime.LocalDate? day) => (partner, day) switch
    {
        ({ } by, { } until) => $"Gevalideerd door {by}. Nakijken vóór {until.ToDateText()}.",
        ({ } by, null) => $"Gevalideerd door {by}.",
        (null, { } since) => $"Meegekomen met het portaal, tekst van {since.ToDateText()}. Nog door geen partner gevalideerd.",
        _ => "Nog door geen partner gevalideerd.",
    };

    /// <summary>Name of a kind of article.</summary>
    public string Kind(string code) => Label(KindList, code);

    /// <summary>Name of the work that it belongs to.</summary>
    public string Place(string code) => Label(PlaceList, code);

    /// <summary>The articles of the law, each with the rules and steps that rest on it.</summary>
    public IReadOnlyList<LawArticle> Law(string source) =>
    [
        .. convenant.Sources.Articles.Where(a => a.Id.StartsWith(source + ":", StringComparison.Ordinal))
            .Select(a => new LawArticle(
                a.Citation, a.Title,
                [.. convenant.Process.Steps.Concat(convenant.Process.Acts).Where(s => s.Grounds.Contains(a.Id)).Select(s => s.Label).Distinct()],
                [.. convenant.Process.Records.Where(r => r.Step.Grounds.Contains(a.Id)).Select(r => r.Step.Label).Distinct()],
                convenant.Rules.Rules.Count(r => r.Grounds.Contains(a.Id))))
            .Where(a => a.Steps.Count + a.Records.Count + a.Rules > 0),
    ];

    /// <summary>A draft with the names of a municipality filled in, as a document.</summary>
    public static CovenantDocument Draft(ShippedDraft draft, NamedMunicipality municipality)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(municipality);
        var text = draft.Text.Replace("{gemeente}", municipality.Name, StringComparison.Ordinal)
            .Replace("{zvh}", municipality.SafetyHouse ?? "het Zorg- en Veiligheidshuis", StringComparison.Ordinal);
        return new CovenantDocument(draft.Title, $"Gemeente {municipality.Name}", "concept, niet vastgesteld", true, $"{draft.Title} · {municipality.Name} · concept", [new Fact("Gemeente", municipality.Name)], MarkdownText.Blocks(text));
    }

    private IEnumerable<Choice> Of(string list) => convenant.Process.Reasons[list].Select(r => new Choice(r.Code, r.Label));

    private string Label(string list, string code) => convenant.Process.Reasons[list].FirstOrDefault(r => r.Code == code)?.Label ?? code;
}
