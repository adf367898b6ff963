using System.CommandLine;
using CotnvPga.Cli.Commands;

var verbs = new RootCommand("CotnvPga op de opdrachtregel")
{
    EvaluateCommand.Create(),
    CheckCommand.Create(),
    ExplainCommand.Create(),
    TableCommand.Create(),
    DiffCommand.Create(),
    DocumentCommand.Create(),
    MigrateCommand.Create(),
    SeedCommand.Create(),
    TokenCommand.Create(),
    ArchiveCommand.Create(),
    AuditCommand.Create(),
    KeyCommand.Create(),
    AccountCommand.Create(),
};
var parsed = verbs.Parse(args);
if (parsed.Errors.Count == 0 || parsed.CommandResult.Command == verbs)
    return await parsed.InvokeAsync();
Console.Error.WriteLine($"{parsed.Errors[0].Message} Zie '{parsed.CommandResult.Command.Name} --help'.");
return 2;
