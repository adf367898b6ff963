using System.CommandLine;
using CotnvPga.Cli.Commands;

return await new RootCommand("CotnvPga op de opdrachtregel")
{
    MigrateCommand.Create(),
    SeedCommand.Create(),
    TokenCommand.Create(),
}
.Parse(args)
.InvokeAsync();
