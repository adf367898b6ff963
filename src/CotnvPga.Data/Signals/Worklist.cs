using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Departures;
using CotnvPga.Data.Records;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Departures;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Signals;

/// <summary>
/// The cases that a person knows of. Decided per class of cases (place, phase, circumstances) by the engine, then per case by the
/// database with the class's mask: no value is read, and what is not known is not counted.
/// </summary>
public sealed class Worklist(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, TicketSealer tickets, MaskStore masks, CaseEditions editions, Terms terms)
{
    /// <summary>One page of the person's cases, the oldest phase first.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to return.</param>
    /// <param name="unread">Only reports that nobody took up yet, or only the others.</param>
    public Task<Result<WorklistPage>> PageAsync(Actor actor, int skip, int take, bool unread, CancellationToken cancel) => db.InTransactionAsync<WorklistPage>(async () =>
    {
        var memberships = door.InForce(actor);
        if (memberships.Count == 0)
            return new WorklistPage([], 0);
        var person = door.PersonTicket(actor, memberships);
        await tickets.ShowAsync(db, person, cancel);
        var found = await db.Database.SqlQuery<ClassRow>($"select * from toegang.klassen()").ToListAsync(cancel);
        var classes = new List<ClassAccess>(found.Count);
        foreach (var row in found)
            classes.AddRange(await AccessAsync(actor, memberships[row.Plaats], row, cancel));
        await tickets.ShowAsync(db, person with { Classes = classes }, cancel);
        var rows = await db.Database.SqlQuery<KnownRow>($"select * from toegang.bekende_zaken({skip}, {take}, {unread})").ToListAsync(cancel);
        var ids = rows.Select(r => r.Id).ToArray();
        var moved = (await db.Database.SqlQuery<MovedTermRow>($"select * from toegang.verzette_termijnen({ids})").ToListAsync(cancel)).ToLookup(m => m.SignaalId, m => m.ToMovedTerm());
        var waiting = (await db.Database.SqlQuery<WaitingRecordRow>($"select * from toegang.wachtende_stukken({ids})").ToListAsync(cancel)).ToLookup(w => w.SignaalId, w => w.ToWaiting());
        return new WorklistPage([.. rows.Select(r => Line(actor, memberships[r.Plaats], r, [.. moved[r.Id]], waiting[r.Id]))], rows.Count > 0 ? (int)rows[0].Totaal : 0);
    }, cancel);

    private async Task<List<ClassAccess>> AccessAsync(Actor actor, Membership membership, ClassRow row, CancellationToken cancel)
    {
        var access = new List<ClassAccess>();
        var phase = Codes.Known<Phase>(row.Fase);
        var viewer = door.ViewerOf(actor, membership, row.Elders, row.Bits);
        var edition = editions.Of(row.Gemeente, row.Uitgave, door.Today);
        foreach (var purpose in door.PurposesOf(membership.Party))
        {
            var asked = viewer with { Purpose = purpose };
            var knows = door.KnowsAnyway(asked, phase, edition);
            string? mask = null;
            if (!knows)
            {
                var view = door.View(asked, phase, Act.Raadplegen, edition);
                if (view.IsEmpty)
                    continue;
                mask = (await masks.HashesAsync(view, cancel)).Allowed;
            }
            access.Add(new ClassAccess(row.Plaats, row.Elders, row.Fase, row.Gemeente, row.Uitgave, row.Bits, knows, (int)asked.Party, mask));
        }
        return access;
    }

    private WorklistLine Line(Actor actor, Membership membership, KnownRow row, IReadOnlyCollection<MovedTerm> moved, IEnumerable<WaitingRecord> waiting)
    {
        var state = row.ToState();
        var viewer = door.ViewerOf(actor, membership, row.Elders, row.Bits);
        return new WorklistLine(
            state,
            viewer.Party,
            [.. lifecycle.Offered(state.Phase, viewer.Party, viewer.CircumstanceCodes).Select(s => (s.Code, s.Label))],
            [.. terms.Of(state, moved), .. RecordTerms.Of(lifecycle, state.Phase, viewer, waiting)]);
    }
}

/// <summary>A page of cases; the total counts only what the person may know of.</summary>
public sealed record WorklistPage(IReadOnlyList<WorklistLine> Lines, int Total);

/// <summary>One case in a list: no name, no reason, nothing about the person.</summary>
public sealed record WorklistLine(SignalState State, Party Party, IReadOnlyList<(string Code, string Label)> Steps, IReadOnlyList<Term> Terms);

internal sealed class ClassRow
{
    public int Plaats { get; init; }
    public bool Elders { get; init; }
    public string Fase { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Uitgave { get; init; } = "";
    public int Bits { get; init; }
}

internal sealed class KnownRow
{
    public Guid Id { get; init; }
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Fase { get; init; } = "";
    public bool Ongelezen { get; init; }
    public int Ronde { get; init; }
    public NodaTime.LocalDate? SpoedTot { get; init; }
    public NodaTime.Instant FaseSinds { get; init; }
    public NodaTime.Instant GeopendOp { get; init; }
    public NodaTime.Instant LaatstVerwerktOp { get; init; }
    public int Plaats { get; init; }
    public bool Elders { get; init; }
    public int Bits { get; init; }
    public long Totaal { get; init; }
    public string Uitgave { get; init; } = "";

    public SignalState ToState() => new(
        new SignalId(Id), Nummer, new Municipality(Gemeente), Codes.Known<Phase>(Fase), Ongelezen, Ronde, SpoedTot, false, FaseSinds, GeopendOp, LaatstVerwerktOp, Uitgave);
}
