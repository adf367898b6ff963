using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Continuity;

/// <summary>
/// Handing work over to a colleague of the same function (modelconvenant:12.2). Work stands on the function, so rights do not move: what
/// moves is who is expected to go on with it, with a short report per case. The list of cases has no name, subject or reason.
/// </summary>
public sealed class WorkHandovers(ZaakContext db, CaseDoor door, CaseReader reader, Worklist worklist, IColleagues colleagues, IClock clock)
{
    private const int MostCases = 500;
    private static readonly string[] Grounds = ["wet-pga:13.1"];

    /// <summary>The cases in which a colleague of the own function, or the person itself, took part: the nearest term first.</summary>
    public Task<Result<WorkReport>> ReportAsync(Actor actor, AccountId? who, CancellationToken cancel) => db.InTransactionAsync<WorkReport>(async () =>
    {
        var whose = who ?? actor.Account;
        var near = await NearAsync(actor, cancel);
        // Whoever left is no colleague any more; work of the own function is still listed, because each case tells for which party it was.
        var page = await worklist.PageAsync(actor, 0, MostCases, unread: false, cancel);
        if (!page.IsDone)
            return page.Refusal;
        var ids = page.Value.Lines.Select(l => l.State.Id.Value).ToArray();
        var work = (await db.Database.SqlQuery<WorkRow>($"select * from toegang.werk_van({whose.Value}, {ids})").ToListAsync(cancel)).ToDictionary(w => w.SignaalId);
        var names = await colleagues.NamesAsync([whose, .. work.Values.Select(w => w.Aan).OfType<Guid>().Distinct().Select(a => new AccountId(a))], cancel);
        if (!names.TryGetValue(whose, out var name))
            return new NotValid("persoon", "Deze persoon kennen we niet.");
        return new WorkReport(
            whose,
            name,
            [
                .. page.Value.Lines.Where(l => work.ContainsKey(l.State.Id.Value)).Select(l => (Line: l, Row: work[l.State.Id.Value])).Select(l => new WorkLine(
                    l.Line, l.Row.Aantal, l.Row.Laatst, l.Row.Aan is { } to ? names.GetValueOrDefault(new AccountId(to)) : null)),
            ],
            [.. near.Where(c => c.Account != whose && c.CanWork).DistinctBy(c => c.Account)],
            [.. near.DistinctBy(c => c.Account)]);
    }, cancel);

