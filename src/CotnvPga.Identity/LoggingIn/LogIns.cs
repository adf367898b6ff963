using System.Security.Claims;
using CotnvPga.Domain;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Sessions;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Identity.LoggingIn;

/// <summary>Who logged in and what still counts of it. Ending a log-in ends its sessions, and no new one begins from it.</summary>
public sealed class LogIns(IdentityContext context, TimeProvider time)
{
    private static readonly Duration Longest = Duration.FromTimeSpan(SessionLimits.Idle + SessionLimits.Absolute);

    /// <summary>Begins a log-in now.</summary>
    internal async Task<LogInRow> BeginAsync(AccountId account, Assurance level, SessionAtServer? at, CancellationToken cancel)
    {
        var now = time.Now();
        var row = new LogInRow
        {
            Id = Guid.NewGuid(),
            AccountId = account.Value,
            At = now,
            Level = level.Code(),
            ProvedAt = now,
            EndsAt = now + Longest,
            Server = at?.Server,
            ServerSession = at?.Session,
        };
        context.LogIns.Add(row);
        await context.SaveChangesAsync(cancel);
        return row;
    }

    /// <summary>The log-in that a cookie, a code or a session speaks of; null when it was ended.</summary>
    internal async Task<LogInRow?> FindAsync(ClaimsPrincipal principal, CancellationToken cancel)
    {
        if (TokenClaims.LogInOf(principal) is not { } id || TokenClaims.AccountOf(principal) is not { } account)
            return null;
        var now = time.Now();
        return await context.LogIns.AsNoTracking()
            .SingleOrDefaultAsync(l => l.Id == id && l.AccountId == account.Value && l.EndedAt == null && l.EndsAt > now, cancel);
    }

    /// <summary>Ends log-ins, here and now.</summary>
    internal async Task EndAsync(IReadOnlyCollection<Guid> logIns, CancellationToken cancel)
    {
        if (logIns.Count == 0)
            return;
        Instant? now = time.Now();
        await context.LogIns.Where(l => logIns.Contains(l.Id) && l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.EndedAt, now), cancel);
        await context.Sessions.Where(s => s.LogInId != null && logIns.Contains(s.LogInId.Value)).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Ends every log-in of an account, for who got another telephone.</summary>
    internal async Task EndAllAsync(AccountId account, CancellationToken cancel)
    {
        var open = await context.LogIns.Where(l => l.AccountId == account.Value && l.EndedAt == null).Select(l => l.Id).ToListAsync(cancel);
        await EndAsync(open, cancel);
    }

    /// <summary>Ends what came from a session at the server of an own organisation; from every session there of this account when no session is named.</summary>
    internal async Task EndAtAsync(SessionAtServer at, AccountId? account, CancellationToken cancel)
    {
        var id = account?.Value;
        var open = await context.LogIns
            .Where(l => l.Server == at.Server && l.EndedAt == null && (at.Session == null ? l.AccountId == id : l.ServerSession == at.Session && (id == null || l.AccountId == id)))
            .Select(l => l.Id)
            .ToListAsync(cancel);
        await EndAsync(open, cancel);
    }

    /// <summary>Remembers that the person proved again who it is.</summary>
    internal async Task ProveAsync(Guid logIn, CancellationToken cancel)
    {
        var now = time.Now();
        await context.LogIns.Where(l => l.Id == logIn && l.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(l => l.ProvedAt, now), cancel);
    }
}

/// <summary>A session at the server of an own organisation.</summary>
/// <param name="Server">Code of the server.</param>
/// <param name="Session">Its session, when it says which.</param>
internal sealed record SessionAtServer(string Server, string? Session);
