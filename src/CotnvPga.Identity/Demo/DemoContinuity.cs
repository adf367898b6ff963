using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Continuity;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Demo;

/// <summary>Gives the demo something to see of how work goes on: somebody away, somebody in the pool, a request for help, a review half done.</summary>
public static class DemoContinuity
{
    private static readonly string[] NotReviewed = ["reclassering.voorbeeldstad", "rvdk.voorbeeldstad", "plaatsvervanger.voorbeeldstad"];

    /// <summary>Adds it once: a demo in which somebody arranged anything stays as it is.</summary>
    /// <param name="ownerConnectionString">Connection of the role that owns the schemas.</param>
    /// <param name="rules">The numbers that it keeps to.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    public static async Task SeedAsync(string ownerConnectionString, ContinuityRules rules, TimeProvider time, CancellationToken cancel = default)
    {
        await using var context = new IdentityContext(IdentityDatabase.Options<IdentityContext>(ownerConnectionString));
        if (await context.Offers.AnyAsync(cancel) || await context.Reviews.AnyAsync(cancel) || await context.Absences.AnyAsync(cancel))
            return;
        var (now, today) = (time.Now(), time.Today());
        context.Absences.Add(new AbsenceRow
        {
            Id = Guid.NewGuid(),
            AccountId = DemoWorld.Person("om.voorbeeldstad").Account.Value,
            FirstDay = today,
            LastDay = today.PlusDays(4),
            NotedAt = now,
        });
        var lender = DemoWorld.Person("coordinator.modelveen");
        var offer = new OfferRow
        {
            Id = Guid.NewGuid(),
            MembershipId = lender.Memberships().Single().Id,
            LastDay = today.PlusMonths(6),
            OfferedBy = lender.Account.Value,
            OfferedAt = now,
        };
        context.Offers.Add(offer);
        context.Backups.Add(new BackupRow
        {
            Id = Guid.NewGuid(),
            OfferId = offer.Id,
            Municipality = DemoWorld.Polderdam,
            FirstDay = today.PlusDays(7),
            LastDay = today.PlusDays(28),
            Reason = "Onze coördinator is met verlof en wij hebben geen tweede.",
            AskedBy = DemoWorld.Person("coordinator.polderdam").Account.Value,
            AskedAt = now,
        });
        var review = rules.ReviewOn(today);
        var reviewer = DemoWorld.Person("plaatsvervanger.voorbeeldstad").Account.Value;
        context.Reviews.AddRange(DemoWorld.People
            .Where(p => rules.IsFunction(p.Party) && p.Municipalities.Contains(DemoWorld.Voorbeeldstad) && !NotReviewed.Contains(p.UserName))
            .Select(p => new ReviewRow
            {
                MembershipId = p.Memberships().Single(m => m.Municipality == DemoWorld.Voorbeeldstad).Id,
                Quarter = review.Quarter,
                Decision = ReviewRow.Confirmed,
                DecidedBy = reviewer,
                DecidedAt = now,
            }));
        await context.SaveChangesAsync(cancel);
    }
}
