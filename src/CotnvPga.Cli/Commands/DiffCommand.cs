using System.CommandLine;
using System.Text.Json;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Comparing;

namespace CotnvPga.Cli.Commands;

/// <summary><c>diff</c>: what changes between two convenants, or between two days or municipalities of one. Exit as <c>diff</c>: 0 the same, 1 different, 2 not compared.</summary>
internal static class DiffCommand
{
    private const int Same = 0;
    private const int Different = 1;
    private const int NotCompared = 2;

    public static Command Create()
    {
        var first = new Argument<string>("DIR_A") { Description = "De map met het convenant waarmee wordt vergeleken." };
        var second = new Argument<string?>("DIR_B") { Description = "De map met het andere convenant; zonder deze map wordt DIR_A met zichzelf vergeleken, op twee dagen of voor twee gemeenten.", Arity = ArgumentArity.ZeroOrOne };
        var day = new Option<string?>("--peildatum") { Description = "De dag, zoals 2026-11-01; zonder deze optie vandaag.", HelpName = "D" };
        var otherDay = new Option<string?>("--peildatum-b") { Description = "De dag voor DIR_B, als die een andere is.", HelpName = "D" };
        var municipality = new Option<string?>("--gemeente") { Description = "Code van de gemeente, zoals 9901; zonder deze optie zonder lokaal convenant.", HelpName = "CODE" };
        var otherMunicipality = new Option<string?>("--gemeente-b") { Description = "De gemeente voor DIR_B, als die een andere is.", HelpName = "CODE" };
        var asJson = new Option<bool>("--json") { Description = "Voor machines: vakken met wat er eerst en daarna nodig is." };
        var command = new Command("diff", "Zegt welke antwoorden veranderen, voor wie, en door welke regel. Eindigt met 0 als alles gelijk is, met 1 als er iets verandert en met 2 als er niet vergeleken kon worden.")
        {
            first, second, day, otherDay, municipality, otherMunicipality, asJson,
        };
        command.SetAction(parsed =>
        {
            var before = Side(parsed.GetValue(first)!, parsed.GetValue(day), parsed.GetValue(municipality));
            var after = before is null ? null : Side(parsed.GetValue(second) ?? parsed.GetValue(first)!, parsed.GetValue(otherDay) ?? parsed.GetValue(day), parsed.GetValue(otherMunicipality) ?? parsed.GetValue(municipality));
            if (before is null || after is null)
                return NotCompared;
            var difference = Comparison.Of(before, after);
            if (parsed.GetValue(asJson))
                WriteJson(difference);
            else
                WriteText(difference);
            return difference.IsEmpty ? Same : Different;
        });
        return command;
    }

    private static ComparedSide? Side(string folder, string? day, string? municipality)
    {
        if (OneLine.Day(day) is not { } found || OneLine.Load(folder) is not { } convenant)
            return null;
        return OneLine.IsMunicipality(convenant, municipality) ? new ComparedSide(convenant, found, municipality) : null;
    }

    private static void WriteText(Difference difference)
    {
        foreach (var line in DifferenceText.Lines(difference))
            Console.WriteLine(line);
    }

    private static void WriteJson(Difference difference)
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, AnswerWriter.Options with { Indented = true });
        DifferenceJson.Write(json, difference);
        json.Flush();
        output.Write("\n"u8);
    }
}
