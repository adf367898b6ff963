using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Coordination;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Plan;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Records;

/// <summary>
/// Records beside the steps: what kinds there are, who makes and who reads them is process data (<c>stukken</c>), which the database tests
/// again. What a record says is sealed with the key of the case and goes with it.
/// </summary>
public sealed class RecordDesk(
    ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, WeighingDesk weighing, PersonFree personFree,
    Terms terms, Municipalities municipalities, PlanRecords plans, IClock clock)
{
    private readonly Proposals _proposals = new(db, clock);

    /// <summary>Lays down a record; one that several must make waits until all posted the same words.</summary>
    public Task<Result<MadeRecord>> MakeAsync(Actor actor, SignalId id, string? code, NewRecord sent, CancellationToken cancel) => db.InTransactionAsync<MadeRecord>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (lifecycle.Record(code) is not { } kind)
            return new NotValid("stuk", $"Kies een stuk: {string.Join(", ", lifecycle.Process.Records.Select(r => r.Code))}.");
        if (CaseDoor.Refusal(kind.Step, entry.Viewer) is { } refusal)
            return refusal;
        if (kind.Via is { } via)
            return new NotValid("stuk", $"'{kind.Label}' ontstaat vanzelf bij '{lifecycle.Find(via)!.Label}'.");
        if (await AddresseeRefusalAsync(entry, kind, sent, cancel) is { } notAddressed)
            return notAddressed;
        return await MakeAsync(entry, kind, sent, null, cancel);
    }, cancel);

    /// <summary>Lays down a record that comes into being with a step or act, under the id of that act. Joins the transaction that runs.</summary>
    internal Task<Result<MadeRecord>> MakeAlongAsync(CaseEntry entry, string kind, Guid id, NewRecord sent, CancellationToken cancel) =>
        MakeAsync(entry, lifecycle.Record(kind) ?? throw new InvalidOperationException($"The process has no record '{kind}'."), sent, id, cancel);

    private async Task<Result<MadeRecord>> MakeAsync(CaseEntry entry, RecordDefinition kind, NewRecord sent, Guid? known, CancellationToken cancel)
    {
        var read = sent.Read(kind, convenant, municipalities.Exists, door.Today);
        if (!read.IsDone)
            return read.Refusal;
        if (!kind.Step.From.Contains(entry.State.Phase.Code()))
            return new NotNow($"'{kind.Label}' kan niet in de fase {entry.State.Phase.Code()}.", ["fase"]);
        if (await ItemErrorAsync(entry, kind, read.Value, cancel) is { } notOwn)
            return notOwn;
        if (await personFree.ErrorsAsync(entry, kind, read.Value, cancel) is { Count: > 0 } personal)
            return new NotValid(personal);
        await door.ShowForProcessAsync(entry, cancel);
        if (await LinkErrorAsync(entry, kind, read.Value, cancel) is { } unlinked)
            return unlinked;
        if (await HinderAsync(entry, kind, cancel) is { } hinder)
            return hinder;
        if (await MissingAsync(entry, kind, read.Value, cancel) is { Count: > 0 } missing)
            return new NotNow($"'{kind.Label}' kan nu nog niet. {kind.Step.Explanation}", missing);
        using var key = await reader.WorkKeyAsync(entry.State.Id, kind.Code, kind.Step.Grounds, cancel);
        if (kind.ClashReason is { } reason && read.Value.Answer(reason.Code) is null && await plans.ClashesAsync(Chosen(kind, read.Value), key, cancel) is { Count: > 0 } clashes)
            return new NotValid(reason.Code, PlanRecords.Tell(clashes));
        Guid? proposal = null;
        if (kind.Step.Manner is not StepManner.Alleen)
        {
            var agreement = await _proposals.PostAsync(entry, kind.Step, Canonical.Write(read.Value), key, cancel);
            if (agreement.WaitingFor.Count > 0)
                return new MadeRecord(null, agreement.WaitingFor);
            proposal = agreement.Proposal;
        }
        return await LayDownAsync(entry, kind, read.Value, key, proposal, known ?? Guid.NewGuid(), cancel);
    }

    /// <summary>The records of a case that this person may read, oldest first, and the kinds that can be made now.</summary>
    public Task<Result<RecordsView>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<RecordsView>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        await door.ShowForProcessAsync(entry, cancel);
        var rows = await RowsAsync(entry, cancel);
        using var key = rows.Count > 0 && CaseDoor.Refusal(entry.Viewer) is null
            ? await reader.WorkKeyAsync(id, "stukken lezen", [.. rows.SelectMany(r => lifecycle.Record(r.Soort)?.Step.Grounds ?? []).Distinct()], cancel)
            : null;
        return new RecordsView([.. rows.Select(r => Read(r, rows, key))], Offered(entry), entry.Viewer.Party.Code());
    }, cancel);

    /// <summary>The records that wait, without their words, and whether there is anything to read or to make.</summary>
    internal (IReadOnlyList<WaitingRecord> Waiting, bool Any) Glance(CaseEntry entry, ProcessStanding process)
    {
        var rows = Readable(entry, process.Records);
        var waiting = rows.Where(r => r.Uiterlijk is not null && EndOf(r, rows) is null && !IsSuspended(r, rows)).Select(r => new WaitingRecord(r.Soort, r.Aan, r.Uiterlijk!.Value));
        return ([.. waiting], rows.Count > 0 || Offered(entry).Count > 0);
    }

    /// <summary>The kinds that this viewer's party can make in this phase.</summary>
    internal IReadOnlyList<RecordDefinition> Offered(CaseEntry entry) => CaseDoor.Refusal(entry.Viewer) is not null
        ? []
        : [.. lifecycle.Process.Records.Where(r =>
            r.Via is null && r.Step.From.Contains(entry.State.Phase.Code()) && SignalLifecycle.Belongs(r.Step, entry.Viewer.Party, entry.Viewer.CircumstanceCodes))];

    private async Task<List<StukRow>> RowsAsync(CaseEntry entry, CancellationToken cancel) => Readable(entry, await CaseRecords.AllAsync(door, entry, cancel));

    /// <summary>What others made is read at the table only (engine action <c>deelnemen</c>); one's own, and what is addressed to one, anywhere.</summary>
    private List<T> Readable<T>(CaseEntry entry, List<T> rows)
        where T : StukKop
    {
        if (rows.Count == 0 || door.MayTakePart(entry))
            return rows;
        var party = entry.Viewer.Party.Code();
        return rows.FindAll(r => r.Namens == party || r.Aan.Contains(party) || Reviews(entry.Viewer, r.Soort));
    }

    /// <summary>Whether this viewer reviews the case and may then read this kind (wet-pga:11: the reason not to inform is open to the commission).</summary>
    private bool Reviews(Viewer viewer, string kind) =>
        viewer.Purpose == Purpose.Toetsing && viewer.Circumstances.Contains(Circumstance.ToetsingGeopend) && lifecycle.Record(kind) is { } known && known.Reviewers.Contains(viewer.Party.Code());

    /// <summary>Some kinds are only for the party that the other record is addressed to: who owns an intervention says how it goes.</summary>
    private async Task<NotAllowed?> AddresseeRefusalAsync(CaseEntry entry, RecordDefinition kind, NewRecord sent, CancellationToken cancel)
    {
        if (!kind.OnlyAddressees || sent.About is not { } about)
            return null;
        await door.ShowForProcessAsync(entry, cancel);
        var of = (await RowsAsync(entry, cancel)).Find(r => r.Id == about && kind.About.Contains(r.Soort));
        return of is null || of.Aan.Contains(entry.Viewer.Party.Code())
            ? null
            : new NotAllowed($"'{kind.Label}' is aan de partij aan wie '{lifecycle.Record(of.Soort)!.Label}' is gericht. {kind.Step.Explanation}", kind.Step.Grounds, []);
    }

    /// <summary>The facts that the kind, or a reason that was chosen in it, still needs. Needs a ticket for the process.</summary>
    private async Task<IReadOnlyList<string>> MissingAsync(CaseEntry entry, RecordDefinition kind, RecordWords words, CancellationToken cancel)
    {
        var chosen = kind.Fields.Where(f => f.Kind is RecordFieldKind.Reden && words.Answer(f.Code) is not null)
            .SelectMany(f => lifecycle.Process.Reasons[f.From!].First(r => r.Code == words.Answer(f.Code)).Needs);
        var needs = kind.Step.Needs.Concat(chosen).ToList();
        if (needs.Count == 0)
            return [];
        var facts = weighing.Facts(entry, weighing.Standing(entry.State, await ProcessStanding.ReadAsync(door, entry, cancel)));
        return [.. needs.Where(n => !facts.Contains(n))];
    }

    private async Task<Refusal?> LinkErrorAsync(CaseEntry entry, RecordDefinition kind, RecordWords words, CancellationToken cancel)
    {
        var named = kind.Fields.Where(f => f.Kind == RecordFieldKind.Stukken && words.Velden.ContainsKey(f.Code)).ToList();
        if (words.Bij is null && words.Vervangt is null && named.Count == 0)
            return null;
        var rows = await RowsAsync(entry, cancel);
        var errors = new List<FieldError>();
        if (words.Bij is { } about && !rows.Exists(r => r.Id == about && kind.About.Contains(r.Soort)))
            errors.Add(new FieldError("bij", "Dit stuk is er niet, of past hier niet."));
        if (words.Vervangt is { } older && !rows.Exists(r => r.Id == older && r.Soort == kind.Code))
            errors.Add(new FieldError("vervangt", "Deze versie is er niet."));
        foreach (var field in named.Where(f => words.Ids(f.Code).Any(id => !rows.Exists(r => r.Id == id && r.Soort == f.From && EndOf(r, rows) is null))))
            errors.Add(new FieldError(field.Code, "Een van deze stukken is er niet, is vervangen of is al afgerond. Kies opnieuw."));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (new[] { words.Bij, words.Vervangt }.OfType<Guid>().Any(id => RecordChain.IsFrozen(rows.Single(r => r.Id == id), rows, lifecycle)))
            return new NotNow("Dit stuk is vastgesteld. Er komt niets meer bij; maak zo nodig een nieuw stuk.", ["bij"]);
        if (words.Bij is { } late && ExtensionRefusal(kind, words, rows.Single(r => r.Id == late), rows) is { } refused)
            return refused;
        var ended = (kind.Closes && words.Vervangt is null && words.Bij is { } open && EndOf(rows.Single(r => r.Id == open), rows) is not null)
            || (words.Vervangt is { } replaced && rows.Exists(r => r.Vervangt == replaced));
        return ended ? new NotNow("Iemand was u voor: dit stuk is al afgerond of vervangen. Bekijk de laatste stand.", ["bij"]) : null;
    }

    /// <summary>More time is given once, before the term is over, and not for longer than the law has (avg:12).</summary>
    private Refusal? ExtensionRefusal(RecordDefinition kind, RecordWords words, StukRow about, List<StukRow> rows)
    {
        if (kind.ExtendsMonths is not { } months || about.Uiterlijk is not { } term)
            return null;
        if (rows.Exists(r => r.Bij == about.Id && r.Soort == kind.Code && r.Id != words.Vervangt))
            return new NotNow($"'{kind.Label}' is al gedaan. Dat kan één keer.", ["bij"]);
        if (door.Today > term)
            return new NotNow($"'{kind.Label}' kan niet meer: de termijn liep tot en met {term:yyyy-MM-dd}. Beslis nu.", ["termijn"]);
        var latest = term.PlusMonths(months);
        return RecordWords.DayOf(words.Answer(kind.Due!.Code)!) is { } day && (day <= term || day > latest)
            ? new NotValid(kind.Due.Code, $"Kies een dag na {term:yyyy-MM-dd} en uiterlijk {latest:yyyy-MM-dd}.")
            : null;
    }

    /// <summary>A record names only items that the party itself supplied and sees: of another one it is not told whether it is there.</summary>
    private async Task<NotValid?> ItemErrorAsync(CaseEntry entry, RecordDefinition kind, RecordWords words, CancellationToken cancel)
    {
        var named = kind.Fields.Where(f => f.Kind == RecordFieldKind.Gegevens && words.Velden.ContainsKey(f.Code)).ToList();
        if (named.Count == 0)
            return null;
        var own = (await reader.BriefAsync(entry, cancel)).Items.Where(b => b.Zichtbaar && b.Verstrekker == entry.Viewer.Party.Code()).Select(b => b.Id).ToHashSet();
        List<FieldError> errors = [.. named.Where(f => words.Ids(f.Code).Any(i => !own.Contains(i))).Select(f => new FieldError(f.Code, "Kies alleen gegevens die uw eigen partij inbracht."))];
        return errors.Count > 0 ? new NotValid(errors) : null;
    }

    /// <summary>What stands in the way: a record during which this one cannot be made.</summary>
    private async Task<NotNow?> HinderAsync(CaseEntry entry, RecordDefinition kind, CancellationToken cancel)
    {
        if (kind.NotWhile.Count == 0)
            return null;
        var rows = await RowsAsync(entry, cancel);
        return rows.Find(r => kind.NotWhile.Contains(r.Soort) && EndOf(r, rows) is null) is { } standing
            ? new NotNow($"'{kind.Label}' kan nog niet: '{lifecycle.Record(standing.Soort)!.Label}' staat nog open.", [standing.Soort])
            : null;
    }

    /// <summary>Who gets it: whom it names, and who made the record that it answers.</summary>
    private async Task<string[]> AddresseesAsync(RecordDefinition kind, RecordWords words, string party, CancellationToken cancel)
    {
        var named = words.Addressees(kind, party);
        return kind.AnswersMaker && words.Bij is { } about
            ? [.. named, await db.Stukken.Where(r => r.Id == about).Select(r => r.Namens).SingleAsync(cancel)]
            : [.. named];
    }

    private async Task<Result<MadeRecord>> LayDownAsync(CaseEntry entry, RecordDefinition kind, RecordWords words, CaseKey key, Guid? proposal, Guid id, CancellationToken cancel)
    {
        db.Stukken.Add(new StukRow
        {
            Id = id,
            SignaalId = entry.State.Id.Value,
            Soort = kind.Code,
            Bij = words.Bij,
            Vervangt = words.Vervangt,
            VoorstelId = proposal,
            Namens = entry.Viewer.Party.Code(),
            Gemeente = entry.Viewer.Elsewhere?.Code,
            Door = entry.Viewer.Actor.Account.Value,
            Aan = await AddresseesAsync(kind, words, entry.Viewer.Party.Code(), cancel),
            Fase = entry.State.Phase.Code(),
            Inhoud = key.Seal(Canonical.Write(words), $"stuk/{id}"),
            Uitkomst = kind.Counted is { } counted ? words.Answer(counted) : null,
            Uiterlijk = DueOf(entry, kind, words),
            Op = clock.GetCurrentInstant(),
        });
        foreach (var item in kind.Fields.Where(f => f.Kind == RecordFieldKind.Gegevens).SelectMany(f => words.Ids(f.Code)).Distinct())
            db.StukGegevens.Add(new StukGegevenRow { StukId = id, SignaalId = entry.State.Id.Value, GegevenId = item });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation })
        {
            return new NotNow("De zaak is intussen veranderd. Bekijk haar opnieuw.", ["fase"]);
        }
        db.ChangeTracker.Clear();
        if (kind.AsksSeat)
            await SeatRequests.AskAsync(db, id, words, cancel);
        return new MadeRecord(id, []);
    }

    private LocalDate? DueOf(CaseEntry entry, RecordDefinition kind, RecordWords words) =>
        kind.Due is { } day && words.Answer(day.Code) is { } chosen ? RecordWords.DayOf(chosen)
        : kind.Term is { } term ? terms.FromToday(entry.State, term)
        : null;

    private CaseRecord Read(StukRow row, List<StukRow> all, CaseKey? key) => new(
        row.Id, row.Soort, row.Bij, row.Vervangt, row.Namens, row.Gemeente, row.Fase, row.Op, row.Uiterlijk, EndOf(row, all),
        key is null ? null : Canonical.Read<RecordWords>(key.Read(row.Inhoud, $"stuk/{row.Id}")))
    {
        To = row.Aan,
        IsFrozen = RecordChain.IsFrozen(row, all, lifecycle),
    };

    private static IEnumerable<Guid> Chosen(RecordDefinition kind, RecordWords words) => kind.Fields.Where(f => f.Kind == RecordFieldKind.Stukken).SelectMany(f => words.Ids(f.Code));

    private Guid? EndOf<T>(T row, List<T> all)
        where T : StukKop => RecordChain.EndOf(row, all, lifecycle)?.Id;

    private bool IsSuspended<T>(T row, List<T> all)
        where T : StukKop => all.Exists(o => o.Bij == row.Id && lifecycle.Record(o.Soort) is { Suspends: true } && EndOf(o, all) is null);
}

/// <summary>What came of a record: its id, or whom it still waits for.</summary>
public sealed record MadeRecord(Guid? Id, IReadOnlyList<string> WaitingFor);

/// <summary>The records of a case, and the kinds that can be made.</summary>
/// <param name="Records">The records that the viewer may read, oldest first.</param>
/// <param name="Offered">The kinds that its party can make in this phase.</param>
/// <param name="Party">The viewer's party.</param>
public sealed record RecordsView(IReadOnlyList<CaseRecord> Records, IReadOnlyList<RecordDefinition> Offered, string Party)
{
    /// <summary>The items that the party itself supplied, as far as it sees them; only filled for a form that chooses from them.</summary>
    public IReadOnlyList<VisibleItem> OwnItems { get; init; } = [];
}

/// <summary>A record that waits, without its words.</summary>
internal sealed record WaitingRecord(string Kind, IReadOnlyList<string> To, LocalDate Due);
