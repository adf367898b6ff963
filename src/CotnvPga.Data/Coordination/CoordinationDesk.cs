using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Coordination;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Coordination;

/// <summary>
/// The desk without persons: seats of the adviser that were asked, granted and ended, municipalities that ask for help, good practices.
/// Nothing of a case can be reached from here.
/// </summary>
public sealed class CoordinationDesk(ZaakContext db, CompiledConvenant convenant, TaskTickets tasks, Municipalities municipalities)
{
    /// <summary>The task of the minister's side.</summary>
    public const string Assess = "zetel_beoordelen";

    /// <summary>The task of a municipality that may ask for help.</summary>
    public const string Ask = "hulp_vragen";

    private const string Bases = "zetel_grondslag";
    private const string Subjects = "hulp_onderwerp";
    private const int Longest = 4000;
    private const int LongestTitle = 120;

    private static readonly string[] Ground = ["wet-cotnv:2"];

    /// <summary>What this person may see here; <see cref="NotKnown"/> for who has no task at this desk.</summary>
    public Task<Result<CoordinationView>> OpenAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<CoordinationView>(async () =>
    {
        var (assesses, asks) = (tasks.Has(actor, Assess), tasks.Has(actor, Ask));
        if (!assesses && !asks)
            return new NotKnown();
        await tasks.ShowAsync(actor, assesses ? Assess : Ask, cancel);
        var seats = await db.Database.SqlQuery<SeatRow>(
            $"select id, nummer, gemeente, grondslag, doel, gebeurtenis, dag, gevraagd_op, wet, toelichting, beoordeeld_door, akkoord, vernietigd_op from coordinatie.zetel").ToListAsync(cancel);
        var help = await db.Database.SqlQuery<HelpRow>($"select id, gemeente, onderwerp, op, opgepakt_op from coordinatie.hulpvraag").ToListAsync(cancel);
        var practices = await db.Database.SqlQuery<PracticeRow>($"select id, titel, tekst, op from coordinatie.voorbeeld").ToListAsync(cancel);
        return new CoordinationView(
            assesses, asks,
            [.. seats.OrderByDescending(s => s.Dag).ThenBy(s => s.Nummer, StringComparer.Ordinal).Select(s => s.ToSeat())],
            [.. help.OrderByDescending(h => h.Op).Select(h => new HelpRequest(h.Id, h.Gemeente, h.Onderwerp, h.Op, h.OpgepaktOp))],
            [.. practices.OrderByDescending(p => p.Op).Select(p => new GoodPractice(p.Id, p.Titel, p.Tekst, p.Op))]);
    }, cancel);

    /// <summary>Says under which law the minister's task covers a seat, or that it does not.</summary>
    public Task<Result<Guid>> AssessAsync(Actor actor, Guid seat, string? law, string? explanation, CancellationToken cancel) => ActAsync(actor, Assess, async () =>
    {
        var errors = new List<FieldError>();
        IReadOnlyList<string> laws = [.. convenant.Process.Reasons[Bases].Select(r => r.Code), AdviserSeat.NoTask];
        if (law is null || !laws.Contains(law))
            errors.Add(new FieldError("wet", $"Kies een wet: {string.Join(", ", laws)}."));
        Text(explanation, "toelichting", "Schrijf waarom.", Longest, errors);
        if (errors.Count > 0)
            return new NotValid(errors);
        return await FoundAsync($"select toegang.zetel_beoordelen({seat}, {law}, {explanation!.Trim()}) as \"Value\"", cancel)
            ? seat
            : new NotNow("Deze zetel is al beoordeeld, of bestaat niet.", ["zetel"]);
    }, cancel);

    /// <summary>A second person agrees with the assessment, or does not.</summary>
    public Task<Result<Guid>> ConfirmAsync(Actor actor, Guid seat, bool? agrees, CancellationToken cancel) => ActAsync(actor, Assess, async () =>
    {
        if (agrees is not { } yes)
            return new NotValid("akkoord", "Zeg ja (true) of nee (false).");
        return await FoundAsync($"select toegang.zetel_bevestigen({seat}, {yes}) as \"Value\"", cancel)
            ? seat
            : new NotNow("Een tweede persoon bevestigt een beoordeling, één keer. Wie beoordeelde, bevestigt niet zelf.", ["tweede_persoon"]);
    }, cancel);

