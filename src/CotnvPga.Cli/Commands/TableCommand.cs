using System.CommandLine;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant.Deciding;
using NodaTime.Text;

namespace CotnvPga.Cli.Commands;

/// <summary><c>table</c>: what one party may do with every kind of item in one phase, as text, JSON or CSV.</summary>
internal static class TableCommand
{
    public static Command Create()
    {
        var day = new Option<string>("--peildatum") { Description = "De dag, zoals 2026-11-01.", Required = true, HelpName = "D" };
        var phase = new Option<string>("--fase") { Description = "De fase.", Required = true, HelpName = "F" };
        var purpose = new Option<string>("--doel") { Description = "Het doel.", Required = true, HelpName = "D" };
        var party = new Option<string>("--partij") { Description = "De partij.", Required = true, HelpName = "P" };
        var act = new Option<string>("--handeling") { Description = "De handeling.", DefaultValueFactory = _ => "raadplegen" };
        var given = new Option<string[]>("--omstandigheden") { Description = "Wat er geldt.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var role = new Option<string?>("--rol") { Description = "De rol binnen de partij." };
        var municipality = new Option<string?>("--gemeente") { Description = "De gemeente waarvan het convenant geldt." };
        var layers = new Option<string[]>("--lagen") { Description = "De lagen, van boven af; alle lagen als u niets zegt.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var asJson = new Option<bool>("--json") { Description = "Als JSON." };
        var asCsv = new Option<bool>("--csv") { Description = "Als CSV." };
        var folder = ConvenantOnDisk.Option();
        var command = new Command("table", "Laat zien welke gegevens een partij in een fase mag zien.") { day, phase, purpose, party, act, given, role, municipality, layers, asJson, asCsv, folder };
        command.SetAction(parsed =>
        {
            if (ConvenantOnDisk.LoadOrTell(parsed.GetValue(folder)!) is not { } convenant)
                return 1;
            var read = LocalDatePattern.Iso.Parse(parsed.GetValue(day)!);
            if (!read.Success)
                return Refuse($"--peildatum: '{parsed.GetValue(day)}' is geen dag; schrijf jjjj-mm-dd.");
            var view = new ViewQuestion(
                parsed.GetValue(party)!, parsed.GetValue(act)!, parsed.GetValue(purpose)!, parsed.GetValue(phase)!, read.Value,
                Codes(parsed.GetValue(given)!).ToHashSet(),
                Codes(parsed.GetValue(layers)!) is { Count: > 0 } asked ? asked : null,
                parsed.GetValue(role),
                convenant.EditionOf(parsed.GetValue(municipality), read.Value));
            VisibilityTable table;
            try
            {
                table = VisibilityTable.Of(convenant, view);
            }
            catch (ArgumentException unknown)
            {
                return Refuse(unknown.Message);
            }
            if (parsed.GetValue(asJson))
                VisibilityTableFormats.WriteJson(table);
            else if (parsed.GetValue(asCsv))
                VisibilityTableFormats.WriteCsv(table, Console.Out);
            else
                VisibilityTableText.Write(table, Console.Out);
            return 0;
        });
        return command;
    }

    private static List<string> Codes(string[] given) =>
        [.. given.SelectMany(g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return 1;
    }
}
