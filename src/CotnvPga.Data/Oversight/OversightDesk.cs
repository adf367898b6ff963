using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>Opening a review (wet-pga:13.1.b, 16) and a request of the person concerned (besluit-pga:2–4).</summary>
public sealed class OversightDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IClock clock, DateTimeZone zone)
{
    /// <summary>Opens a review, until a day. Whoever reviews need not know of the case before: oversight reaches every case in its area.</summary>
    public Task<Result<Guid>> OpenReviewAsync(Actor actor, SignalId id, string? reason, LocalDate? until, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var step = lifecycle.Act("toetsing_openen");
        var entry = await door.FindAsync(actor, id, forChange: true, cancel);
        if (entry is null || (!Belongs(step, entry) && !(await door.EnterAsync(actor, id, null, false, cancel)).IsDone))
            return new NotKnown();
        if (!Belongs(step, entry))
            return new NotAllowed($"Dit is niet aan uw partij. {step.Explanation}", step.Grounds, []);
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
        if (!Belongs(step, entry))
            return new NotAllowed($"Dit is niet aan uw partij. {step.Explanation}", step.Grounds, []);
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
        {
            var row = await db.Database.SqlQuery<Signals.ItemStandRow>($"select * from toegang.gegeven_stand({item})").SingleAsync(cancel);
            var flags = row.Flags.AboutRequester(true);
            await db.Database.ExecuteSqlAsync(
                $"select toegang.gegeven_bijwerken({item}, {flags.Necessity}, {flags.SpecialNecessity}, {(short)flags.Fixed}, {"verzoek van een relatie"})", cancel);
        }
        return request;
    }, cancel);

    private static bool Belongs(Convenant.Process.StepDefinition step, CaseEntry entry) =>
        SignalLifecycle.Belongs(step, entry.Viewer.Party, entry.Viewer.CircumstanceCodes) && entry.Viewer.Circumstances.Contains(Circumstance.Geautoriseerd);

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
