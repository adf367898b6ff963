namespace CotnvPga.Benchmarks;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Quick">Short rounds and few rows: to see whether everything works, not how fast.</param>
/// <param name="File">Where the table goes besides the screen.</param>
internal sealed record Arguments(bool Quick, string? File)
{
    public const string Usage = "Gebruik: dotnet run --project tests/CotnvPga.Benchmarks -c Release -- [--snel] [--uit BESTAND.md]";

    /// <summary>Reads them.</summary>
    /// <exception cref="ArgumentException">There is one that is not known.</exception>
    public static Arguments Of(IReadOnlyList<string> args)
    {
        var read = new Arguments(false, null);
        for (var i = 0; i < args.Count; i++)
        {
            read = args[i] switch
            {
                "--snel" => read with { Quick = true },
                "--uit" when i + 1 < args.Count => read with { File = args[++i] },
                _ => throw new ArgumentException($"Onbekend: {args[i]}. {Usage}", nameof(args)),
            };
        }
        return read;
    }
}
