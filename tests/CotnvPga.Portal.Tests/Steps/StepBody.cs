using System.Text.Json.Nodes;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>What somebody sends to take a step, to do an act beside the steps or to lay down a record, made from what the process data ask.</summary>
/// <param name="convenant">The rule data.</param>
/// <param name="item">An item of the case.</param>
/// <param name="shielded">An item of the case that its supplier holds back.</param>
/// <param name="meeting">A meeting of the municipality.</param>
public sealed class StepBody(CompiledConvenant convenant, Guid item, Guid shielded, Guid meeting)
{
    private static string Later => DateTimeOffset.UtcNow.AddMonths(2).ToString("yyyy-MM-dd", null);

    /// <summary>Acts that are sent from here. Their name in the API is not in the data, so each has its line in <see cref="OfAct"/>.</summary>
    public static IReadOnlySet<string> Acts { get; } = new HashSet<string> { "toelaten", "verstrekken", "afwijken", "toetsing_openen", "verzoek_openen", "agenderen" };

    /// <summary>Acts on one item, person or other case. Whether one is done depends on that as well; that it is refused wherever it is not somebody's, does not.</summary>
    public static IReadOnlyDictionary<string, HttpMethod> Aimed { get; } = new Dictionary<string, HttpMethod>
    {
        ["bijlage_toevoegen"] = HttpMethod.Post,
        ["gegeven_corrigeren"] = HttpMethod.Put,
        ["gegeven_toetsen"] = HttpMethod.Put,
        ["wijziging_voorstellen"] = HttpMethod.Post,
        ["wijziging_beslissen"] = HttpMethod.Put,
        ["overdracht_sturen"] = HttpMethod.Post,
        ["overdracht_overnemen"] = HttpMethod.Post,
        ["uitsluiten"] = HttpMethod.Post,
        ["uitsluiten_vooraf"] = HttpMethod.Post,
        ["zaken_verbinden"] = HttpMethod.Post,
    };

    /// <summary>Confirming a running case: until all three did there is no case that could be in a phase (PriorCases).</summary>
    public static IReadOnlySet<string> NotTried { get; } = new HashSet<string> { "lopende_zaak_bevestigen" };

    /// <summary>The address from the root of the API and the body of an act that aims at something.</summary>
    /// <param name="act">The act.</param>
    /// <param name="signal">The case.</param>
    /// <param name="proposal">A proposal on the item that waits, or none that exists.</param>
    /// <param name="colleague">Somebody of the sender's party.</param>
    /// <param name="party">The sender's party.</param>
    /// <param name="other">The number of another case.</param>
    public (string Path, JsonObject Body) OfAimed(string act, Guid signal, Guid proposal, Guid colleague, string party, string other) => act switch
    {
        "bijlage_toevoegen" => ($"gegevens/{item}/bijlagen", new JsonObject { ["naam"] = "verslag.txt", ["inhoud"] = Convert.ToBase64String("Verslag van een gesprek."u8) }),
        "gegeven_corrigeren" => ($"gegevens/{item}/waarde", new JsonObject { ["waarde"] = "Iets anders gezien.", ["reden"] = "Verschreven." }),
        "gegeven_toetsen" => ($"gegevens/{item}/toets", new JsonObject { ["toelichting"] = "Nagebeld." }),
        "wijziging_voorstellen" => ($"gegevens/{item}/voorstellen", new JsonObject { ["waarde"] = "Iets anders gezien.", ["reden"] = "Bij ons staat het anders." }),
        "wijziging_beslissen" => ($"gegevens/{item}/voorstellen/{proposal}", new JsonObject { ["besluit"] = "geweigerd", ["reden"] = "Het klopt zo." }),
        "overdracht_sturen" => ($"signalen/{signal}/overdracht", new JsonObject { ["gemeente"] = "9902", ["gegevens"] = new JsonArray(item.ToString()), ["toelichting"] = "Verhuisd." }),
        "overdracht_overnemen" => ($"signalen/{signal}/overdracht/overnemen", []),
        "uitsluiten" => ($"signalen/{signal}/belangen", new JsonObject { ["soort"] = "uitgesloten", ["persoon"] = colleague.ToString(), ["reden"] = "Buurman." }),
        "uitsluiten_vooraf" => ($"signalen/{signal}/belangen", new JsonObject { ["soort"] = "uitgesloten", ["persoon"] = colleague.ToString(), ["partij"] = party == "om" ? "politie" : "om", ["reden"] = "Buurman." }),
        "zaken_verbinden" => ($"signalen/{signal}/verbanden", new JsonObject { ["nummer"] = other }),
        _ => throw new ArgumentException($"The process names the act '{act}': say in {nameof(StepBody)} how it is sent.", nameof(act)),
    };

    /// <summary>The address, below that of the case, and the body that brings all facts that words can bring; or all but one.</summary>
    /// <param name="step">The step.</param>
    /// <param name="without">The fact that is left out; null for none.</param>
    public (string Path, JsonObject Body) OfStep(StepDefinition step, string? without = null)
    {
        var body = new JsonObject { ["stap"] = step.Code };
        foreach (var need in step.Needs.Where(CaseTruth.OfWords.Contains))
        {
            // An objection is not something to leave out: an item that is held back goes along.
            if (need == "geen_bezwaar" && without == need)
                body["gegevens"] = new JsonArray(shielded.ToString());
            else if (need != without)
                Add(body, need, step);
        }
        return ("stappen", body);
    }

