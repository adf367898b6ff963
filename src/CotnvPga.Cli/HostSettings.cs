using CotnvPga.Identity.Demo;

namespace CotnvPga.Cli;

/// <summary>Settings of the host, from the same environment variables as the portal's.</summary>
internal static class HostSettings
{
    /// <summary>Connection of the role that owns the schemas.</summary>
    public static string OwnerConnection => Required("ConnectionStrings__Eigenaar");

    /// <summary>Connection of the portal's own role.</summary>
    public static string PortalConnection => Required("ConnectionStrings__Portaal");

    /// <summary>Connection of the role that checks the log.</summary>
    public static string AuditConnection => Required("ConnectionStrings__Controle");

    /// <summary>Folder with the rule data.</summary>
    public static string ConvenantFolder => Required("Pga__Convenant");

    /// <summary>Folder with the keys that live outside the database.</summary>
    public static string KeysFolder => Required("Pga__Sleutels");

    /// <summary>Whether this is the demo that <c>./run</c> starts.</summary>
    public static bool IsDemo => bool.TryParse(Environment.GetEnvironmentVariable("Pga__Demo"), out var demo) && demo;

    /// <summary>Folder where a demo leaves its passwords and where it runs.</summary>
    public static string DemoFolder => Environment.GetEnvironmentVariable("Pga__DemoMap") ?? ".run";

    /// <summary>
    /// The demo that runs on this host: <c>instantie.json</c> in <see cref="DemoFolder"/>, unless <c>Pga__Adres</c> and
    /// <c>Pga__Sleutels</c> say otherwise; null when there is none.
    /// </summary>
    public static DemoInstance? Instance =>
        Environment.GetEnvironmentVariable("Pga__Adres") is { } address && Environment.GetEnvironmentVariable("Pga__Sleutels") is { } keys
            ? new DemoInstance(new Uri(address), keys)
            : DemoInstance.Read(DemoFolder);

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
}
