using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.People;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Notifications;

/// <summary>Tells people what happened among people: somebody stands in, is away, is asked for, or must review access.</summary>
public sealed class PeopleEvents(IdentityContext context, Inbox inbox, IColleagues colleagues, CompiledConvenant convenant, ContinuityRules rules)
{
    /// <summary>Tells whom the rule data name.</summary>
    /// <param name="kind">What happened: one of <see cref="NotificationDefinition.OtherEvents"/>.</param>
    /// <param name="about">Whom it is about; null when it is about a municipality.</param>
    /// <param name="municipalities">Where those who arrange it are told.</param>
    /// <param name="key">What makes it the same happening: told once.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task TellAsync(string kind, AccountId? about, IReadOnlyCollection<Municipality> municipalities, string key, CancellationToken cancel)
    {
        var happening = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind}:{key}"))).AsSpan(0, 16));
        foreach (var notification in convenant.Process.Notifications.Where(n => n.When.Contains(kind)))
        {
            var receivers = new HashSet<AccountId>();
            foreach (var to in notification.To)
                receivers.UnionWith(await ReceiversAsync(to, about, municipalities, cancel));
            foreach (var receiver in receivers)
                await inbox.TellAsync(receiver, notification.Code, happening, cancel);
        }
    }

    /// <summary>Who arranges it in a municipality now.</summary>
    public async Task<IReadOnlyList<AccountId>> ArrangersAsync(Municipality municipality, CancellationToken cancel) =>
        [.. (await colleagues.InAsync(municipality, cancel)).Where(c => rules.Arranges(c.Party, c.Role)).Select(c => c.Account).Distinct()];

    private async Task<IEnumerable<AccountId>> ReceiversAsync(string to, AccountId? about, IReadOnlyCollection<Municipality> municipalities, CancellationToken cancel)
    {
        switch (to)
        {
            case "persoon":
                return about is { } person ? [person] : [];
            case "vervangers":
                return about is not { } replaced ? [] : (await context.Memberships.AsNoTracking()
                    .Where(m => m.DeputyFor == replaced.Value && m.EndedAt == null).Select(m => m.AccountId).Distinct().ToListAsync(cancel)).Select(a => new AccountId(a));
            case "regelt":
                var arrangers = new List<AccountId>();
                foreach (var municipality in municipalities)
                    arrangers.AddRange(await ArrangersAsync(municipality, cancel));
                return arrangers.Where(a => a != about);
            default:
                return [];
        }
    }
}
