using System.CommandLine;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Cli.Commands;

/// <summary><c>explain</c>: one question in, the answer for people out. Exit 2 when the question was not understood.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var folder = ConvenantOnDisk.Option();
        var command = new Command("explain", "Legt het antwoord op één vraag uit.") { folder };
        command.SetAction(parsed =>
        {
            if (ConvenantOnDisk.LoadOrTell(parsed.GetValue(folder)!) is not { } convenant)
                return 1;
            using var input = Console.OpenStandardInput();
            using var json = new MemoryStream();
            input.CopyTo(json);
            var question = new CodedQuestion(convenant.Vocabulary);
            if (new QuestionReader(convenant).Read(json.ToArray(), question) is { } error)
            {
                Console.Error.WriteLine($"{error.Field}: {error.Message}");
                return 2;
            }
            ExplanationText.Write(Console.Out, convenant, question);
            return 0;
        });
        return command;
    }
}
