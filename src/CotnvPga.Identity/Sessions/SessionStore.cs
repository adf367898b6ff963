using System.Security.Cryptography;
using System.Text;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Oidc;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CotnvPga.Identity.Sessions;

/// <summary>Keeps sessions in the database, so that logging out ends a session also for whoever copied the cookie.</summary>
internal sealed class SessionStore(IServiceScopeFactory scopes, IDataProtectionProvider protection) : ITicketStore
{
    private readonly IDataProtector protector = protection.CreateProtector("CotnvPga.Identity.Sessions");

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var key = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        var account = TokenClaims.AccountOf(ticket.Principal)!.Value.Value;
        var logIn = TokenClaims.LogInOf(ticket.Principal);
        // A browser that begins again from the same log-in no longer has the session before.
        await context.Sessions.Where(s => s.AccountId == account && s.LogInId != null && s.LogInId == logIn).ExecuteDeleteAsync();
        context.Sessions.Add(new SessionRow
        {
            KeyHash = Hash(key),
            AccountId = account,
            LogInId = logIn,
            Ticket = Protect(ticket),
            ExpiresAt = ExpiryOf(ticket),
        });
        await context.SaveChangesAsync();
        await EndTheOldestAsync(scope.ServiceProvider, account);
        return key;
    }

    // The people of a demo do not exist: many at once look round as one of them.
    private static async Task EndTheOldestAsync(IServiceProvider services, Guid account)
    {
        var context = services.GetRequiredService<IdentityContext>();
        var over = await context.Sessions.AsNoTracking()
            .Where(s => s.AccountId == account && context.Users.Any(a => a.Id == account && !a.IsDemo))
            .Where(s => context.Sessions.Count(other => other.AccountId == account && other.ExpiresAt > s.ExpiresAt) >= SessionLimits.AtOnce)
            .Select(s => new { s.KeyHash, s.LogInId })
            .ToListAsync();
        var keys = over.Select(s => s.KeyHash).ToList();
        await context.Sessions.Where(s => keys.Contains(s.KeyHash)).ExecuteDeleteAsync();
        // With its log-in, or the browser would begin a new session at once without asking anything.
        await services.GetRequiredService<LogIns>().EndAsync([.. over.Select(s => s.LogInId).OfType<Guid>()], default);
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        var hash = Hash(key);
        var expires = ExpiryOf(ticket);
        var bytes = Protect(ticket);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IdentityContext>().Sessions
            .Where(s => s.KeyHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ticket, bytes).SetProperty(s => s.ExpiresAt, expires));
    }

    /// <summary>Reads a session together with whose it is, so that a request asks for both at once.</summary>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var services = httpContext.RequestServices;
        if (await services.GetRequiredService<Actors>().FindBySessionAsync(Hash(key), cancellationToken) is not { } found)
            return null;
        services.GetRequiredService<CurrentActor>().OfSession = found.Person;
        return TicketSerializer.Default.Deserialize(protector.Unprotect(found.Ticket));
    }

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException("A session is read in a request.");

    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        await using var scope = scopes.CreateAsyncScope();
        var sessions = scope.ServiceProvider.GetRequiredService<IdentityContext>().Sessions.Where(s => s.KeyHash == hash);
        var logIns = await sessions.Where(s => s.LogInId != null).Select(s => s.LogInId!.Value).ToListAsync();
        await sessions.ExecuteDeleteAsync();
        await scope.ServiceProvider.GetRequiredService<LogIns>().EndAsync(logIns, default);
    }

    private byte[] Protect(AuthenticationTicket ticket) => protector.Protect(TicketSerializer.Default.Serialize(ticket));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.ASCII.GetBytes(key));

    private static Instant ExpiryOf(AuthenticationTicket ticket) => Instant.FromDateTimeOffset(
        ticket.Properties.ExpiresUtc ?? throw new InvalidOperationException("A session without an end."));
}
