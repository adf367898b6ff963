using System.CommandLine;
using CotnvPga.Data.Keys;

namespace CotnvPga.Cli.Commands;

/// <summary>
/// <c>sleutel</c>: replaces the key that wraps the keys of cases, while the portals go on. On one machine <c>vervang</c> is enough; where portals
/// have a copy of the folder, <c>voorbereiden</c> first, bring the folder everywhere, then <c>vervang</c>, bring it again, and <c>opruimen</c>.
/// </summary>
internal static class KeyCommand
{
    private const int Done = 0;
    private const int NotDone = 1;

    public static Command Create() => new("sleutel", "Vervangt de sleutel waarmee de sleutels van zaken zijn ingepakt.") { Prepare(), Replace(), Remove() };

    private static Command Prepare()
    {
        var command = new Command("voorbereiden", "Legt een volgende sleutel klaar, die nog niets inpakt.");
        command.SetAction(_ =>
        {
            KeyFolder.OpenOrCreate(HostSettings.KeysFolder);
            Console.WriteLine($"Sleutel {new WrappingKeyFiles(HostSettings.KeysFolder).Prepare()} ligt klaar. Breng de map nu naar elk portaal en geef daarna 'sleutel vervang'.");
        });
        return command;
    }

    private static Command Replace()
    {
        var with = new Option<string?>("--door") { Description = "Naam van de klaargelegde sleutel; zonder deze optie wordt een nieuwe gemaakt.", HelpName = "NAAM" };
        var again = new Option<bool>("--verder") { Description = "Neem geen nieuwe sleutel, pak alleen in wat nog met een andere is ingepakt." };
        var command = new Command("vervang", "Neemt een nieuwe sleutel in gebruik en pakt de sleutels van alle zaken daarmee in. De oude blijft lezen.") { with, again };
        command.SetAction(async (parsed, cancel) =>
        {
            var keys = KeyFolder.OpenOrCreate(HostSettings.KeysFolder);
            var files = new WrappingKeyFiles(HostSettings.KeysFolder);
            if (!parsed.GetValue(again))
                files.Use(parsed.GetValue(with) ?? files.Prepare());
            var rotation = new KeyRotation(HostSettings.OwnerConnection, keys);
            Console.WriteLine($"{await rotation.RunAsync(cancel)} sleutels zijn opnieuw ingepakt.");
            foreach (var (name, count) in await rotation.CountAsync(cancel))
                Console.WriteLine($"{name}: {count}");
        });
        return command;
    }

    private static Command Remove()
    {
        var to = new Option<string?>("--naar") { Description = "Map buiten dit systeem waar de oude sleutel heen gaat, om back-ups van eerder te kunnen openen; zonder deze optie is hij weg.", HelpName = "MAP" };
        var command = new Command("opruimen", "Haalt sleutels weg die niets meer inpakken. Back-ups van eerder gaan daarna hier niet meer open.") { to };
        command.SetAction(async (parsed, cancel) =>
        {
            var files = new WrappingKeyFiles(HostSettings.KeysFolder);
            var inUse = await new KeyRotation(HostSettings.OwnerConnection, KeyFolder.OpenOrCreate(HostSettings.KeysFolder)).CountAsync(cancel);
            var outcome = Done;
            foreach (var name in files.Others())
            {
                if (inUse.TryGetValue(name, out var count))
                {
                    await Console.Error.WriteLineAsync($"Sleutel {name} pakt nog {count} sleutels in. Geef eerst 'sleutel vervang --verder'.");
                    outcome = NotDone;
                    continue;
                }
                files.Remove(name, parsed.GetValue(to));
                Console.WriteLine($"Sleutel {name} is weg{(parsed.GetValue(to) is { } folder ? $", naar {folder}" : "")}.");
            }
            return outcome;
        });
        return command;
    }
}
