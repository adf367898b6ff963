using System.CommandLine;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Migrations;
using CotnvPga.Data.Signals;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Storage;

namespace CotnvPga.Cli.Commands;

/// <summary><c>migrate</c>: makes or updates the schemas, as the role that owns them. Safe to repeat.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Maakt de database of werkt haar bij.");
        command.SetAction(async (_, cancel) =>
        {
            var kind = HostSettings.IsDemo ? InstanceKind.Demo : InstanceKind.Work;
            await IdentityMigrations.ApplyAsync(HostSettings.OwnerConnection, kind, cancel);
            var convenant = ConvenantFolder.Load(HostSettings.ConvenantFolder).Valid();
            await DatabaseMigrations.ApplyAsync(
                HostSettings.OwnerConnection, convenant, KeyFolder.OpenOrCreate(HostSettings.KeysFolder), cancel);
            await AreaCopy.WriteAsync(HostSettings.OwnerConnection, MunicipalityFile.Read(HostSettings.ConvenantFolder).All, cancel);
            await KnowledgeCopy.WriteAsync(HostSettings.OwnerConnection, KnowledgeFiles.Read(HostSettings.ConvenantFolder), cancel);
        });
        return command;
    }
}