    /// <summary>Confirms that nothing of a meeting is kept any more.</summary>
    public Task<Result<Guid>> DestroyedAsync(Actor actor, Guid seat, CancellationToken cancel) => ActAsync(actor, Assess, async () =>
        await FoundAsync($"select toegang.zetel_vernietigd({seat}) as \"Value\"", cancel) ? seat : new NotNow("Bij deze zetel valt niets te bevestigen.", ["zetel"]), cancel);

    /// <summary>A municipality asks for help on a subject, without a case.</summary>
    public Task<Result<Guid>> AskHelpAsync(Actor actor, string? municipality, string? subject, CancellationToken cancel) => ActAsync(actor, Ask, async () =>
    {
        var errors = new List<FieldError>();
        if (municipality is null || !municipalities.Exists(municipality) || !tasks.Has(actor, Ask, municipality))
            errors.Add(new FieldError("gemeente", "Kies uw eigen gemeente."));
        if (subject is null || convenant.Process.Reasons[Subjects].All(r => r.Code != subject))
            errors.Add(new FieldError("onderwerp", $"Kies een onderwerp: {string.Join(", ", convenant.Process.Reasons[Subjects].Select(r => r.Code))}."));
        if (errors.Count > 0)
            return new NotValid(errors);
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync($"insert into coordinatie.hulpvraag (id, gemeente, onderwerp, door) values ({id}, {municipality}, {subject}, {actor.Account.Value})", cancel);
        return id;
    }, cancel);

    /// <summary>The minister's side takes up a request for help.</summary>
    public Task<Result<Guid>> TakeUpAsync(Actor actor, Guid request, CancellationToken cancel) => ActAsync(actor, Assess, async () =>
        await FoundAsync($"select toegang.hulp_oppakken({request}) as \"Value\"", cancel) ? request : new NotNow("Deze vraag is al opgepakt, of bestaat niet.", ["hulpvraag"]), cancel);

    /// <summary>Shares a good practice with everybody at this desk.</summary>
    public Task<Result<Guid>> ShareAsync(Actor actor, string? title, string? text, CancellationToken cancel) => ActAsync(actor, tasks.Has(actor, Assess) ? Assess : Ask, async () =>
    {
        var errors = new List<FieldError>();
        Text(title, "titel", "Geef een titel.", LongestTitle, errors);
        Text(text, "tekst", "Schrijf wat werkte.", Longest, errors);
        if (errors.Count > 0)
            return new NotValid(errors);
        var id = Guid.NewGuid();
        await db.Database.ExecuteSqlAsync($"insert into coordinatie.voorbeeld (id, titel, tekst, door) values ({id}, {title!.Trim()}, {text!.Trim()}, {actor.Account.Value})", cancel);
        return id;
    }, cancel);

    private Task<Result<Guid>> ActAsync(Actor actor, string task, Func<Task<Result<Guid>>> act, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        if (!tasks.Has(actor, task))
            return tasks.Has(actor, Assess) || tasks.Has(actor, Ask) ? new NotAllowed("Dit is niet aan u.", Ground, []) : (Result<Guid>)new NotKnown();
        await tasks.ShowAsync(actor, task, cancel);
        return await act();
    }, cancel);

    private async Task<bool> FoundAsync(FormattableString sql, CancellationToken cancel) => await db.Database.SqlQuery<bool>(sql).SingleAsync(cancel);

    private static void Text(string? text, string field, string empty, int most, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, empty));
        else if (text.Length > most)
            errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {most} tekens."));
        else if (new PersonText(text).HasCitizenNumber)
            errors.Add(new FieldError(field, "Hierin staat een burgerservicenummer. Hier komt niets over een persoon."));
    }
}

/// <summary>The desk without persons.</summary>
/// <param name="Assesses">Whether the viewer is of the minister's side.</param>
/// <param name="Asks">Whether the viewer may ask for help.</param>
/// <param name="Seats">Seats, for the minister's side.</param>
/// <param name="Help">Requests for help.</param>
/// <param name="Practices">Good practices.</param>
public sealed record CoordinationView(bool Assesses, bool Asks, IReadOnlyList<AdviserSeat> Seats, IReadOnlyList<HelpRequest> Help, IReadOnlyList<GoodPractice> Practices);
