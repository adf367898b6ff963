using CotnvPga.Data.Exercise;
using CotnvPga.Data.Registers;
using CotnvPga.Domain;
using CotnvPga.Domain.Exercise;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Identity.Demo;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Cli.Demo;

/// <summary>What overseers and the minister's side of the demo laid down, and a weighing exercise that runs today.</summary>
internal sealed class DemoOversight(RegisterDesk registers, ExerciseDesk exercises, LocalDate today)
{
    /// <summary>Lays it down.</summary>
    public async Task LayDownAsync(CancellationToken cancel)
    {
        await WorkOfMinisterAsync(cancel);
        await AdviceAndAuditAsync(cancel);
        await ExerciseAsync(cancel);
    }

    private async Task WorkOfMinisterAsync(CancellationToken cancel)
    {
        var judgement = await LayAsync("nctv.adviseur", "cotnv", "cotnv_beoordeling", null, cancel,
            ("activiteit", "Vragen van gemeenten over anti-institutioneel denken bundelen"), ("vraag", "Drie gemeenten vragen hetzelfde. Komt dit vaker voor?"), ("gericht", "trend"),
            ("gebeurtenis", "nee"), ("wet", "wet_cotnv"), ("waarom", "Een trend duiden, zodat gemeenten dezelfde aanpak kiezen. Het gaat niet over personen."));
        await LayAsync("nctv.compliance", "cotnv", "cotnv_beoordeling_akkoord", judgement, cancel, ("akkoord", "ja"), ("toelichting", "Het is een trend en het dient de samenhang."));
        var assignment = await LayAsync("nctv.adviseur", "cotnv", "cotnv_opdracht", judgement, cancel,
            ("opdrachtgever", "Hoofd lokale aanpak"), ("vraag", "Komt dit vaker voor, en waar lopen gemeenten vast?"), ("behoefte", "Een handreiking voor gemeenten."), ("product", "trend"),
            ("bronnen", "landelijk_beeld"), ("persoonsgegevens", "nee"), ("van", Day(0)), ("tot", Day(90)));
        await LayAsync("nctv.compliance", "cotnv", "cotnv_opdracht_akkoord", assignment, cancel, ("akkoord", "ja"), ("toelichting", "Alleen landelijke tabellen."));
        await LayAsync("nctv.adviseur", "cotnv", "cotnv_werk", assignment, cancel,
            ("titel", "Meer vragen over anti-institutioneel denken"), ("soort", "trend"), ("bevinding", "Gemeenten vragen vooral wanneer gewone kritiek overgaat in iets anders."), ("bronnen", "landelijk_beeld"));
        await LayAsync("nctv.adviseur", "cotnv", "cotnv_beoordeling", null, cancel,
            ("activiteit", "Meekijken met één gesprek in een gemeente"), ("vraag", "Een gemeente vraagt of wij meekijken."), ("gericht", "samenwerking"), ("gebeurtenis", "nee"), ("wet", "geen"),
            ("waarom", "Zonder concrete gebeurtenis is dit geen taak van de minister."));
    }

    private async Task AdviceAndAuditAsync(CancellationToken cancel)
    {
        var asked = await LayAsync("coordinator.voorbeeldstad", "commissie", "rac_adviesvraag", null, cancel,
            ("verwerking", "Overleg via beeldbellen"), ("wat", "Deelnemers die ver weg zitten, doen mee op afstand."), ("gevolgen", "Meer kans dat iemand meekijkt. De DPIA noemt maatregelen."));
        await LayAsync("rac.landelijk", "commissie", "rac_advies", asked, cancel,
            ("uitkomst", "positief_mits"), ("advies", "Het kan, als niemand opneemt en ieder alleen in de kamer is."), ("voorwaarden", "Geen opname; ieder alleen in de kamer."));
        await LayAsync("fg.voorbeeldstad", "fg", "fg_bevinding", null, cancel,
            ("onderwerp", "uitstel"), ("bevinding", "Bij uitgestelde berichten ontbreekt soms de dag waarop opnieuw wordt gekeken."), ("ernst", "licht"), ("advies", "Zet die dag er altijd bij."), ("klaar", Day(30)));
        await LayAsync("auditor.landelijk", "audit", "audit_start", null, cancel,
            ("onderwerp", "Bewaren en vernietigen"), ("kader", "Artikel 9 Wet PGA en artikel 16 Besluit PGA."), ("van", "2025-07-01"), ("tot", Day(0)), ("onafhankelijk", "Een extern bureau zonder andere opdrachten."));
    }

    private async Task ExerciseAsync(CancellationToken cancel)
    {
        var maker = DemoWorld.Person("nctv.rapportage").Actor;
        var round = Done(await exercises.BeginAsync(maker, new NewRound(today.Year, today.Month <= 6 ? 1 : 2, today, today.PlusDays(60)), cancel));
        foreach (var made in Cases)
            Done(await exercises.AddCaseAsync(maker, round, made, cancel));
        foreach (var checker in new[] { "rac.landelijk", "auditor.landelijk" })
            Done(await exercises.CheckAsync(DemoWorld.Person(checker).Actor, round, true, "Zaken gelezen; de versies verschillen alleen in het kenmerk.", cancel));
    }

    private static IEnumerable<NewExerciseCase> Cases =>
    [
        new("Stiller op school", "geslacht",
            "[[naam]] is 16. De mentor ziet dat [[hij]] stiller wordt en pauzes alleen doorbrengt. In een werkstuk schrijft [[hij]] dat geweld soms de enige taal is. Thuis is er ruzie over geld. [[naam]] gaat nog elke week naar voetbal.",
            Words(("naam", "Daan"), ("hij", "hij")), Words(("naam", "Lotte"), ("hij", "zij"))),
        new("Boetes terugsturen", "ideologie",
            "Een man van 44 stuurt boetes terug met een brief waarin staat dat [[reden]]. Bij de balie schreeuwde hij dat ‘jullie nog wel zullen zien’. Hij heeft werk en ziet zijn kinderen elk weekend. Er zijn geen wapens bekend.",
            Words(("reden", "de overheid geen gezag over hem heeft")), Words(("reden", "alleen de wet van God voor hem geldt"))),
        new("Nieuwe vrienden", "herkomst",
            "[[naam]] is 19 en woont bij zijn ouders. Sinds de zomer trekt hij op met een groep die filmpjes deelt van aanslagen. Hij zegt dat hij alleen kijkt. Zijn oude vrienden zien hem niet meer. Hij zoekt een opleiding.",
            Words(("naam", "Younes")), Words(("naam", "Thijs"))),
    ];

    private static SortedDictionary<string, string> Words(params (string Place, string Word)[] words) => new(words.ToDictionary(w => w.Place, w => w.Word), StringComparer.Ordinal);

    private string Day(int days) => LocalDatePattern.Iso.Format(today.PlusDays(days));

    private async Task<Guid> LayAsync(string who, string register, string form, Guid? about, CancellationToken cancel, params (string Field, string Answer)[] words) => Done(await registers.AddAsync(
        DemoWorld.Person(who).Actor, register, new NewRegisterRecord(form, null, new NewRecord(about, null, words.ToDictionary(w => w.Field, IReadOnlyList<string> (w) => [w.Answer]))), cancel));

    private static Guid Done(Result<Guid> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"Het toezicht van de demo past niet bij de regels: {result.Refusal}");
}
