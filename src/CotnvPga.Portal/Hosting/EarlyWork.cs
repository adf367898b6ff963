using CotnvPga.Data;
using CotnvPga.Identity.Storage;

namespace CotnvPga.Portal.Hosting;

/// <summary>
/// What keeps a processor busy at the start and needs nothing of the rest is begun first, so that it is done beside reading and proving the rules:
/// the models of the databases.
/// </summary>
internal static class EarlyWork
{
    /// <summary>Begins; wait for it before the portal answers anybody.</summary>
    public static Task BeginAsync() => Task.WhenAll(Task.Run(ZaakContext.Prepare), Task.Run(IdentityContext.Prepare));
}
