using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>Opening a review (wet-pga:13.1.b, 16) and a request of the person concerned (besluit-pga:2–4).</summary>
public sealed class OversightDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, RecordDesk records, IClock clock, DateTimeZone zone)
{
    /// <summary>The record of a request, with its term.</summary>
    public const string Request = "verzoek";

    /// <summary>The record of the decision on it.</summary>
    public const string Decision = "verzoek_besluit";

    /// <summary>What a participant that was consulted answered.</summary>
    public const string Answer = "rechten_antwoord";

    /// <summary>Opens a review, until a day. Whoever reviews need not know of the case before: oversight reaches every case in its area.</summary>
    public Task<Result<Guid>> OpenReviewAsync(Actor actor, SignalId id, string? reason, LocalDate? until, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var step = lifecycle.Act("toetsing_openen");
        var entry = await door.FindAsync(actor, id, cancel);
        if (entry is null)
            return new NotKnown();
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return (await door.EnterAsync(actor, id, null, forChange: false, cancel)).IsDone ? refusal : new NotKnown();
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotKnown();
        var errors = new List<FieldError>();
        Required(reason, "reden", "Schrijf waarom u toetst.", errors);
        if (until is not { } day || day < door.Today || day > door.Today.PlusYears(1))
            errors.Add(new FieldError("tot", "Kies een einddatum, ten hoogste een jaar verder (jjjj-mm-dd)."));
        if (errors.Count > 0)
            return new NotValid(errors);
        return await RecordAsync(entry, step, "toetsing", reason!, until!.Value.PlusDays(1).AtStartOfDayInZone(zone).ToInstant(), entry.Viewer.Party.Code(), Circumstance.ToetsingGeopend, cancel);
    }, cancel);

    /// <summary>Opens a request of the person concerned, or of somebody whom an item is about.</summary>
    public Task<Result<Guid>> OpenRequestAsync(Actor actor, SignalId id, NewRequest sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var step = lifecycle.Act("verzoek_openen");
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (sent.Errors() is { Count: > 0 } errors)
            return new NotValid(errors);
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow(step.Explanation, ["fase"]);
        foreach (var (item, index) in sent.Items.Select((item, index) => (item, index)))
        {
            var row = await db.Database.SqlQuery<Signals.ItemStandRow>($"select * from toegang.gegeven_stand({item})").SingleOrDefaultAsync(cancel);
            if (row is null || row.SignaalId != id.Value)
                return new NotValid($"gegevens[{index}]", "Wij vinden dit gegeven niet.");
        }
        var request = await RecordAsync(entry, step, "verzoek", Canonical.Write(sent), null, null, Circumstance.VerzoekBetrokkene, cancel);
        foreach (var item in sent.Requester == "relatie" ? sent.Items : [])
            await MarkAsync(item, about: true, cancel);
        var words = new Dictionary<string, IReadOnlyList<string>> { ["soort"] = [sent.Kind!], ["verzoeker"] = [sent.Requester!] };
        var laid = await records.MakeAlongAsync(entry, Request, request, new NewRecord(null, null, words), cancel);
        return laid.IsDone ? request : laid.Refusal;
    }, cancel);

    /// <summary>Decides a request: what it opened, closes.</summary>
    public Task<Result<Guid>> DecideRequestAsync(Actor actor, SignalId id, Guid request, NewDecision sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var step = lifecycle.Act("verzoek_openen");
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (sent.Errors(lifecycle.Process) is { Count: > 0 } errors)
            return new NotValid(errors);
        await door.ShowForProcessAsync(entry, cancel);
        var open = await db.Handelingen.AsNoTracking().SingleOrDefaultAsync(h => h.Id == request && h.Soort == "verzoek" && h.Tot == null, cancel);
        if (open is null)
            return new NotKnown();
        using var key = await reader.WorkKeyAsync(id, "verzoek besloten", step.Grounds, cancel);
        if (sent.GrantsAll && await ObjectionsAsync(request, key, cancel) is { Count: > 0 } objecting)
            return new NotNow($"Een deelnemer beroept zich op een wettelijke grond ({string.Join(", ", objecting)}). Dan weigert het contactpunt zo veel als die grond vraagt (artikel 3 lid 2 Besluit PGA).", ["geen_weigeringsgrond"]);
        var words = Canonical.Read<NewRequest>(key.Read(open.Inhoud, $"handeling/{open.Id}"));
        foreach (var item in words.Requester == "relatie" ? words.Items : [])
            await MarkAsync(item, about: false, cancel);
        var decided = Guid.NewGuid();
        var now = clock.GetCurrentInstant();
        db.Handelingen.Add(new HandelingRow
        {
            Id = decided,
            SignaalId = id.Value,
            Soort = "besluit",
            Inhoud = key.Seal(Canonical.Write(new { verzoek = request, besluit = sent.Text, uitkomst = sent.Outcome, gronden = sent.Grounds }), $"handeling/{decided}"),
            Namens = entry.Viewer.Party.Code(),
            Door = actor.Account.Value,
            Op = now,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        if (await db.Stukken.AnyAsync(s => s.Id == request && s.Soort == Request, cancel)
            && await records.MakeAlongAsync(entry, Decision, decided, new NewRecord(request, null, sent.Answers()), cancel) is { IsDone: false } refused)
            return refused.Refusal;
        await door.ShowForProcessAsync(entry, cancel);
        await db.Handelingen.Where(h => h.Id == request).ExecuteUpdateAsync(set => set.SetProperty(h => h.Tot, now), cancel);
        await db.Omstandigheden.Where(o => o.BronId == request).ExecuteUpdateAsync(set => set.SetProperty(o => o.Tot, now), cancel);
        return decided;
    }, cancel);

    /// <summary>The parties that were consulted and said that a legal ground opposes.</summary>
    private async Task<IReadOnlyList<string>> ObjectionsAsync(Guid request, CaseKey key, CancellationToken cancel)
    {
        var questions = await db.Stukken.AsNoTracking().Where(s => s.Bij == request).Select(s => s.Id).ToListAsync(cancel);
        var answers = await db.Stukken.AsNoTracking().Where(s => s.Soort == Answer && s.Bij != null && questions.Contains(s.Bij.Value)).ToListAsync(cancel);
        return [.. answers.Where(a => Canonical.Read<RecordWords>(key.Read(a.Inhoud, $"stuk/{a.Id}")).Answer("weigeren") == "ja").Select(a => a.Namens).Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task MarkAsync(Guid item, bool about, CancellationToken cancel)
    {
        var row = await db.Database.SqlQuery<Signals.ItemStandRow>($"select * from toegang.gegeven_stand({item})").SingleAsync(cancel);
        var flags = row.Flags.AboutRequester(about);
        await db.Database.ExecuteSqlAsync(
            $"select toegang.gegeven_bijwerken({item}, {flags.Necessity}, {flags.SpecialNecessity}, {(short)flags.Fixed}, {"verzoek van een relatie"})", cancel);
    }

    private async Task<Guid> RecordAsync(
        CaseEntry entry, Convenant.Process.StepDefinition step, string kind, string words, Instant? until, string? party, Circumstance circumstance, CancellationToken cancel)
    {
        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(entry.State.Id, step.Code, step.Grounds, cancel);
        var id = Guid.NewGuid();
        var now = clock.GetCurrentInstant();
        db.Handelingen.Add(new HandelingRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            Soort = kind,
            Inhoud = key.Seal(words, $"handeling/{id}"),
            Namens = entry.Viewer.Party.Code(),
            Door = entry.Viewer.Actor.Account.Value,
            Op = now,
            Tot = until,
        });
        await db.SaveChangesAsync(cancel);
        db.Omstandigheden.Add(new OmstandigheidRow
        {
            Id = Guid.NewGuid(),
            SignaalId = entry.State.Id.Value,
            Partij = party,
            Code = circumstance.Code(),
            Bron = kind,
            BronId = id,
            Sinds = now,
            Tot = until,
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return id;
    }

    private static void Required(string? text, string field, string message, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, message));
        else if (text.Length > 4000)
            errors.Add(new FieldError(field, "Dit is te lang. Gebruik ten hoogste 4000 tekens."));
    }
}
