namespace CotnvPga.Architecture.Tests.Assemblies;

/// <summary>What a room may not know of. The engine is a function: everything it needs is in the question.</summary>
public sealed class PurityTests
{
    private static readonly string[] Storage = ["Microsoft.EntityFrameworkCore", "Npgsql", "System.Data"];

    private static readonly string[] Web = ["Microsoft.AspNetCore", "System.Net"];

    private static readonly string[] Files =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream", "System.IO.StreamReader", "System.IO.StreamWriter"];

    private static readonly string[] Surroundings =
    [
        "System.Environment.GetEnvironmentVariable", "System.Environment.get_CurrentDirectory", "System.Environment.get_MachineName", "System.Environment.get_TickCount64",
        "System.Console", "System.Diagnostics.Process", "System.Random", "System.Threading.Thread", "System.Globalization.CultureInfo.get_CurrentCulture",
    ];

    private static readonly string[] WallClock =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
    ];

    private static readonly string[] AnyClock = [.. WallClock, "NodaTime.SystemClock", "NodaTime.IClock", "System.TimeProvider", "System.Diagnostics.Stopwatch"];

    [Fact]
    public void Convenant_KnowsNoFilesNoClockNoDatabaseNoWeb() =>
        AssemblyUses.Of("CotnvPga.Convenant").Among([.. Storage, .. Web, .. Files, .. Surroundings, .. AnyClock]).ShouldBeEmpty();

    [Fact]
    public void Domain_KnowsNoFilesNoDatabaseNoWeb() =>
        AssemblyUses.Of("CotnvPga.Domain").Among([.. Storage, .. Web, .. Files, .. Surroundings, .. WallClock, "NodaTime.SystemClock"]).ShouldBeEmpty();

    [Fact]
    public void Data_KnowsNoWeb() => AssemblyUses.Of("CotnvPga.Data").Among([.. Web, .. WallClock]).ShouldBeEmpty();

    [Theory]
    [InlineData("CotnvPga.Identity")]
    [InlineData("CotnvPga.Portal")]
    [InlineData("CotnvPga.Cli")]
    public void Time_ComesIn(string project) => AssemblyUses.Of(project).Among(WallClock).ShouldBeEmpty();

    [Fact]
    public void Portal_WritesNoSql() => AssemblyUses.Of("CotnvPga.Portal").Among(
        "Npgsql",
        "Microsoft.EntityFrameworkCore.RelationalQueryableExtensions",
        "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions").ShouldBeEmpty();

    [Fact]
    public void Among_FindsWhatIsPlantedHere()
    {
        Planted().ShouldNotBeEmpty();

        var found = AssemblyUses.Of("CotnvPga.Architecture.Tests").Among([.. WallClock, .. Files]).ToList();

        found.ShouldContain("System.DateTime.get_Now");
        found.ShouldContain("System.IO.File");
        found.ShouldContain("System.IO.File.ReadAllText");
    }

    private static string Planted() => DateTime.Now + File.ReadAllText(typeof(PurityTests).Assembly.Location)[..2];
}
