using System.CommandLine;
using CotnvPga.Cli.Commands;

return await new RootCommand("CotnvPga op de opdrachtregel")
{
    EvaluateCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    TableCommand.Create(),
    DiffCommand.Create(),
    MigrateCommand.Create(),
    SeedCommand.Create(),
    TokenCommand.Create(),
}
.Parse(args)
.InvokeAsync();
