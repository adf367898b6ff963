using System.Net;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Instance;

/// <summary>Keeps demo and work apart: refuses to start where the one could be taken for the other.</summary>
internal sealed class DemoGuard(IdentityContext context, PortalSettings settings)
{
    /// <summary>Compares what this start is with what the database is.</summary>
    /// <exception cref="InvalidOperationException">They differ; the message says what to do.</exception>
    public async Task CheckDatabaseAsync(CancellationToken cancel)
    {
        var instance = await context.Instances.AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? throw new InvalidOperationException("The database does not say what it is for. Run 'migrate' first.");
        if (settings.IsDemo && !instance.IsDemo)
            throw new InvalidOperationException("Pga:Demo is on, but this database was made for real work. Demo mode needs a database that ./run made.");
        if (!settings.IsDemo && instance.IsDemo)
            throw new InvalidOperationException("This is a demo database. It cannot be used for real work: make a new one.");
        if (!settings.IsDemo && await context.Users.AnyAsync(a => a.IsDemo, cancel))
            throw new InvalidOperationException("There are demo accounts in this database. It cannot be used for real work.");
    }

    /// <summary>Makes sure that a demo can be reached from this machine only.</summary>
    /// <exception cref="InvalidOperationException">One of the addresses is not a loopback address.</exception>
    public void CheckAddresses(IEnumerable<string> addresses)
    {
        if (settings.IsDemo && addresses.FirstOrDefault(a => !IsLoopback(a)) is { } open)
            throw new InvalidOperationException($"Demo mode listens on a loopback address only, not on {open}.");
    }

    private static bool IsLoopback(string address)
    {
        // "+" and "*" mean every address; they are no host names that a Uri understands.
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
