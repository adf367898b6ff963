using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Consultation;

/// <summary>Handing items over outside the system (engine action <c>ontvangen</c>): all or nothing, a log line for each item.</summary>
public sealed class Handovers(
    ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, Receivers receivers, Municipalities municipalities, IClock clock)
{
    /// <summary>Hands items over to a party.</summary>
    public Task<Result<HandoverView>> HandOverAsync(Actor actor, SignalId id, Purpose? purpose, NewHandover sent, CancellationToken cancel) => db.InTransactionAsync<HandoverView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, purpose, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var step = lifecycle.Act("verstrekken");
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (Errors(sent, entry) is { Count: > 0 } errors)
            return new NotValid(errors);

        // Who hands over must see the items: what somebody may not see is not known to exist.
        var seen = (await reader.BriefAsync(entry, cancel)).Items.Where(b => b.Zichtbaar).ToDictionary(b => b.Id);
        var unknown = sent.Items.Select((item, i) => (item, i)).Where(x => !seen.ContainsKey(x.item)).ToList();
        if (unknown.Count > 0)
            return new NotValid([.. unknown.Select(x => new FieldError($"gegevens[{x.i}]", "Wij vinden dit gegeven niet."))]);

        var (here, recorded) = await receivers.AtTableAsync(entry, [new PresentParty(sent.To!, sent.Municipality)], sent.Items, cancel);
        var receiver = here[0];
        var view = door.View(receiver, Act.Ontvangen);
        var ownLaw = sent.OwnLaw.Select(o => o.Item).ToHashSet();
        var answers = new List<(Guid Id, int Flags, Answer Answer)>();
        foreach (var item in sent.Items)
        {
            var flags = recorded[item].For(receiver.Viewer.Party) | (ownLaw.Contains(item) ? ItemFlags.OwnLawBit : 0);
            var answer = view.Explain(seen[item].Categorie, seen[item].Bijzonder, seen[item].Verstrekker, flags);
            if (!answer.Decision)
                return new NotAllowed(answer.Explanation, answer.Grounds, answer.Missing);
            answers.Add((item, flags, answer));
        }
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow(step.Explanation, ["fase"]);
        await door.ShowForHandoverAsync(entry, receiver, view, cancel);
        var grounds = CaseReader.Grounds(door.Question(receiver, Act.Ontvangen), answers);
        await db.Database.ExecuteSqlAsync($"select toegang.verstrek({sent.Items.ToArray()}, {ownLaw.ToArray()}, {grounds}::jsonb)", cancel);
        return new HandoverView(await RecordAsync(entry, sent, cancel), receiver.Viewer.Party.Code(), sent.Items, [.. answers.SelectMany(a => a.Answer.Grounds).Distinct()])
        {
            Secrecy = [.. answers.Select(a => ItemFlags.SecretUnder(a.Flags)).OfType<string>().Distinct()],
        };
    }, cancel);

    /// <summary>
    /// For every item that the person preparing a hand-over sees: whether it may go along, and why not. What that person does not see is not
    /// named. Hands nothing over and writes nothing.
    /// </summary>
    public Task<Result<IReadOnlyList<HandoverAnswer>>> PreviewAsync(Actor actor, SignalId id, string? to, string? municipality, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        if (!SignalLifecycle.Belongs(lifecycle.Act("verstrekken"), entered.Value.Viewer.Party, entered.Value.Viewer.CircumstanceCodes))
            return new NotAllowed("Dit is niet aan uw partij.");
        if (Codes.Parse<Party>(to) is not { } party)
            return new NotValid("aan", "Kies aan wie u verstrekt.");
        var seen = (await reader.BriefAsync(entered.Value, cancel)).Items.Where(b => b.Zichtbaar).ToList();
        var (receiver, recorded) = await receivers.AtTableAsync(entered.Value, [new PresentParty(to!, municipality)], [.. seen.Select(b => b.Id)], cancel);
        var view = door.View(receiver[0], Act.Ontvangen);
        return Result.Done<IReadOnlyList<HandoverAnswer>>(
            [.. seen.Select(b => new HandoverAnswer(b.Id, view.Explain(b.Categorie, b.Bijzonder, b.Verstrekker, recorded[b.Id].For(party))))]);
    }, cancel);

    private List<FieldError> Errors(NewHandover sent, CaseEntry entry)
    {
        var errors = new List<FieldError>();
        var party = Codes.Parse<Party>(sent.To);
        if (party is null)
            errors.Add(new FieldError("aan", $"Kies aan wie: {string.Join(", ", Codes.All<Party>())}."));
        if (sent.Items.Count == 0)
            errors.Add(new FieldError("gegevens", "Kies minstens één gegeven."));
        if (sent.Items.Distinct().Count() != sent.Items.Count)
            errors.Add(new FieldError("gegevens", "Een gegeven staat er twee keer."));
        if (sent.Municipality is not null && (!municipalities.Exists(sent.Municipality) || sent.Municipality == entry.State.Municipality.Code))
            errors.Add(new FieldError("gemeente", "Kies een andere gemeente die met het portaal werkt."));
        for (var i = 0; i < sent.OwnLaw.Count; i++)
        {
            if (!sent.Items.Contains(sent.OwnLaw[i].Item))
                errors.Add(new FieldError($"andereGrondslag[{i}].gegeven", "Dit gegeven gaat niet mee."));
            if (string.IsNullOrWhiteSpace(sent.OwnLaw[i].Law))
                errors.Add(new FieldError($"andereGrondslag[{i}].wet", "Noem de wet en het artikel van de verstrekker."));
        }
        return errors;
    }

    private async Task<Guid> RecordAsync(CaseEntry entry, NewHandover sent, CancellationToken cancel)
    {
        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(entry.State.Id, "verstrekking", lifecycle.Act("verstrekken").Grounds, cancel);
        var id = Guid.NewGuid();
        db.Handelingen.Add(new HandelingRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            Soort = "verstrekking",
            Partij = sent.To,
            Gemeente = sent.Municipality,
            Inhoud = key.Seal(Canonical.Write(sent), $"handeling/{id}"),
            Namens = entry.Viewer.Party.Code(),
            Door = entry.Viewer.Actor.Account.Value,
            Op = clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return id;
    }
}

/// <summary>Whether an item may go along in a hand-over.</summary>
public sealed record HandoverAnswer(Guid Item, Answer Answer);

/// <summary>A hand-over that was made.</summary>
public sealed record HandoverView(Guid Id, string To, IReadOnlyList<Guid> Items, IReadOnlyList<string> Grounds)
{
    /// <summary>The laws whose secrecy goes along, to be told to the receiver (wpg:7.2, bpg:4.8).</summary>
    public IReadOnlyList<string> Secrecy { get; init; } = [];
}

internal sealed class ItemFlagsRow
{
    public Guid Id { get; init; }
    public int Noodzaak { get; init; }
    public int NoodzaakBijzonder { get; init; }
    public int Vlaggen { get; init; }
}
