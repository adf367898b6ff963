using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Interests;

/// <summary>
/// Conflicts of interest in one case. Whoever is excluded has no place in it, so that it does not exist for that person: the database
/// gives the place (<c>toegang.stand</c>, <c>toegang.losse_zaken</c>), and <see cref="CaseDoor"/> asks nobody else.
/// </summary>
public sealed class InterestDesk(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IColleagues colleagues, IClock clock)
{
    /// <summary>Acts of the process data with which somebody is kept out of a case: by who keeps the list of the party, and before the party comes in.</summary>
    private static readonly string[] Acts = ["uitsluiten", "uitsluiten_vooraf"];

    /// <summary>Whether this viewer's party keeps such a list in this case now.</summary>
    public bool MayKeep(CaseEntry entry) => ActsOf(entry.Viewer, entry.State.Phase).Any();

    /// <summary>Puts a person on the list. Who puts itself on it, loses the case with that.</summary>
    public Task<Result<Guid>> AddAsync(Actor actor, SignalId id, NewInterest sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (Refusal(entry) is { } refusal)
            return refusal;
        var near = await colleagues.InAsync(entry.State.Municipality, cancel);
        var read = sent.Read(Candidates(entry, near));
        if (!read.IsDone)
            return read.Refusal;
        var interest = read.Value;
        // The list of the own party first: it is the rule, the other act the exception.
        var step = ActsOf(entry.Viewer, entry.State.Phase).FirstOrDefault(s => Covers(s, entry.Viewer.Party, interest));
        if (step is null)
            return new NotValid("soort", "Van een andere partij kunt u alleen iemand uitsluiten.");

        await door.ShowForProcessAsync(entry, cancel);
        var kept = await db.Belangen.AsNoTracking().Where(b => b.Tot == null).ToListAsync(cancel);
        if (kept.Exists(b => b.Account == interest.Person.Account.Value && b.Partij == interest.Person.Party.Code() && b.Soort == interest.Kind.Code()))
            return new NotNow("Deze persoon staat al op de lijst.", ["andere_persoon"]);
        if (!LeavesSomebody(interest.Person.Party, near, [.. kept.Select(Place), (interest.Kind.Code(), interest.Person.Account.Value, interest.Person.Party.Code())]))
            return Nobody();
        using var key = await reader.WorkKeyAsync(id, step.Code, step.Grounds, cancel);
        var row = Guid.NewGuid();
        db.Belangen.Add(new BelangRow
        {
            Id = row,
            SignaalId = id.Value,
            Stap = step.Code,
            Soort = interest.Kind.Code(),
            Account = interest.Person.Account.Value,
            Partij = interest.Person.Party.Code(),
            Inhoud = key.Seal(Canonical.Write(new InterestWords(interest.Reason, interest.AskAt)), $"belang/{row}"),
            Namens = entry.Viewer.Party.Code(),
            Door = actor.Account.Value,
            Op = clock.GetCurrentInstant(),
        });
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return row;
    }, cancel);

    /// <summary>Ends a line of the list: the person has the place again that its membership gives.</summary>
    public Task<Result<Guid>> EndAsync(Actor actor, SignalId id, Guid line, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (Refusal(entry) is { } refusal)
            return refusal;
        await door.ShowForProcessAsync(entry, cancel);
        if (await db.Belangen.AsNoTracking().SingleOrDefaultAsync(b => b.Id == line && b.Tot == null, cancel) is not { } row)
            return new NotKnown();
        // The end of a line gives a place back, except to whoever alone worked on the case while others still do.
        var others = await db.Belangen.AsNoTracking().Where(b => b.Tot == null && b.Id != line).ToListAsync(cancel);
        var alone = InterestKind.Alleen.Code();
        if (row.Soort == alone && others.Exists(b => b.Soort == alone && b.Partij == row.Partij)
            && !LeavesSomebody(Codes.Known<Party>(row.Partij), await colleagues.InAsync(entry.State.Municipality, cancel), [.. others.Select(Place)]))
            return Nobody();
        // The log line that goes with the key says who ended it.
        using var key = await reader.WorkKeyAsync(id, "uitsluiten beëindigd", lifecycle.Act(row.Stap).Grounds, cancel);
        var (now, by) = (clock.GetCurrentInstant(), actor.Account.Value);
        await db.Belangen.Where(b => b.Id == line && b.Tot == null)
            .ExecuteUpdateAsync(set => set.SetProperty(b => b.Tot, now).SetProperty(b => b.BeeindigdDoor, by), cancel);
        return line;
    }, cancel);

    /// <summary>The lists that this viewer's party keeps, oldest first, and who may be put on them.</summary>
    public Task<Result<InterestList>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync<InterestList>(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (Refusal(entry) is { } refusal)
            return refusal;
        var candidates = Candidates(entry, await colleagues.InAsync(entry.State.Municipality, cancel));
        await door.ShowForProcessAsync(entry, cancel);
        var rows = await db.Belangen.AsNoTracking().OrderBy(b => b.Op).ToListAsync(cancel);
        if (rows.Count == 0)
            return new InterestList([], candidates);
        using var key = await reader.WorkKeyAsync(id, "belangen lezen", lifecycle.Act(Acts[0]).Grounds, cancel);
        var names = await colleagues.NamesAsync([.. rows.Select(r => new AccountId(r.Account)).Distinct()], cancel);
        return new InterestList([.. rows.Select(row => Line(row, names, Canonical.Read<InterestWords>(key.Read(row.Inhoud, $"belang/{row.Id}"))))], candidates);
    }, cancel);

    private IEnumerable<StepDefinition> ActsOf(Viewer viewer, Phase phase) =>
        Acts.Select(lifecycle.Act).Where(step => step.From.Contains(phase.Code()) && viewer.Elsewhere is null && SignalLifecycle.Belongs(step, viewer.Party, viewer.CircumstanceCodes));

    private NotAllowed? Refusal(CaseEntry entry) =>
        MayKeep(entry) ? CaseDoor.Refusal(entry.Viewer) : new NotAllowed($"Uw partij houdt in deze zaak niet bij wie er niet aan meewerkt. {lifecycle.Act(Acts[0]).Explanation}", lifecycle.Act(Acts[0]).Grounds, []);

    /// <summary>The members whom the viewer may put on a list: of parties whose list it keeps; before the case comes to the three, of every party that has such a list.</summary>
    private List<Colleague> Candidates(CaseEntry entry, IReadOnlyList<Colleague> near) =>
        [.. near.Where(c => ActsOf(entry.Viewer, entry.State.Phase).Any(step => step.AnyOf.Count > 0 ? KeepersOf(c.Party).Count > 0 : KeepersOf(c.Party).Contains(entry.Viewer.Party.Code())))];

    private bool Covers(StepDefinition step, Party keeper, Interest interest) => step.AnyOf.Count > 0
        ? interest.Kind == InterestKind.Uitgesloten
        : KeepersOf(interest.Person.Party).Contains(keeper.Code());

    private IReadOnlySet<string> KeepersOf(Party party) => lifecycle.Process.Memberships[party.Code()].InterestsKeptBy;

    /// <summary>A party without which the three cannot decide, or that named who alone works on the case, keeps at least one member who can.</summary>
    private bool LeavesSomebody(Party party, IReadOnlyList<Colleague> near, IReadOnlyList<(string Kind, Guid Account, string Party)> lines)
    {
        var excluded = lines.Where(l => l.Kind == InterestKind.Uitgesloten.Code()).Select(l => l.Account).ToHashSet();
        var only = lines.Where(l => l.Kind == InterestKind.Alleen.Code() && l.Party == party.Code()).Select(l => l.Account).ToHashSet();
        return (only.Count == 0 && !lifecycle.Step("weging_vaststellen")!.Parties.Contains(party.Code()))
            || near.Any(c => c.Party == party && c.CanWork && !excluded.Contains(c.Account.Value) && (only.Count == 0 || only.Contains(c.Account.Value)));
    }

    private static NotNow Nobody() =>
        new("Dan is er van deze partij niemand meer die aan de zaak kan werken. Regel eerst een vervanger, of laat de coördinator iemand anders noemen die er alleen aan werkt.", ["vervanger"]);

    private static (string Kind, Guid Account, string Party) Place(BelangRow row) => (row.Soort, row.Account, row.Partij);

    private static InterestLine Line(BelangRow row, IReadOnlyDictionary<AccountId, string> names, InterestWords words) => new(
        row.Id, Codes.Known<InterestKind>(row.Soort), new AccountId(row.Account), names.GetValueOrDefault(new AccountId(row.Account), "onbekend"),
        row.Partij, row.Namens, words.Reden, words.VraagAan, row.Op, row.Tot);
}

/// <summary>Who does not work on a case, or alone does, and whom else that could be said of.</summary>
public sealed record InterestList(IReadOnlyList<InterestLine> Lines, IReadOnlyList<Colleague> Candidates);

/// <summary>One line of the list.</summary>
/// <param name="Id">The line.</param>
/// <param name="Kind">Kept out, or alone in.</param>
/// <param name="Person">The account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Party">Member of which party.</param>
/// <param name="By">The party that put it there.</param>
/// <param name="Reason">Which interest.</param>
/// <param name="AskAt">Whom to ask about it.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">When it ended; null while it holds.</param>
public sealed record InterestLine(
    Guid Id, InterestKind Kind, AccountId Person, string Name, string Party, string By, string Reason, string AskAt, Instant At, Instant? Until);
