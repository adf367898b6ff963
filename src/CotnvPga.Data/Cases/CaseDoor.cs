using System.Collections.Frozen;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>
/// The one way into a case: who is this person here, for which party and purpose, and may that person know of it at all.
/// Whoever may not, gets the answer of a case that does not exist.
/// </summary>
public sealed class CaseDoor(ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, TicketSealer tickets, MaskStore masks, CaseEditions editions, IClock clock, DateTimeZone zone)
{
    // A request that only looks enters a case once, whatever it looks at; what was changed is looked at again.
    private readonly Dictionary<(AccountId, SignalId), CaseEntry> _entered = [];
    private readonly Dictionary<(AccountId, SignalId, Party, Purpose, string), object> _read = [];
    private bool _changes;

    /// <summary>The day of decision: always today, in the Netherlands.</summary>
    public LocalDate Today => clock.GetCurrentInstant().InZone(zone).Date;

    internal ZaakContext Context => db;

    /// <summary>Enters a case that the person may know of.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which case.</param>
    /// <param name="purpose">What for; null for the default of the membership.</param>
    /// <param name="forChange">Keeps others from changing the case until the transaction ends.</param>
    /// <returns><see cref="NotKnown"/>, or <see cref="NotAllowed"/> when the purpose is not one of the membership's.</returns>
    public async Task<Result<CaseEntry>> EnterAsync(Actor actor, SignalId id, Purpose? purpose, bool forChange, CancellationToken cancel)
    {
        _changes |= forChange;
        if (await KnownOnceAsync(actor, id, cancel) is not { } entry)
            return new NotKnown();
        if (forChange)
        {
            // Only who knows of the case may make others wait for it; what was true before the wait is looked at again.
            await ShowPersonAsync(actor, cancel);
            await db.Database.ExecuteSqlAsync($"select toegang.vergrendel({id.Value})", cancel);
            if (await KnownAsync(actor, id, cancel) is not { } still)
                return new NotKnown();
            entry = still;
        }
        if (purpose is null || purpose == entry.Viewer.Purpose)
            return entry;
        if (!PurposesOf(entry.Viewer.Membership.Party).Contains(purpose.Value))
            return new NotAllowed($"Uw partij werkt hier niet met het doel '{purpose.Value.Code()}'.");
        return entry with { Viewer = entry.Viewer with { Purpose = purpose.Value } };
    }

    /// <summary>
    /// Whether an answer that the person got about this case may be given again: while the person may know of the case, or had a place in
    /// it when it was destroyed (the destroying itself may be asked for twice).
    /// </summary>
    public async Task<bool> RemembersAsync(Actor actor, SignalId id, CancellationToken cancel) =>
        await FindAsync(actor, id, cancel) is { } entry && (entry.State.Phase == Phase.Vernietigd || await KnowsAsync(entry, cancel));

    /// <summary>What several parts of a page need of a case: read once by a request that only looks, and anew by one that changes.</summary>
    /// <param name="entry">Who, in which case.</param>
    /// <param name="what">Name of what is read.</param>
    /// <param name="read">Reads it.</param>
    internal async Task<T> OnceAsync<T>(CaseEntry entry, string what, Func<Task<T>> read)
        where T : class
    {
        if (_changes)
            return await read();
        var key = (entry.Viewer.Actor.Account, entry.State.Id, entry.Viewer.Party, entry.Viewer.Purpose, what);
        if (!_read.TryGetValue(key, out var before))
            _read[key] = before = await read();
        return (T)before;
    }

    /// <summary>Whether a membership in force brings this purpose.</summary>
    public bool MayUse(Actor actor, Purpose purpose) => InForce(actor).Any(m => PurposesOf(m.Party).Contains(purpose));

    /// <summary>The person's place in the case, known or not; null when there is no such case or no place in it.</summary>
    internal async Task<CaseEntry?> FindAsync(Actor actor, SignalId id, CancellationToken cancel) => await PlacesAsync(actor, id, cancel) is [var first, ..] ? first : null;

    private async Task<CaseEntry?> KnownOnceAsync(Actor actor, SignalId id, CancellationToken cancel)
    {
        if (!_changes && _entered.TryGetValue((actor.Account, id), out var before))
            return before;
        var entry = await KnownAsync(actor, id, cancel);
        if (entry is not null)
            _entered[(actor.Account, id)] = entry;
        return entry;
    }

    private async Task<CaseEntry?> KnownAsync(Actor actor, SignalId id, CancellationToken cancel)
    {
        foreach (var entry in await PlacesAsync(actor, id, cancel))
        {
            if (await KnowsAsync(entry, cancel))
                return entry;
        }
        return null;
    }

