using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>Deputies for a period. Who stands in gets a membership of its own, with an end and with the name of who is replaced.</summary>
public sealed class DeputyDesk(IdentityContext context, MembershipRegister register, ContinuityRules rules, TimeProvider time)
{
    /// <summary>The role of who stands in.</summary>
    public const string Role = "plaatsvervanger";

    /// <summary>Appoints somebody of the same party, who is screened, authorised and trained for it already.</summary>
    public async Task<Result<Membership>> AppointAsync(Actor by, Municipality municipality, NewDeputy sent, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var errors = new List<FieldError>();
        var replaced = await InForce().SingleOrDefaultAsync(m => m.Id == sent.Membership && m.Municipality == municipality.Code, cancel);
        if (replaced is null)
            errors.Add(new FieldError("lidmaatschap", "Kies wie wordt vervangen: iemand die nu in deze gemeente werkt."));
        var own = replaced is null ? [] : await InForce().Where(m => m.AccountId == sent.Person && m.Party == replaced.Party && m.Municipality == municipality.Code).ToListAsync(cancel);
        var able = own.Find(m => m.DeputyFor is null && m.ToMembership() is var known && known.IsAuthorised(time.Today()) && known.IsTrained(time.Today()));
        if (sent.Person is null || sent.Person == replaced?.AccountId)
            errors.Add(new FieldError("persoon", "Kies een ander dan wie wordt vervangen."));
        else if (replaced is not null && able is null)
            errors.Add(new FieldError("persoon", "Kies iemand van dezelfde partij in deze gemeente die is opgeleid, gescreend en geautoriseerd. Is er niemand, vraag dan hulp uit de achtervangpool."));
        errors.AddRange(sent.DayErrors(time.Today(), rules));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (own.Exists(m => m.DeputyFor == replaced!.AccountId && m.ValidFrom <= sent.Until && (m.ValidUntil is null || m.ValidUntil >= sent.From)))
            return new NotNow("Deze persoon vervangt dan al.", ["andere_dagen"]);
        return await register.GrantAsync(
            new GrantMembership(
                new AccountId(able!.AccountId), able.Party, municipality, Role, sent.From!.Value, Earliest(sent.Until!.Value, able.ValidUntil),
                able.ScreenedUntil, able.AuthorisedUntil, able.TrainedUntil)
            { DeputyFor = new AccountId(replaced!.AccountId) },
            by.Account,
            cancel);
    }

    /// <summary>Ends a deputy's membership now.</summary>
    public async Task<Result<Membership>> EndAsync(Actor by, Municipality municipality, Guid membership, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        if (!await context.Memberships.AnyAsync(m => m.Id == membership && m.Municipality == municipality.Code && (m.DeputyFor != null || m.LentBy != null), cancel))
            return new NotKnown();
        return await register.EndNowAsync(membership, by.Account, cancel);
    }

    private IQueryable<MembershipRow> InForce()
    {
        var (now, today) = (time.Now(), time.Today());
        return context.Memberships.AsNoTracking().Where(m =>
            (m.EndedAt == null || m.EndedAt > now) && m.ValidFrom <= today && (m.ValidUntil == null || m.ValidUntil >= today));
    }

    private static LocalDate Earliest(LocalDate a, LocalDate? b) => b is { } other && other < a ? other : a;
}
