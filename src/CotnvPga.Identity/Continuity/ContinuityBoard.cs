using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>Who can do the work of each function today. It knows of no case.</summary>
public sealed class ContinuityBoard(IdentityContext context, ContinuityRules rules, TimeProvider time)
{
    /// <summary>All functions of a municipality, for who arranges it there.</summary>
    public async Task<Result<IReadOnlyList<Bench>>> AllAsync(Actor actor, Municipality municipality, CancellationToken cancel) =>
        rules.MayArrange(actor, municipality, time.Today())
            ? Result.Done(await BenchesAsync([municipality], cancel))
            : rules.NotArranged();

    /// <summary>The own functions of a person, and those that rest on one person in municipalities where that person arranges it.</summary>
    public async Task<IReadOnlyList<Bench>> OfAsync(Actor actor, CancellationToken cancel)
    {
        var places = actor.Memberships.Where(m => m.IsInForce(time.Today()) && m.Municipality is not null).Select(m => (m.Party, Where: m.Municipality!.Value)).Distinct().ToList();
        if (places.Count == 0)
            return [];
        var arranged = rules.ArrangedBy(actor, time.Today());
        return [.. (await BenchesAsync([.. places.Select(p => p.Where).Distinct()], cancel))
            .Where(b => places.Contains((b.Party, b.Municipality)) || (b.IsThin && arranged.Contains(b.Municipality)))];
    }

    /// <summary>How every function of these municipalities stands, without who works there.</summary>
    public async Task<IReadOnlyList<BenchFact>> FactsAsync(IReadOnlyList<Municipality> municipalities, CancellationToken cancel) =>
        [.. (await BenchesAsync(municipalities, cancel)).Select(BenchFact.Of)];

    /// <summary>How many memberships in a municipality still wait for this person's decision this quarter.</summary>
    public async Task<int> LeftToReviewAsync(Actor actor, Municipality municipality, CancellationToken cancel)
    {
        var (now, today) = (time.Now(), time.Today());
        var quarter = rules.ReviewOn(today).Quarter;
        var functions = Enum.GetValues<Party>().Where(rules.IsFunction).ToList();
        return await context.Memberships.CountAsync(
            m => m.Municipality == municipality.Code && functions.Contains(m.Party) && m.AccountId != actor.Account.Value && m.ValidFrom < quarter
                && (m.EndedAt == null || m.EndedAt > now) && (m.ValidUntil == null || m.ValidUntil >= today)
                && context.Users.Any(a => a.Id == m.AccountId && a.BlockedAt == null)
                && !context.Reviews.Any(r => r.MembershipId == m.Id && r.Quarter == quarter),
            cancel);
    }

    private async Task<IReadOnlyList<Bench>> BenchesAsync(IReadOnlyList<Municipality> municipalities, CancellationToken cancel)
    {
        var (now, today) = (time.Now(), time.Today());
        var codes = municipalities.Select(m => m.Code).ToList();
        var review = rules.ReviewOn(today);
        var found = await (
            from m in context.Memberships.AsNoTracking()
            join a in context.Users on m.AccountId equals a.Id
            where codes.Contains(m.Municipality!) && a.BlockedAt == null && (m.EndedAt == null || m.EndedAt > now)
                && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil >= today)
            orderby a.DisplayName, m.ValidFrom, m.Id
            select new
            {
                Row = m,
                a.DisplayName,
                Replaces = context.Users.Where(r => r.Id == m.DeputyFor).Select(r => r.DisplayName).FirstOrDefault(),
                IsConfirmed = context.Reviews.Any(r => r.MembershipId == m.Id && r.Quarter == review.Quarter),
                WarnedFor = context.Idle.Where(i => i.AccountId == m.AccountId).Select(i => (LocalDate?)i.LastUsed).FirstOrDefault(),
            }).ToListAsync(cancel);
        var accounts = found.Select(f => f.Row.AccountId).Distinct().ToList();
        var absences = (await context.Absences.AsNoTracking().Where(a => accounts.Contains(a.AccountId) && a.WithdrawnAt == null && a.LastDay >= today).OrderBy(a => a.FirstDay).ToListAsync(cancel))
            .ToLookup(a => a.AccountId);
        return
        [
            .. found
                .GroupBy(f => (f.Row.Party, f.Row.Municipality))
                .OrderBy(g => g.Key.Municipality, StringComparer.Ordinal).ThenBy(g => g.Key.Party)
                .Where(g => rules.IsFunction(g.Key.Party))
                .Select(g => new Bench(g.Key.Party, new Municipality(g.Key.Municipality!), rules.Needed,
                    [.. g.Select(f => SeatOf(f.Row, f.DisplayName, f.Replaces, f.IsConfirmed, f.WarnedFor, [.. absences[f.Row.AccountId]], review, today))])),
        ];
    }

    private Seat SeatOf(
        MembershipRow row, string name, string? replaces, bool isConfirmed, LocalDate? warnedFor, IReadOnlyList<AbsenceRow> absences, AccessReview review, LocalDate today)
    {
        var membership = row.ToMembership();
        var state = !review.Covers(row.ValidFrom) ? ReviewState.NietNodig
            : isConfirmed ? ReviewState.Bevestigd
            : today > review.Due ? ReviewState.TeLaat
            : ReviewState.TeDoen;
        return new Seat(new AccountId(row.AccountId), name, row.Id, row.Role, row.ValidFrom, row.ValidUntil, membership.IsAuthorised(today), membership.IsTrained(today))
        {
            AwayUntil = absences.FirstOrDefault(a => a.FirstDay <= today)?.LastDay,
            WillBeAway = [.. absences.Where(a => a.FirstDay > today).Select(a => (a.FirstDay, a.LastDay))],
            DeputyFor = replaces,
            LentBy = membership.LentBy,
            Review = state,
            EndsUnused = warnedFor is { } used ? rules.EndsOn(used) : null,
        };
    }
}