    private async Task<IReadOnlyList<CaseEntry>> PlacesAsync(Actor actor, SignalId id, CancellationToken cancel)
    {
        var memberships = InForce(actor);
        if (memberships.Count == 0)
            return [];
        var (words, seal) = tickets.ToTake(db, PersonTicket(actor, memberships));
        var rows = await db.Database.SqlQuery<StandRow>($"select * from toegang.stand({words}, {seal}, {id.Value})").ToListAsync(cancel);
        // A person acts for one party in a case (wet-pga:12.3): the own municipality's before another's, then the order of the memberships.
        return [.. rows.OrderBy(r => r.Elders).ThenBy(r => r.Plaats).Select(r => new CaseEntry(r.ToState(), ViewerOf(actor, memberships[r.Plaats], r.Elders, r.Bits)))];
    }

    /// <summary>Shows the database the person with all places.</summary>
    internal Task ShowPersonAsync(Actor actor, CancellationToken cancel) => tickets.ShowAsync(db, PersonTicket(actor, InForce(actor)), cancel);

    internal Viewer ViewerOf(Actor actor, Membership membership, bool elsewhere, int bits)
    {
        var definition = lifecycle.Process.Memberships[membership.Party.Code()];
        var circumstances = Enum.GetValues<Circumstance>().Where(c => (bits & (1 << (int)c)) != 0).ToHashSet();
        if (membership.IsAuthorised(Today))
            circumstances.Add(Circumstance.Geautoriseerd);
        if (membership.IsTrained(Today))
            circumstances.Add(Circumstance.Opgeleid);
        return new Viewer(
            actor,
            membership,
            elsewhere ? Codes.Known<Party>(definition.Elsewhere!) : membership.Party,
            elsewhere ? membership.Municipality : null,
            Codes.Known<Purpose>(definition.Purposes[0]),
            circumstances.ToFrozenSet());
    }

    internal IReadOnlyList<Membership> InForce(Actor actor) => [.. actor.Memberships.Where(m => m.IsInForce(Today))];

    internal IEnumerable<Purpose> PurposesOf(Party party) => lifecycle.Process.Memberships[party.Code()].Purposes.Select(Codes.Known<Purpose>);

    internal Ticket PersonTicket(Actor actor, IReadOnlyList<Membership> memberships) => new()
    {
        Kind = "persoon",
        Account = actor.Account.Value,
        Places = [.. memberships.Select(m => new Place(m.Party.Code(), m.Municipality?.Code, m.Municipality is null ? null : lifecycle.Process.Memberships[m.Party.Code()].Elsewhere))],
        Until = tickets.Until,
    };

    /// <summary>What the law and the covenants let this viewer do with the items of the case, as it stands today.</summary>
    internal ViewTable View(CaseEntry entry, Act act) => View(entry.Viewer, entry.State.Phase, act, EditionOf(entry));

    /// <summary>The question that <see cref="View(CaseEntry, Act)"/> asks, for the receipt.</summary>
    internal ViewQuestion Question(CaseEntry entry, Act act) => entry.Viewer.Question(act, entry.State.Phase, Today, convenant, EditionOf(entry));

    /// <summary>The same for a class of cases in one phase under one covenant.</summary>
    internal ViewTable View(Viewer viewer, Phase phase, Act act, Edition edition) => convenant.View(viewer.Question(act, phase, Today, convenant, edition));

    /// <summary>Shows the database who looks, with the engine's mask for this act.</summary>
    internal async Task ShowAsync(CaseEntry entry, Act act, ViewTable view, CancellationToken cancel) =>
        await tickets.ShowAsync(db, await MaskedAsync(entry, act, view, cancel), cancel);

    /// <summary>The same ticket for a question that takes it along.</summary>
    internal async Task<(string Words, string Seal)> TicketAsync(CaseEntry entry, Act act, ViewTable view, CancellationToken cancel) =>
        tickets.ToTake(db, await MaskedAsync(entry, act, view, cancel));

    private async Task<Ticket> MaskedAsync(CaseEntry entry, Act act, ViewTable view, CancellationToken cancel)
    {
        var (allowed, promised) = await masks.HashesAsync(view, cancel);
        return CaseTicket(entry, act.Code()) with { Mask = allowed, Promised = promised };
    }

    /// <summary>Shows the database who receives, and who hands over.</summary>
    internal async Task ShowForHandoverAsync(CaseEntry giver, CaseEntry receiver, ViewTable view, CancellationToken cancel)
    {
        var (allowed, promised) = await masks.HashesAsync(view, cancel);
        await tickets.ShowAsync(db, HandoverTicket(giver, receiver, allowed, promised), cancel);
    }

    internal Ticket HandoverTicket(CaseEntry giver, CaseEntry receiver, string allowed, string promised) => CaseTicket(receiver, Act.Ontvangen.Code()) with
    {
        Mask = allowed,
        Promised = promised,
        OnBehalfOf = giver.Viewer.Party.Code(),
        OnBehalfOfElsewhere = giver.Viewer.Elsewhere?.Code,
    };

    /// <summary>Shows the database who acts in the process of this case.</summary>
    internal Task ShowForProcessAsync(CaseEntry entry, CancellationToken cancel) => tickets.ShowAsync(db, CaseTicket(entry, "proces"), cancel);

