using CotnvPga.Domain;
using CotnvPga.Identity.Storage;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Identity.Demo;

/// <summary>Finds the fictional people of the demo in the database.</summary>
internal sealed class DemoDirectory(IdentityContext context)
{
    /// <summary>The demo account with this name; null when there is none, also when the name is a real account's.</summary>
    public async Task<AccountId?> FindAsync(string? userName, CancellationToken cancel)
    {
        var name = userName?.ToUpperInvariant();
        var found = await context.Users
            .Where(a => a.IsDemo && a.NormalizedUserName == name)
            .Select(a => (Guid?)a.Id)
            .SingleOrDefaultAsync(cancel);
        return found is { } id ? new AccountId(id) : null;
    }
}
