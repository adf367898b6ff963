using System.Globalization;
using CotnvPga.Faults.Cluster;
using CotnvPga.Faults.Faults;
using CotnvPga.Faults.Load;

const string Usage = """
    Gebruik: dotnet run --project tests/CotnvPga.Faults -c Release -- WAT MAP [OPTIES]
    MAP is de map van een gestarte deploy/cluster.

      fouten MAP [--aantal 50] [--minuten 600] [--zaad 1] [--schrijvers 4] [--alleen SOORT,SOORT]
          breekt steeds iets terwijl er geschreven wordt, en vergelijkt daarna alles wat bevestigd was met de database
      belasting MAP [--gebruikers 500] [--minuten 10] [--denktijd 20]
          zo veel mensen tegelijk, zeven van de tien handelingen lezen
      piek MAP [--gebruikers 5000] [--seconden 60]
          tienmaal zo veel: alleen 429 of 503 met Retry-After, daarna weer gewoon
    """;

if (args.Length < 2)
{
    Console.Error.WriteLine(Usage);
    return 2;
}
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var cluster = new ClusterFolder(args[1]);
int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
string? Text(string name) => Array.IndexOf(args, "--" + name) is > 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

return args[0] switch
{
    "fouten" => await new FaultSeries(cluster, new Random(Number("zaad", 1)), Number("schrijvers", 4), Text("alleen")?.Split(',')).RunAsync(Number("aantal", 50), TimeSpan.FromMinutes(Number("minuten", 600))),
    "belasting" => await new LoadRun(cluster, Number("gebruikers", 500), TimeSpan.FromSeconds(Number("denktijd", 20))).SteadyAsync(TimeSpan.FromMinutes(Number("minuten", 10))),
    "piek" => await new LoadRun(cluster, Number("gebruikers", 5000), TimeSpan.FromSeconds(Number("denktijd", 20))).BurstAsync(TimeSpan.FromSeconds(Number("seconden", 60))),
    _ => throw new ArgumentException($"Onbekend: {args[0]}.\n{Usage}", nameof(args)),
};