    internal Ticket CaseTicket(CaseEntry entry, string act) => new()
    {
        Kind = "zaak",
        Account = entry.Viewer.Actor.IsNobody ? null : entry.Viewer.Actor.Account.Value,
        StandsInFor = entry.Viewer.Membership.DeputyFor?.Value,
        Case = entry.State.Id.Value,
        Phase = entry.State.Phase.Code(),
        Party = entry.Viewer.Party.Code(),
        PartyBit = (int)entry.Viewer.Party,
        Elsewhere = entry.Viewer.Elsewhere?.Code,
        Purpose = entry.Viewer.Purpose.Code(),
        Act = act,
        Circumstances = entry.Viewer.CircumstanceBits,
        Convenant = convenant.Hash,
        Edition = EditionOf(entry).Key,
        Request = System.Diagnostics.Activity.Current?.TraceId.ToString(),
        Until = tickets.Until,
    };

    /// <summary>Why this viewer may not take a step or act: not the party's, or the person's own authorisation does not hold; null when neither.</summary>
    internal static NotAllowed? Refusal(Convenant.Process.StepDefinition step, Viewer viewer)
    {
        if (!SignalLifecycle.Belongs(step, viewer.Party, viewer.CircumstanceCodes))
            return new NotAllowed($"'{step.Label}' is niet aan uw partij. {step.Explanation}", step.Grounds, []);
        return Refusal(viewer);
    }

    /// <summary>Why this person may not act for the party at all; null when the authorisation holds (besluit-pga:12).</summary>
    internal static NotAllowed? Refusal(Viewer viewer) => viewer.Circumstances.Contains(Circumstance.Geautoriseerd)
        ? null
        : new NotAllowed("Uw screening of autorisatie is niet geldig (artikel 12 Besluit PGA). Vraag uw organisatie om die te vernieuwen.", ["besluit-pga:12"], [["geautoriseerd"]]);

    /// <summary>Whether this class of viewer knows of a case whatever its items are: a seat at the table, or a step that waits.</summary>
    internal bool KnowsAnyway(Viewer viewer, Phase phase, Edition edition) =>
        (MayTakePart(viewer, phase, edition) && MayHaveAccess(viewer, phase, edition)) || lifecycle.Offered(phase, viewer.Party, viewer.CircumstanceCodes).Any();

    /// <summary>Whether somebody of this party may look at anything in the system; a guest who was let in sits at the table without (besluit-pga:11).</summary>
    private bool MayHaveAccess(Viewer viewer, Phase phase, Edition edition) =>
        !View(viewer with { Circumstances = viewer.Circumstances.Union([Circumstance.Geautoriseerd, Circumstance.Opgeleid]).ToFrozenSet() }, phase, Act.Raadplegen, edition).IsEmpty;

    /// <summary>Whether the viewer works on the case now: it sits at the table, or may take the next step.</summary>
    internal bool WorksOn(CaseEntry entry) => KnowsAnyway(entry.Viewer, entry.State.Phase, EditionOf(entry));

    /// <summary>Whether the viewer has a seat at the consultation: in the phases in which the process lets guests in.</summary>
    internal bool SitsAtConsultation(CaseEntry entry) =>
        lifecycle.Act("toelaten").From.Contains(entry.State.Phase.Code()) && MayTakePart(entry);

    /// <summary>What holds for the case today.</summary>
    internal Edition EditionOf(CaseEntry entry) => editions.Of(entry.State, Today);

    /// <summary>Whether the viewer sits at the table of the case now.</summary>
    internal bool MayTakePart(CaseEntry entry) => MayTakePart(entry.Viewer, entry.State.Phase, EditionOf(entry));

    /// <summary>Whether the viewer may sit at the table in this phase (engine action <c>deelnemen</c>).</summary>
    internal bool MayTakePart(Viewer viewer, Phase phase, Edition edition) => convenant.Decide(new Question(
        "overleg",
        viewer.MeetingCodes(phase, convenant),
        Today,
        viewer.CircumstanceCodes,
        Edition: edition)).Decision;

    private async Task<bool> KnowsAsync(CaseEntry entry, CancellationToken cancel)
    {
        if (entry.State.Phase == Phase.Vernietigd)
            return false;
        foreach (var purpose in PurposesOf(entry.Viewer.Membership.Party))
        {
            var asked = entry with { Viewer = entry.Viewer with { Purpose = purpose } };
            if (KnowsAnyway(asked.Viewer, asked.State.Phase, EditionOf(asked)))
                return true;
            var view = View(asked, Act.Raadplegen);
            if (view.IsEmpty)
                continue;
            await ShowAsync(asked, Act.Raadplegen, view, cancel);
            if (await db.Gegevens.AnyAsync(cancel))
                return true;
        }
        return false;
    }
}

/// <summary>A person in a case.</summary>
public sealed record CaseEntry(SignalState State, Viewer Viewer);