    /// <summary>The same for an act beside the steps. Its name in the API is not in the data: a new act gets its line here.</summary>
    public (string Path, JsonObject Body) OfAct(StepDefinition act) => act.Code switch
    {
        "toelaten" => ("toelatingen", new JsonObject
        {
            ["partij"] = "derde",
            ["persoon"] = "M. Mentor",
            ["organisatie"] = "Jongerenwerk",
            ["grondslag"] = "deskundigheid",
            ["doel"] = "Kent de jongere.",
            ["overleg"] = "2099-03-01",
        }),
        "verstrekken" => ("verstrekkingen", new JsonObject { ["aan"] = "om", ["gegevens"] = new JsonArray(item.ToString()) }),
        "afwijken" => ("afwijkingen", new JsonObject { ["artikel"] = _departable, ["motivering"] = "Het kan hier niet anders.", ["tot"] = Later }),
        "toetsing_openen" => ("toetsingen", new JsonObject { ["reden"] = "Steekproef.", ["tot"] = Later }),
        "agenderen" => ("agenda", new JsonObject { ["bijeenkomst"] = meeting.ToString() }),
        "verzoek_openen" => ("verzoeken", new JsonObject { ["soort"] = "inzage", ["verzoeker"] = "betrokkene" }),
        _ => throw new ArgumentException($"The process names the act '{act.Code}': say in {nameof(StepBody)} how it is sent.", nameof(act)),
    };

    /// <summary>The same for a record beside the steps: every field that is asked, answered as its kind asks.</summary>
    /// <param name="record">The kind of record.</param>
    /// <param name="about">The record it is about; null for none.</param>
    public (string Path, JsonObject Body) OfRecord(RecordDefinition record, string? about)
    {
        var answers = new JsonObject();
        foreach (var field in record.Fields.Where(f => f.Required))
            answers[field.Code] = Answer(field);
        var body = new JsonObject { ["stuk"] = record.Code, ["velden"] = answers };
        if (about is not null)
            body["bij"] = about;
        return ("stukken", body);
    }

    // A clause that can be departed from in every phase: no term of a phase hangs on it.
    private readonly string _departable = convenant.WithoutLocal("9901") is var edition
        ? edition.Clauses.First(c => c.Nature == ClauseNature.PasToeOfLegUit && (c.TermCode is null || edition.Terms[c.TermCode].Phase is null)).Id
        : "";

    private static void Add(JsonObject body, string need, StepDefinition step)
    {
        switch (need)
        {
            case "kwaliteitstoets": body["kwaliteit"] = new JsonObject { ["juistheid"] = true, ["toelichting"] = "Nagebeld." }; break;
            case "reden_uit_norm": body["reden"] = "geen_radicalisering"; break;
            case "partij_en_vraag": (body["partij"], body["vraag"]) = ("rvdk", "Loopt er een onderzoek?"); break;
            case "open_raadpleging": body["partij"] = "rvdk"; break;
            case "spoedreden": body["spoedreden"] = "Er dreigt vannacht iets."; break;
            case "deelnemers": body["deelnemers"] = new JsonArray([.. new[] { "burgemeester", "politie", "om", "college" }.Select(p => new JsonObject { ["partij"] = p, ["reden"] = "Nodig." })]); break;
            case "toelichting": body["toelichting"] = "Er is niets gevonden."; break;
            case "doel": body["doelen"] = new JsonArray("Weer naar school."); break;
            case "interventie": body["interventies"] = new JsonArray(new JsonObject { ["omschrijving"] = "Gesprek", ["eigenaar"] = "college", ["datum"] = Later }); break;
            case "nog_nodig": body["nogNodig"] = true; break;
            case "reden": body["reden"] = "doelen_bereikt"; break;
            case "gemeente": body["gemeente"] = "9902"; break;
            case "geen_bezwaar": break;
            default: throw new ArgumentException($"{step.Code} needs '{need}': say in {nameof(StepBody)} with which words.", nameof(need));
        }
    }

    private JsonNode Answer(RecordField field) => field.Kind switch
    {
        RecordFieldKind.Dag => Later,
        RecordFieldKind.JaNee => true,
        RecordFieldKind.Getal => 1,
        RecordFieldKind.Reden => convenant.Process.Reasons[field.From!][0].Code,
        RecordFieldKind.Redenen => new JsonArray(convenant.Process.Reasons[field.From!][0].Code),
        RecordFieldKind.Partij => convenant.GroupOf("partij", field.From!).Order(StringComparer.Ordinal).First(),
        RecordFieldKind.Partijen => new JsonArray(convenant.GroupOf("partij", field.From!).Order(StringComparer.Ordinal).First()),
        RecordFieldKind.Gemeente => "9902",
        RecordFieldKind.Interventie => convenant.Process.Interventions.All[0].Code,
        RecordFieldKind.Rijen => new JsonArray(new JsonObject(field.Rows.Where(r => r.Required).Select(r => KeyValuePair.Create(r.Code, (JsonNode?)Answer(r))))),
        _ => "Iets om op te schrijven."[..Math.Min(field.Longest ?? int.MaxValue, 24)],
    };
}
