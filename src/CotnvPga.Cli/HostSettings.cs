namespace CotnvPga.Cli;

/// <summary>Settings of the host, from the same environment variables as the portal's.</summary>
internal static class HostSettings
{
    /// <summary>Connection of the role that owns the schemas.</summary>
    public static string OwnerConnection => Required("ConnectionStrings__Eigenaar");

    /// <summary>Whether this is the demo that <c>./run</c> starts.</summary>
    public static bool IsDemo => bool.TryParse(Environment.GetEnvironmentVariable("Pga__Demo"), out var demo) && demo;

    /// <summary>Folder where a demo leaves its passwords and where it runs.</summary>
    public static string DemoFolder => Environment.GetEnvironmentVariable("Pga__DemoMap") ?? ".run";

    private static string Required(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"The environment variable {name} is not set.");
}
