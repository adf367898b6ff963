using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Sharing;
using CotnvPga.Domain;
using CotnvPga.Domain.Sharing;
using CotnvPga.Portal.Components.Text;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Delen;

/// <summary>A page that has the question "Mag ik dit delen?" in its address. Codes only, so an address can be kept and sent on.</summary>
public abstract class SharingPage(SharingIntake intake, DutchClock clock) : PortalPage
{
    private const string Yes = "ja";
    private static readonly string[] PageOrder = ["wie", "veld", "categorie", "bijzonder", "verstrekker", "aan", "rol", "manier", "fase", "doel", "dag", "gemeente", "omstandigheden"];

    [BindProperty(SupportsGet = true)]
    public string? Wie { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Veld { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Categorie { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Bijzonder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Verstrekker { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Aan { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rol { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Gemeente { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Manier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Fase { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Doel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Dag { get; set; }

    /// <summary>What was said of each circumstance: <c>ja</c> or <c>nee</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public Dictionary<string, string> Feiten { get; set; } = [];

    /// <summary>Every field that has a value, for a form or a link that asks the same again.</summary>
    public IEnumerable<KeyValuePair<string, string>> Asked => new[]
    {
        KeyValuePair.Create(nameof(Wie), Wie), KeyValuePair.Create(nameof(Veld), Veld), KeyValuePair.Create(nameof(Categorie), Categorie),
        KeyValuePair.Create(nameof(Bijzonder), Bijzonder), KeyValuePair.Create(nameof(Verstrekker), Verstrekker), KeyValuePair.Create(nameof(Aan), Aan),
        KeyValuePair.Create(nameof(Rol), Rol), KeyValuePair.Create(nameof(Gemeente), Gemeente),
        KeyValuePair.Create(nameof(Manier), Manier), KeyValuePair.Create(nameof(Fase), Fase), KeyValuePair.Create(nameof(Doel), Doel),
        KeyValuePair.Create(nameof(Dag), Dag),
    }.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => KeyValuePair.Create(f.Key, f.Value!));

    /// <summary>Today, in the Netherlands.</summary>
    protected LocalDate Today => clock.Today;

    /// <summary>What holds in the municipality of a question.</summary>
    protected Edition EditionOf(SharingQuestion question) =>
        HttpContext.RequestServices.GetRequiredService<SharingEditions>().Of(question.Municipality, question.Day);

    /// <summary>The question as it is in the address.</summary>
    protected Result<SharingQuestion> Read() => intake.Read(
        new NewSharing(
            Wie, Veld, Categorie, Bijzonder, Verstrekker, Aan, Rol, Gemeente, Manier, Fase, Doel, string.IsNullOrEmpty(Dag) ? null : Dag,
            [.. Feiten.Where(f => f.Value == Yes).Select(f => f.Key)]),
        SharingChoices.OwnParty(Actor),
        Today);

    protected override IEnumerable<FieldError> InPageOrder(IEnumerable<FieldError> errors) => errors.OrderBy(e => Array.IndexOf(PageOrder, e.Field));

    /// <summary>The fields of the page are called as those of the API, with a capital.</summary>
    protected override string FieldName(string field) => field switch
    {
        "" => field,
        "omstandigheden" => "",
        _ => $"{char.ToUpperInvariant(field[0])}{field[1..]}",
    };
}
