using System.Diagnostics;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.TestHost.Portals;

/// <summary>Fills a database as <c>./run</c> does: the command line tells the stories of the demo, in a process of its own.</summary>
internal static class DemoStories
{
    /// <summary>Tells the stories in a database that has the people of the demo.</summary>
    /// <param name="database">The database.</param>
    /// <param name="demoFolder">The folder with the passwords of those people, which they keep.</param>
    /// <exception cref="InvalidOperationException">The command failed; with what it said.</exception>
    public static async Task TellAsync(TestDatabase database, string demoFolder)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var keys = TestKeys.NewFolder();
        var program = Repository.PathOf($"src/CotnvPga.Cli/bin/{configuration}/net10.0/CotnvPga.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "seed", "--demo"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ConnectionStrings__Eigenaar", database.OwnerConnection),
            ("ConnectionStrings__Portaal", database.AppConnection),
            ("Pga__Convenant", Repository.PathOf("convenant")),
            ("Pga__Sleutels", keys),
            ("Pga__Demo", "true"),
            ("Pga__DemoMap", demoFolder),
        })
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet cannot be started.");
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Directory.Delete(keys, recursive: true);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The stories of the demo were not told:\n{string.Concat(said)}");
    }
}
