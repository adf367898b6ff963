using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CotnvPga.Identity.Notifications;

/// <summary>
/// Sends what people were told. A message goes into one mail, and a mail is sent by one at a time: it is put off before it is handed in, so
/// that a second job, or a restart, leaves it alone. A server that does not take it gets it again later, under the same Message-ID.
/// </summary>
public sealed partial class MailRun(IdentityContext context, IPostbox postbox, TimeProvider time, ILogger<MailRun> log)
{
    private static readonly LocalTime Morning = new(8, 0);
    private static readonly Duration Lease = Duration.FromMinutes(10);
    private static readonly Duration LongestWait = Duration.FromHours(4);

    /// <summary>Makes mails of what is due, and sends those that may go.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!postbox.IsOpen)
            return 0;
        await GatherAsync(cancel);
        var sent = 0;
        while (await ClaimAsync(cancel) is { } mail)
        {
            if (await SendAsync(mail, cancel))
                sent++;
        }
        return sent;
    }

    /// <summary>Puts every message that is due into a mail to its person: at once, or when the morning after it has come.</summary>
    private async Task GatherAsync(CancellationToken cancel)
    {
        var now = time.Now();
        var thisMorning = DutchTime.At(DutchTime.DayOf(now), Morning);
        var latestMorning = thisMorning <= now ? thisMorning : DutchTime.At(DutchTime.DayOf(now).PlusDays(-1), Morning);
        var due = await (
            from m in context.Messages
            join a in context.Users on m.AccountId equals a.Id
            where m.MailId == null && m.ReadAt == null && a.Email != null && a.BlockedAt == null
                && (!context.Preferences.Any(p => p.AccountId == a.Id && p.Daily) || m.ToldAt < latestMorning)
            select m.AccountId).Distinct().ToListAsync(cancel);
        foreach (var account in due)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            var mail = new MailRow { Id = Guid.NewGuid(), AccountId = account, MadeAt = now, NextAt = now };
            context.Mails.Add(mail);
            await context.SaveChangesAsync(cancel);
            // Another job may have been first: then nothing is left for this one, and it makes no mail.
            var taken = await context.Messages.Where(m => m.AccountId == account && m.MailId == null && m.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.MailId, mail.Id), cancel);
            if (taken > 0)
                await transaction.CommitAsync(cancel);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes one mail that may go, and puts it off for as long as sending may last.</summary>
    private async Task<OutgoingMail?> ClaimAsync(CancellationToken cancel)
    {
        var (now, off) = (time.Now(), time.Now() + Lease);
        var claimed = await context.Mails.FromSql(
            $"""
            update identiteit.mail set next_at = {off}, attempts = attempts + 1
            where id = (select id from identiteit.mail where sent_at is null and next_at <= {now} order by next_at limit 1 for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(cancel);
        if (claimed is not [var mail])
            return null;
        var address = await context.Users.Where(a => a.Id == mail.AccountId).Select(a => a.Email!).SingleAsync(cancel);
        var codes = await context.Messages.Where(m => m.MailId == mail.Id).Select(m => m.Code).Distinct().ToListAsync(cancel);
        return new OutgoingMail(mail.Id, address, codes);
    }

    private async Task<bool> SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        try
        {
            await postbox.SendAsync(mail, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // Whatever is wrong with a mail server, it must not stop the work, and somebody must know.
            LogFault(fault.GetType().Name);
            var now = time.Now();
            var attempts = await context.Mails.Where(m => m.Id == mail.Id).Select(m => m.Attempts).SingleAsync(cancel);
            var later = now + Duration.Min(LongestWait, Duration.FromMinutes(1 << Math.Min(attempts, 10)));
            await context.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAt, later), cancel);
            return false;
        }
        var at = time.Now();
        await context.Mails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, at), cancel);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not taken by the server ({Fault}); it is tried again later.")]
    private partial void LogFault(string fault);
}