    /// <summary>Hands cases over, all or none.</summary>
    public Task<Result<int>> HandOverAsync(Actor actor, NewWorkHandover sent, CancellationToken cancel) => db.InTransactionAsync<int>(async () =>
    {
        if (sent.Errors().ToList() is { Count: > 0 } errors)
            return new NotValid(errors);
        var from = sent.From is { } other ? new AccountId(other) : actor.Account;
        var to = new AccountId(sent.To!.Value);
        if (to == from)
            return new NotValid("naar", "Kies een ander dan wie het werk overdraagt.");
        var near = await NearAsync(actor, cancel);
        foreach (var (chosen, index) in sent.Cases!.Select((chosen, index) => (chosen, index)))
        {
            if (await RefusalOrDoneAsync(actor, from, to, chosen, $"zaken[{index}]", near, cancel) is { } refusal)
                return refusal;
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return sent.Cases!.Count;
    }, cancel);

    /// <summary>How work on a case went over within the own party, oldest first.</summary>
    public Task<Result<IReadOnlyList<HandedOver>>> OfCaseAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        await door.ShowForProcessAsync(entered.Value, cancel);
        var rows = await db.Werkoverdrachten.AsNoTracking().OrderBy(w => w.Op).ToListAsync(cancel);
        if (rows.Count == 0 || CaseDoor.Refusal(entered.Value.Viewer) is not null)
            return Result.Done<IReadOnlyList<HandedOver>>([]);
        var names = await colleagues.NamesAsync([.. rows.SelectMany(r => new[] { r.Van, r.Naar }).Distinct().Select(a => new AccountId(a))], cancel);
        using var key = await reader.WorkKeyAsync(id, "werkoverdracht lezen", Grounds, cancel);
        return Result.Done<IReadOnlyList<HandedOver>>([.. rows.Select(r => new HandedOver(
            names.GetValueOrDefault(new AccountId(r.Van), "onbekend"), names.GetValueOrDefault(new AccountId(r.Naar), "onbekend"),
            r.Inhoud is { } words ? key.Read(words, $"werkoverdracht/{r.Id}") : null, r.Op))]);
    }, cancel);

    private async Task<Refusal?> RefusalOrDoneAsync(
        Actor actor, AccountId from, AccountId to, NewHandedOverCase chosen, string field, IReadOnlyList<Colleague> near, CancellationToken cancel)
    {
        var id = new SignalId(chosen.Id);
        var entered = await door.EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return new NotValid($"{field}.id", entered.Refusal.Message);
        var entry = entered.Value;
        if (CaseDoor.Refusal(entry.Viewer) is { } refusal)
            return refusal;
        var party = entry.Viewer.Party;
        if (entry.Viewer.Elsewhere is not null || !near.Any(c => c.Account == to && c.CanWork && c.Party == party && c.Municipality == entry.State.Municipality))
            return new NotValid("naar", $"Wie zaak {entry.State.Number} overneemt, moet in die gemeente voor dezelfde partij werken en zijn gescreend en geautoriseerd.");
        var ids = new[] { id.Value };
        await door.ShowPersonAsync(actor, cancel);
        if (!await db.Database.SqlQuery<WorkRow>($"select * from toegang.werk_van({from.Value}, {ids})").AnyAsync(cancel))
            return new NotValid($"{field}.id", $"Aan zaak {entry.State.Number} werkte deze persoon niet.");
        await door.ShowForProcessAsync(entry, cancel);
        using var key = await reader.WorkKeyAsync(id, "werk overdragen", Grounds, cancel);
        if (await db.Database.SqlQuery<bool>($"select toegang.is_buiten({to.Value}) as \"Value\"").SingleAsync(cancel))
            return await NotThisPersonAsync(entry, to, key, cancel);
        var row = Guid.NewGuid();
        db.Werkoverdrachten.Add(new WerkoverdrachtRow
        {
            Id = row,
            SignaalId = id.Value,
            Partij = party.Code(),
            Van = from.Value,
            Naar = to.Value,
            Inhoud = string.IsNullOrWhiteSpace(chosen.Report) ? null : key.Seal(chosen.Report.Trim(), $"werkoverdracht/{row}"),
            Door = actor.Account.Value,
            Op = clock.GetCurrentInstant(),
        });
        // Each on the ticket of its own case.
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>Somebody with an interest of its own: whom to ask, as far as this party keeps that list.</summary>
    private async Task<NotNow> NotThisPersonAsync(CaseEntry entry, AccountId person, Keys.CaseKey key, CancellationToken cancel)
    {
        var kept = await db.Belangen.AsNoTracking().Where(b => b.Tot == null && b.Account == person.Value).ToListAsync(cancel);
        var ask = kept.Select(b => Canonical.Read<InterestWords>(key.Read(b.Inhoud, $"belang/{b.Id}")).VraagAan).FirstOrDefault() ?? "de coördinator";
        return new NotNow($"Zaak {entry.State.Number} kan niet naar deze persoon. Vraag het na bij: {ask}.", ["andere_persoon"]);
    }

    /// <summary>The colleagues of the person's own functions, itself too.</summary>
    private async Task<IReadOnlyList<Colleague>> NearAsync(Actor actor, CancellationToken cancel)
    {
        var near = new List<Colleague>();
        foreach (var place in door.InForce(actor).Where(m => m.Municipality is not null).GroupBy(m => m.Municipality!.Value))
            near.AddRange((await colleagues.InAsync(place.Key, cancel)).Where(c => place.Any(m => m.Party == c.Party)));
        return near;
    }

    private sealed class WorkRow
    {
        public Guid SignaalId { get; init; }
        public int Aantal { get; init; }
        public Instant Laatst { get; init; }
        public Guid? Aan { get; init; }
    }
}

/// <summary>What somebody worked on.</summary>
/// <param name="Account">Who.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">The cases.</param>
/// <param name="Successors">Who could take over.</param>
/// <param name="Colleagues">Whose work can be looked at.</param>
public sealed record WorkReport(
    AccountId Account, string Name, IReadOnlyList<WorkLine> Lines, IReadOnlyList<Colleague> Successors, IReadOnlyList<Colleague> Colleagues);

/// <summary>One case that somebody worked on.</summary>
/// <param name="Case">The case in a list: no name, no reason.</param>
/// <param name="Count">How often the person acted in it.</param>
/// <param name="LastAt">When the last time was.</param>
/// <param name="HandedTo">To whom it went over since; null when to nobody.</param>
public sealed record WorkLine(WorklistLine Case, int Count, Instant LastAt, string? HandedTo);

/// <summary>Work on a case that went over.</summary>
public sealed record HandedOver(string From, string To, string? Report, Instant At);
