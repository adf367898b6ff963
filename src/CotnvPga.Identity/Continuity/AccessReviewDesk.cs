using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Continuity;

/// <summary>
/// The review of access, each quarter (wet-pga:13.1): who arranges it in a municipality confirms each membership or ends it. A membership
/// that was not confirmed in time goes on and is shown as late: ending somebody's access is a decision, never an oversight.
/// </summary>
public sealed class AccessReviewDesk(IdentityContext context, MembershipRegister register, ContinuityRules rules, TimeProvider time)
{
    /// <summary>The decisions that can be made.</summary>
    public static IReadOnlyList<string> Decisions { get; } = ["bevestigen", "beeindigen"];

    /// <summary>Decides on one membership for this quarter.</summary>
    public async Task<Result<Guid>> DecideAsync(Actor by, Municipality municipality, Guid membership, string? decision, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var review = rules.ReviewOn(time.Today());
        var row = await context.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membership && m.Municipality == municipality.Code, cancel);
        // Who reviews the municipality is not reviewed by it.
        if (row is null || !rules.IsFunction(row.Party))
            return new NotKnown();
        if (decision is null || !Decisions.Contains(decision))
            return new NotValid("besluit", $"Kies een besluit: {string.Join(", ", Decisions)}.");
        if (row.AccountId == by.Account.Value)
            return new NotNow("Uw eigen toegang gaat een ander na.", ["ander"]);
        if (row.EndedAt is not null || row.ValidUntil < time.Today() || !review.Covers(row.ValidFrom))
            return new NotNow("Dit lidmaatschap hoeft dit kwartaal niet te worden nagegaan.", ["lidmaatschap"]);
        var ends = decision == Decisions[1];
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            insert into identiteit.toegangstoets (membership_id, quarter, decision, decided_by, decided_at)
            values ({membership}, {review.Quarter}, {(ends ? ReviewRow.Ended : ReviewRow.Confirmed)}, {by.Account.Value}, {time.Now()}) on conflict do nothing
            """,
            cancel);
        if (added == 0)
            return new NotNow("Hierover is dit kwartaal al besloten.", ["volgend_kwartaal"]);
        if (ends && await register.EndNowAsync(membership, by.Account, cancel) is { IsDone: false } refused)
            return refused.Refusal;
        await transaction.CommitAsync(cancel);
        return membership;
    }
}
