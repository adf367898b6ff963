using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Notifications;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Continuity;

/// <summary>What must be noticed when days pass: accounts that nobody uses, access to review, functions that rest on one person, deputies who begin.</summary>
public sealed class ContinuityClock(
    IdentityContext context, IdleAccounts idle, ContinuityBoard board, ContinuityRules rules, IActors actors, PeopleEvents events, TimeProvider time)
{
    /// <summary>Does and tells what is due. Telling the same twice does nothing.</summary>
    public async Task<IdleOutcome> RunAsync(CancellationToken cancel)
    {
        var today = time.Today();
        var outcome = await idle.RunAsync(cancel);
        foreach (var account in outcome.Warned)
            await events.TellAsync("account_eindigt", account, [], $"{account}:{today:uuuu-MM-dd}", cancel);
        foreach (var (account, membership) in await BeginningAsync(cancel))
            await events.TellAsync("vervanging", account, [], membership.ToString(), cancel);
        foreach (var (account, absence, municipalities) in await AwayAsync(cancel))
            await events.TellAsync("afwezig", account, municipalities, absence.ToString(), cancel);
        foreach (var municipality in await MunicipalitiesAsync(cancel))
            await TellAboutAsync(municipality, cancel);
        return outcome;
    }

    private async Task TellAboutAsync(Municipality municipality, CancellationToken cancel)
    {
        // One of those who arrange it is enough to look with; all of them are told.
        var (today, review) = (time.Today(), rules.ReviewOn(time.Today()));
        foreach (var arranger in await events.ArrangersAsync(municipality, cancel))
        {
            if (await actors.FindAsync(arranger, cancel) is not { } actor)
                continue;
            if (await board.LeftToReviewAsync(actor, municipality, cancel) > 0)
                await events.TellAsync("toegang_nagaan", null, [municipality], $"{municipality}:{review.Quarter:uuuu-MM-dd}:{(today > review.Due ? "laat" : "begin")}", cancel);
            // Once a month for each function, however often somebody comes and goes.
            foreach (var bench in (await board.OfAsync(actor, cancel)).Where(b => b.IsThin && b.Municipality == municipality))
                await events.TellAsync("functie_kwetsbaar", null, [municipality], $"{municipality}:{bench.Party.Code()}:{today:uuuu-MM}", cancel);
            return;
        }
    }

    /// <summary>Deputies whose period was arranged or has begun.</summary>
    private async Task<List<(AccountId Account, Guid Membership)>> BeginningAsync(CancellationToken cancel)
    {
        var today = time.Today();
        return [.. (await context.Memberships.AsNoTracking()
            .Where(m => (m.DeputyFor != null || m.LentBy != null) && m.EndedAt == null && m.ValidUntil >= today)
            .Select(m => new { m.AccountId, m.Id }).ToListAsync(cancel)).Select(m => (new AccountId(m.AccountId), m.Id))];
    }

    private async Task<List<(AccountId Account, Guid Absence, IReadOnlyList<Municipality> Municipalities)>> AwayAsync(CancellationToken cancel)
    {
        var today = time.Today();
        var found = await context.Absences.AsNoTracking()
            .Where(a => a.WithdrawnAt == null && a.LastDay >= today)
            .Select(a => new
            {
                a.AccountId,
                a.Id,
                Codes = context.Memberships.Where(m => m.AccountId == a.AccountId && m.EndedAt == null && m.Municipality != null && (m.ValidUntil == null || m.ValidUntil >= today)).Select(m => m.Municipality!).Distinct().ToList(),
            })
            .ToListAsync(cancel);
        return [.. found.Select(f => (new AccountId(f.AccountId), f.Id, (IReadOnlyList<Municipality>)[.. f.Codes.Select(c => new Municipality(c))]))];
    }

    private async Task<List<Municipality>> MunicipalitiesAsync(CancellationToken cancel)
    {
        var today = time.Today();
        return [.. (await context.Memberships.AsNoTracking()
            .Where(m => m.Municipality != null && m.EndedAt == null && (m.ValidUntil == null || m.ValidUntil >= today))
            .Select(m => m.Municipality!).Distinct().OrderBy(c => c).ToListAsync(cancel)).Select(c => new Municipality(c))];
    }
}
