using CotnvPga.Data.Notifications;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Notifications;

namespace CotnvPga.Portal.Jobs;

/// <summary>Tells people what happened in cases, and sends mail. Each happening is told once to each person, also when a round breaks off.</summary>
internal sealed class NotificationRound(CaseEvents events, IColleagues colleagues, IActors actors, Inbox inbox, MailRun mail)
{
    private const int MostAtOnce = 100;

    /// <summary>One round.</summary>
    /// <returns>How many messages were new, and how many mails were sent.</returns>
    public async Task<(int Told, int Sent)> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        // Several steps of one case since the last round ask for one thing: it is told once.
        var known = new HashSet<(Domain.SignalId, Domain.AccountId, string)>();
        foreach (var happened in (await events.WaitingAsync(MostAtOnce, cancel)).Reverse())
        {
            foreach (var account in await NearAsync(happened, cancel))
            {
                if (await actors.FindAsync(account, cancel) is not { } actor)
                    continue;
                foreach (var notification in await events.ForAsync(actor, happened, cancel))
                {
                    if (known.Add((happened.Case, account, notification.Code)))
                        told += await inbox.TellAsync(account, notification.Code, happened.Id, cancel) ? 1 : 0;
                }
            }
            await events.DoneAsync(happened, cancel);
        }
        return (told, await mail.RunAsync(cancel));
    }

    private async Task<IEnumerable<Domain.AccountId>> NearAsync(CaseEvent happened, CancellationToken cancel) =>
        (await colleagues.InAsync(happened.Municipalities, cancel)).Select(c => c.Account).Distinct();
}
