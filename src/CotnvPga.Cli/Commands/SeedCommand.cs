using System.CommandLine;
using CotnvPga.Cli.Demo;
using CotnvPga.Data.Convenants;
using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Demo;

namespace CotnvPga.Cli.Commands;

/// <summary><c>seed --demo</c>: fills a demo database with fictional people and cases. Adds only what is missing.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        var demo = new Option<bool>("--demo") { Description = "De demowereld. Kan alleen in een database die als demo is gemaakt.", Required = true };
        var command = new Command("seed", "Vult een demodatabase.") { demo };
        command.SetAction(async (_, cancel) =>
        {
            await DemoAccounts.SeedAsync(HostSettings.OwnerConnection, HostSettings.DemoFolder, TimeProvider.System, cancel);
            var rules = new ContinuityRules(ConvenantFolder.Load(HostSettings.ConvenantFolder).Valid().Process);
            await DemoContinuity.SeedAsync(HostSettings.OwnerConnection, rules, TimeProvider.System, cancel);
            await DemoCases.SeedAsync(
                HostSettings.OwnerConnection, HostSettings.PortalConnection, HostSettings.ConvenantFolder, HostSettings.KeysFolder, cancel);
        });
        return command;
    }
}
