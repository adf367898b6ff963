using System.CommandLine;
using CotnvPga.Cli.Convenants;

namespace CotnvPga.Cli.Commands;

/// <summary><c>evaluate</c>: questions in, one a line; answers out, in the same order. Exit 2 when a line was not understood.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var folder = ConvenantOnDisk.Option();
        var command = new Command("evaluate", "Beantwoordt vragen van de standaardinvoer, één per regel.") { folder };
        command.SetAction(parsed =>
        {
            if (ConvenantOnDisk.LoadOrTell(parsed.GetValue(folder)!) is not { } convenant)
                return 1;
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            try
            {
                return new Evaluation(convenant).Run(input, output) ? 0 : 2;
            }
            catch (IOException gone)
            {
                // Whoever read the answers went away, as head does.
                Console.Error.WriteLine($"De antwoorden konden niet meer worden geschreven: {gone.Message}");
                return 1;
            }
        });
        return command;
    }
}
