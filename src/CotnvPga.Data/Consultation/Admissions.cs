using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Consultation;

/// <summary>Letting a third party or an adviser in for one meeting (wet-pga:3.3): by the three, and only where the law lets that party sit.</summary>
public sealed class Admissions(ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IClock clock, DateTimeZone zone)
{
    private readonly Proposals _proposals = new(db, clock);

    /// <summary>Proposes or agrees to an admission; the third equal post takes effect.</summary>
    public Task<Result<AdmissionView>> AdmitAsync(Actor actor, SignalId id, NewAdmission sent, CancellationToken cancel) => db.InTransactionAsync<AdmissionView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var step = lifecycle.Act("toelaten");
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        var read = sent.Read(door.Today);
        if (!read.IsDone)
            return read.Refusal;
        var admission = read.Value;
        var answer = convenant.Decide(new Question(
            "overleg",
            new Dictionary<string, string>
            {
                ["partij"] = admission.Party.Code(),
                ["handeling"] = Act.Deelnemen.Code(),
                ["doel"] = PurposeOf(admission.Party).Code(),
                ["fase"] = entry.State.Phase.Code(),
            },
            door.Today,
            admission.Circumstances.Select(c => c.Code()).ToHashSet(),
            Edition: door.EditionOf(entry)));
        if (!answer.Decision)
            return new NotAllowed(answer.Explanation, answer.Grounds, answer.Missing);
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow(step.Explanation, ["fase"]);

        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(id, step.Code, step.Grounds, cancel);
        var words = Canonical.Write(admission);
        var agreement = await _proposals.PostAsync(entry, step, words, key, cancel);
        if (agreement.WaitingFor.Count > 0)
            return new AdmissionView(null, agreement.WaitingFor);

        var admitted = Guid.NewGuid();
        var until = admission.MeetingOn.PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
        db.Handelingen.Add(new HandelingRow
        {
            Id = admitted,
            SignaalId = id.Value,
            Soort = "toelating",
            Partij = admission.Party.Code(),
            Inhoud = key.Seal(words, $"handeling/{admitted}"),
            Namens = entry.Viewer.Party.Code(),
            Door = actor.Account.Value,
            Op = clock.GetCurrentInstant(),
            Tot = until,
        });
        // The circumstances point at the act: it must be there first.
        await db.SaveChangesAsync(cancel);
        foreach (var circumstance in admission.Circumstances)
            Give(id, admission.Party.Code(), circumstance, admitted, until);
        // What a guest brings is recorded by the participants, while the guest is admitted (wet-pga:3.4).
        if (Codes.Parse<Supplier>(admission.Party.Code()) is not null)
        {
            foreach (var participant in convenant.GroupOf("partij", "deelnemers"))
                Give(id, participant, Circumstance.Toegelaten, admitted, until);
        }
        await db.SaveChangesAsync(cancel);
        await db.Voorstellen.Where(v => v.Id == agreement.Proposal).ExecuteUpdateAsync(s => s.SetProperty(v => v.Stand, "aangenomen"), cancel);
        db.ChangeTracker.Clear();
        return new AdmissionView(admitted, []);
    }, cancel);

    private void Give(SignalId id, string party, Circumstance circumstance, Guid admission, Instant until) => db.Omstandigheden.Add(new OmstandigheidRow
    {
        Id = Guid.NewGuid(),
        SignaalId = id.Value,
        Partij = party,
        Code = circumstance.Code(),
        Bron = "toelating",
        BronId = admission,
        Sinds = clock.GetCurrentInstant(),
        Tot = until,
    });

    /// <summary>What a party at the table comes for: the first purpose of its memberships, else the tailored plan itself.</summary>
    internal Purpose PurposeOf(Party party) => lifecycle.Process.Memberships.TryGetValue(party.Code(), out var membership)
        ? Codes.Known<Purpose>(membership.Purposes[0])
        : Purpose.Persoonsgericht;
}

/// <summary>What came of an admission: its id, or whom it still waits for.</summary>
public sealed record AdmissionView(Guid? Id, IReadOnlyList<string> WaitingFor);
