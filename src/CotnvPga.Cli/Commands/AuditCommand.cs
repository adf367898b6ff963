using System.CommandLine;
using System.Text;
using CotnvPga.Data.Keys;
using CotnvPga.Data.LogChain;
using CotnvPga.Domain.LogChain;
using NodaTime;

namespace CotnvPga.Cli.Commands;

/// <summary>
/// <c>audit</c>: signs checkpoints over the logs, writes the logs out, and checks them. For whoever checks, who is somebody else than who keeps
/// the system (BIO2 8.15.06). Exit: 0 in order, 1 something is wrong, 2 not looked at.
/// </summary>
internal static class AuditCommand
{
    private const int InOrder = 0;
    private const int Wrong = 1;
    private const int NotLooked = 2;

    private static readonly Option<string> Folder = new("--ijkpunten") { Description = "De map met ijkpunten, buiten de database.", Required = true, HelpName = "MAP" };
    private static readonly Option<string?> Who = new("--wie") { Description = "Wie het logboek gebruikt.", HelpName = "NAAM" };
    private static readonly Option<string?> End = new("--doel") { Description = $"Waarvoor: {string.Join(", ", LogUse.Ends)} (artikel 14 Wet PGA).", HelpName = "DOEL" };
    private static readonly Option<string?> Why = new("--waarom") { Description = "Waarom nu, in een zin.", HelpName = "TEKST" };

    public static Command Create() => new("audit", "Controleert of in de logboeken niets is veranderd, weggehaald, verplaatst of bijgeschreven.") { Checkpoints(), Export(), Verify() };

    private static Command Checkpoints()
    {
        var keys = new Option<string>("--sleutel") { Description = "De map met de sleutel die ijkpunten ondertekent; wordt gemaakt als hij er niet is.", Required = true, HelpName = "MAP" };
        var command = new Command("checkpoint", "Ondertekent hoe lang het logboek nu is en wat erin staat, en gaat verder vanaf het vorige ijkpunt.") { Folder, keys };
        command.SetAction(async (parsed, cancel) =>
        {
            using var key = ChainKey.OpenOrCreate(parsed.GetRequiredValue(keys));
            await using var log = new LogReader(HostSettings.AuditConnection);
            var made = await new CheckpointFolder(parsed.GetRequiredValue(Folder), SystemClock.Instance).AddAsync(log, key, cancel);
            if (made.IsDone)
                Console.WriteLine(made.Value);
            else
                await Console.Error.WriteLineAsync(made.Refusal.Message);
            return made.IsDone ? InOrder : Wrong;
        });
        return command;
    }

    private static Command Export()
    {
        var to = new Option<string>("--naar") { Description = "Het bestand; alleen de eigenaar kan het lezen.", Required = true, HelpName = "BESTAND" };
        var command = new Command("export", "Schrijft het logboek in een bestand, om het zonder de database te controleren.") { to, Who, End, Why };
        command.SetAction(async (parsed, cancel) =>
        {
            if (UseOf(parsed) is not { } use)
                return NotLooked;
            var options = OwnerOnlyFile.Options(FileMode.CreateNew);
            options.BufferSize = 1 << 20;
            await using var file = new StreamWriter(parsed.GetRequiredValue(to), new UTF8Encoding(false), options);
            await using var log = new LogReader(HostSettings.AuditConnection);
            var export = new LogExport(file);
            export.Begin();
            await log.ReadAsync(use, export.Add, export.AddOutside, cancel);
            export.End();
            return InOrder;
        });
        return command;
    }

    private static Command Verify()
    {
        var from = new Option<string?>("--export") { Description = "Het bestand van 'audit export'; zonder deze optie wordt de database gelezen.", HelpName = "BESTAND" };
        var publicKey = new Option<string>("--publiek") { Description = "De publieke helft van de sleutel van de ijkpunten.", Required = true, HelpName = "BESTAND" };
        var command = new Command("verify", "Legt het logboek naast eerdere ijkpunten. Met --export is de database niet nodig. Eindigt met 1 als er iets niet klopt.") { Folder, publicKey, from, Who, End, Why };
        command.SetAction(async (parsed, cancel) =>
        {
            using var key = ChainKey.ReadPublic(parsed.GetRequiredValue(publicKey));
            var (checkpoints, unsigned) = await new CheckpointFolder(parsed.GetRequiredValue(Folder), SystemClock.Instance).ReadAsync(key, cancel);
            foreach (var file in unsigned)
                await Console.Error.WriteLineAsync($"{file} is niet met deze sleutel ondertekend, of is veranderd.");
            if (checkpoints.Count == 0)
            {
                await Console.Error.WriteLineAsync("Er is geen ondertekend ijkpunt om het logboek naast te leggen.");
                return unsigned.Count > 0 ? Wrong : NotLooked;
            }
            var verifier = new ChainVerifier(checkpoints);
            var began = SystemClock.Instance.GetCurrentInstant();
            if (parsed.GetValue(from) is { } path)
            {
                using var input = new StreamReader(path, Encoding.UTF8, false, 1 << 20);
                LogExport.Verify(input, verifier);
            }
            else
            {
                if (UseOf(parsed) is not { } use)
                    return NotLooked;
                await using var log = new LogReader(HostSettings.AuditConnection);
                await log.ReadAsync(use, verifier.Add, verifier.AddOutside, cancel);
                verifier.Finish();
            }
            Tell(verifier, checkpoints, SystemClock.Instance.GetCurrentInstant() - began);
            return verifier.Found == 0 && unsigned.Count == 0 ? InOrder : Wrong;
        });
        return command;
    }

    private static LogUse? UseOf(ParseResult parsed)
    {
        if (parsed.GetValue(Who) is { Length: > 1 } who && parsed.GetValue(Why) is { Length: > 4 } why && parsed.GetValue(End) is { } end && LogUse.Ends.Contains(end))
            return new LogUse(who, end, why);
        Console.Error.WriteLine($"Zeg eerst wie het logboek gebruikt, waarvoor en waarom: --wie, --doel ({string.Join(", ", LogUse.Ends)}) en --waarom. Dat komt zelf ook in het logboek.");
        return null;
    }

    private static void Tell(ChainVerifier verifier, IReadOnlyList<Checkpoint> checkpoints, Duration took)
    {
        foreach (var finding in verifier.Findings)
            Console.WriteLine($"{finding.Fault}: {(finding.Number is { } number ? $"regel {number}" : "")}{(finding.Source is { } log ? $" ({log} {finding.SourceId})" : "")} {finding.What}".Replace("  ", " ", StringComparison.Ordinal));
        if (verifier.Found > verifier.Findings.Count)
            Console.WriteLine($"… en nog {verifier.Found - verifier.Findings.Count}.");
        Console.WriteLine($"{verifier.Read} regels gelezen in {took.TotalSeconds:0.0} s, {verifier.Agreed} van {checkpoints.Count} ijkpunten kloppen, {verifier.Waiting} regels wachten op hun plaats, {verifier.Found} bevindingen.");
    }
}
