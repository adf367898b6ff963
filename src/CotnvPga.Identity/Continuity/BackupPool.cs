using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.Continuity;

/// <summary>
/// The pool of trained people that municipalities lend each other (achtervangpool). The coordinator of one asks, that of the other
/// agrees; who is lent sees the cases of the municipality that asked by a membership there, until its last day.
/// </summary>
public sealed class BackupPool(IdentityContext context, MembershipRegister register, ContinuityRules rules, TimeProvider time)
{
    /// <summary>Everybody who is offered now, of all municipalities.</summary>
    public async Task<IReadOnlyList<PoolOffer>> OffersAsync(CancellationToken cancel) =>
        [.. (await Offers(cancel)).Where(o => IsAble(o.Membership)).Select(o => new PoolOffer(o.Row.Id, o.Name, o.Membership.Party, new Municipality(o.Membership.Municipality!), o.Row.LastDay))];

    /// <summary>What a municipality asked, and what was asked of it; the newest first.</summary>
    public async Task<IReadOnlyList<BackupRequest>> RequestsAsync(Municipality municipality, CancellationToken cancel)
    {
        var found = await (
            from r in context.Backups.AsNoTracking()
            join o in context.Offers on r.OfferId equals o.Id
            join m in context.Memberships on o.MembershipId equals m.Id
            join a in context.Users on m.AccountId equals a.Id
            where r.Municipality == municipality.Code || m.Municipality == municipality.Code
            orderby r.AskedAt descending
            select new { Row = r, a.DisplayName, m.Party, Lender = m.Municipality! }).Take(50).ToListAsync(cancel);
        return [.. found.Select(f => new BackupRequest(
            f.Row.Id, f.DisplayName, f.Party, new Municipality(f.Lender), new Municipality(f.Row.Municipality), f.Row.FirstDay, f.Row.LastDay, f.Row.Reason, f.Row.AnsweredAt, f.Row.MembershipId))];
    }

