using System.CommandLine;
using CotnvPga.Domain.Archive;

namespace CotnvPga.Cli.Commands;

/// <summary><c>archive</c>: looks whether an archive package is as it was packed, without the database. Exit: 0 in order, 1 something is wrong, 2 not looked at.</summary>
internal static class ArchiveCommand
{
    private const int InOrder = 0;
    private const int Wrong = 1;
    private const int NotLooked = 2;

    public static Command Create() => new("archive", "Controleert archiefpakketten.") { Verify() };

    private static Command Verify()
    {
        var package = new Argument<FileInfo>("PAKKET") { Description = "Het zip-bestand." };
        var command = new Command("verify", "Rekent elke controlesom na en zoekt wat ontbreekt of erbij kwam.") { package };
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(package);
            if (!file.Exists)
            {
                Console.Error.WriteLine($"Het bestand {file.Name} is er niet.");
                return NotLooked;
            }
            using var stream = file.OpenRead();
            var faults = ArchivePackage.FaultsOf(stream);
            foreach (var fault in faults)
                Console.Error.WriteLine(fault);
            if (faults.Count == 0)
                Console.WriteLine("Het pakket is heel.");
            return faults.Count == 0 ? InOrder : Wrong;
        });
        return command;
    }
}