    /// <summary>Offers a member of the own municipality, who is trained and authorised, until a day.</summary>
    public async Task<Result<Guid>> OfferAsync(Actor by, Municipality municipality, Guid? membership, LocalDate? until, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var errors = new List<FieldError>();
        var row = await context.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membership && m.Municipality == municipality.Code && m.LentBy == null && m.DeputyFor == null, cancel);
        if (row is null || !IsAble(row))
            errors.Add(new FieldError("lidmaatschap", "Kies iemand van uw gemeente die is opgeleid, gescreend en geautoriseerd."));
        if (until is null || until < time.Today() || until > time.Today().PlusYears(1))
            errors.Add(new FieldError("tot", "Kies een dag van vandaag tot een jaar verder."));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (await context.Offers.AnyAsync(o => o.MembershipId == membership && o.WithdrawnAt == null && o.LastDay >= time.Today(), cancel))
            return new NotNow("Deze persoon staat al in de pool.", ["andere_persoon"]);
        var offer = new OfferRow { Id = Guid.NewGuid(), MembershipId = row!.Id, LastDay = until!.Value, OfferedBy = by.Account.Value, OfferedAt = time.Now() };
        // One that lapsed makes room for a new one.
        var now = time.Now();
        await context.Offers.Where(o => o.MembershipId == membership && o.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.WithdrawnAt, now), cancel);
        context.Offers.Add(offer);
        await context.SaveChangesAsync(cancel);
        return offer.Id;
    }

    /// <summary>Takes an offer back. Who is lent already stays until the last day of that.</summary>
    public async Task<Result<Guid>> WithdrawAsync(Actor by, Municipality municipality, Guid offer, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var now = time.Now();
        var own = context.Memberships.Where(m => m.Municipality == municipality.Code).Select(m => m.Id);
        var withdrawn = await context.Offers.Where(o => o.Id == offer && o.WithdrawnAt == null && own.Contains(o.MembershipId))
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.WithdrawnAt, now), cancel);
        return withdrawn == 1 ? offer : new NotKnown();
    }

    /// <summary>Asks for somebody of the pool.</summary>
    public async Task<Result<Guid>> AskAsync(Actor by, Municipality municipality, NewBackup sent, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, municipality, time.Today()))
            return rules.NotArranged();
        var errors = sent.Errors(time.Today(), rules).ToList();
        var offer = (await Offers(cancel)).Find(o => o.Row.Id == sent.Offer && o.Membership.Municipality != municipality.Code && IsAble(o.Membership));
        if (offer is null)
            errors.Add(new FieldError("aanbod", "Kies iemand uit de pool van een andere gemeente."));
        else if (sent.Until > offer.Row.LastDay)
            errors.Add(new FieldError("tot", $"Deze persoon is beschikbaar tot en met {offer.Row.LastDay:dd-MM-uuuu}."));
        if (errors.Count > 0)
            return new NotValid(errors);
        if (await context.Backups.AnyAsync(r => r.OfferId == sent.Offer && r.Municipality == municipality.Code && r.AnsweredAt == null, cancel))
            return new NotNow("Dit vroeg uw gemeente al; het antwoord komt nog.", ["antwoord"]);
        var row = new BackupRow
        {
            Id = Guid.NewGuid(),
            OfferId = offer!.Row.Id,
            Municipality = municipality.Code,
            FirstDay = sent.From!.Value,
            LastDay = sent.Until!.Value,
            Reason = sent.Reason!.Trim(),
            AskedBy = by.Account.Value,
            AskedAt = time.Now(),
        };
        context.Backups.Add(row);
        await context.SaveChangesAsync(cancel);
        return row.Id;
    }

    /// <summary>Answers for the municipality that lends. Agreed, it grants the membership: from the first day or today, until the last day.</summary>
    public async Task<Result<BackupAnswer>> AnswerAsync(Actor by, Municipality lender, Guid request, bool? agrees, CancellationToken cancel)
    {
        if (!rules.MayArrange(by, lender, time.Today()))
            return rules.NotArranged();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var row = await context.Backups.FromSql($"select * from identiteit.achtervang where id = {request} for update").SingleOrDefaultAsync(cancel);
        var offered = row is null ? null : (await Offers(cancel, alsoWithdrawn: true)).Find(o => o.Row.Id == row.OfferId);
        if (row is null || offered?.Membership.Municipality != lender.Code)
            return new NotKnown();
        if (agrees is not { } yes)
            return new NotValid("akkoord", "Zeg of u akkoord bent.");
        if (row.AnsweredAt is not null)
            return new NotNow("Hier is al op geantwoord.", ["open_verzoek"]);
        if (yes && (row.LastDay < time.Today() || !IsAble(offered.Membership)))
            return new NotNow("Dat kan niet meer: de laatste dag is voorbij, of deze persoon is niet meer opgeleid, gescreend en geautoriseerd.", ["nieuw_verzoek"]);
        Membership? granted = null;
        if (yes)
        {
            var own = offered.Membership;
            var outcome = await register.GrantAsync(
                new GrantMembership(
                    new AccountId(own.AccountId), own.Party, new Municipality(row.Municipality), DeputyDesk.Role, LocalDate.Max(row.FirstDay, time.Today()), row.LastDay,
                    own.ScreenedUntil, own.AuthorisedUntil, own.TrainedUntil)
                { LentBy = lender },
                by.Account,
                cancel);
            if (!outcome.IsDone)
                return outcome.Refusal;
            granted = outcome.Value;
        }
        (row.AnsweredBy, row.AnsweredAt, row.MembershipId) = (by.Account.Value, time.Now(), granted?.Id);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new BackupAnswer(request, granted);
    }

    private async Task<List<Offered>> Offers(CancellationToken cancel, bool alsoWithdrawn = false)
    {
        var today = time.Today();
        return await (
            from o in context.Offers.AsNoTracking()
            join m in context.Memberships.AsNoTracking() on o.MembershipId equals m.Id
            join a in context.Users on m.AccountId equals a.Id
            where a.BlockedAt == null && (alsoWithdrawn || (o.WithdrawnAt == null && o.LastDay >= today))
            orderby m.Municipality, a.DisplayName
            select new Offered(o, m, a.DisplayName)).ToListAsync(cancel);
    }

    private bool IsAble(MembershipRow row) =>
        (row.EndedAt is null || row.EndedAt > time.Now()) && row.ToMembership() is var membership && membership.IsAuthorised(time.Today()) && membership.IsTrained(time.Today());

    private sealed record Offered(OfferRow Row, MembershipRow Membership, string Name);
}

/// <summary>Somebody whom a municipality lends.</summary>
public sealed record PoolOffer(Guid Id, string Name, Party Party, Municipality Lender, LocalDate Until);

/// <summary>A municipality that asks for somebody of the pool.</summary>
/// <param name="Id">The request.</param>
/// <param name="Name">Whom.</param>
/// <param name="Party">Of which party.</param>
/// <param name="Lender">The municipality that lends.</param>
/// <param name="Asker">The municipality that asks.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Reason">What for, without a case.</param>
/// <param name="AnsweredAt">When it was answered; null while it is open.</param>
/// <param name="Membership">The membership that came of it; null when it was not agreed to.</param>
public sealed record BackupRequest(
    Guid Id, string Name, Party Party, Municipality Lender, Municipality Asker, LocalDate From, LocalDate Until, string Reason, Instant? AnsweredAt, Guid? Membership);

/// <summary>What came of an answer: the membership that was granted; null when the lender did not agree.</summary>
public sealed record BackupAnswer(Guid Request, Membership? Membership);
