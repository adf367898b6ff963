using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Ours;
using CotnvPga.Benchmarks.Peers;
using CotnvPga.Benchmarks.Questions;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.TestHost.Cases;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Benchmarks;

/// <summary>The whole run: our own forms, the peers on the same questions, and what must hold.</summary>
internal sealed class BenchmarkRun(Arguments arguments)
{
    private const int Differences = 1;
    private const double Megabyte = 1024 * 1024;

    private readonly Rounds _rounds = arguments.Quick
        ? new Rounds(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(50))
        : new Rounds(TimeSpan.FromSeconds(1.5), TimeSpan.FromMilliseconds(300));

    private readonly Report _report = new();

    /// <summary>Runs, prints, and gives the exit code: 1 when anyone answered differently from the engine.</summary>
    public async Task<int> RunAsync()
    {
        var compiling = new Compiling();
        var convenant = CaseWorld.Convenant;
        var set = new QuestionSet(convenant, arguments.Quick ? 1024 : 4096);

        var own = new InProcess(convenant, set, _rounds);
        _report.Add("in hetzelfde proces", own.Measure());
        var views = new CaseViews(convenant, _rounds);
        _report.Add("beeld van een casus", views.Measure());
        _report.Add("maken van de tabellen", compiling.Measure());
        _report.Add("over HTTP", await TriedAsync("het portaal", new OverHttp(set, arguments.Quick ? 64 : 800).MeasureAsync));
        var database = new InPostgres(arguments.Quick ? 100_000 : 1_000_000);
        _report.Add("in PostgreSQL", await TriedAsync("de database", database.MeasureAsync));
        var peers = new AllPeers(convenant, set, _rounds, arguments.Quick);
        _report.Add("dezelfde wet in andere motoren", peers.Measure());

        Judge(own, views, compiling, database, peers);
        var markdown = _report.ToMarkdown(Header(convenant, set));
        Console.WriteLine(markdown);
        if (arguments.File is { } file)
            await File.WriteAllTextAsync(file, markdown);
        return _report.HasDifferences ? Differences : 0;
    }

    /// <summary>What needs more than this process may not be there; then the table says so, and what must hold of it does not.</summary>
    private static async Task<IReadOnlyList<Line>> TriedAsync(string what, Func<Task<IReadOnlyList<Line>>> measure)
    {
        try
        {
            return await measure();
        }
        catch (Exception fault) when (fault is InvalidOperationException or HttpRequestException or DbException or DbUpdateException)
        {
            return [new Line(what, null, Remark: (fault.InnerException ?? fault).Message.ReplaceLineEndings(" "))];
        }
    }

    private void Judge(InProcess own, CaseViews views, Compiling compiling, InPostgres database, AllPeers peers)
    {
        var byId = own["op nummers"];
        _report.Requirements.AddRange(
        [
            Requirement.AtMost("op nummers, naast de losse tabel vanaf dezelfde nummers", 10, byId / own["losse tabel, vanaf de nummers"], "keer"),
            Requirement.AtMost("op nummers, naast de losse tabel met de plaats bekend", 10, byId / own["losse tabel, plaats bekend"], "keer"),
            Requirement.AtMost("op nummers, geheugen per beslissing", 0, own.BytesOf("op nummers"), "bytes"),
            Requirement.AtMost("met codes als tekst", 150, own["met codes als tekst"], "ns"),
            Requirement.AtMost("met uitleg, eerder gevraagd", 1000, own["met uitleg, eerder gevraagd"], "ns"),
            Requirement.AtMost("met uitleg, niet eerder gevraagd", 1000, own["met uitleg, niet eerder gevraagd"], "ns"),
            Requirement.AtMost("beeld van alle velden, na de eerste keer", 1000, views.Later, "ns"),
            Requirement.AtLeastTimes("zo snel als de beste vorm van Cedar", 1000, peers.BestOf("cedar") / byId),
            Requirement.AtLeastTimes("zo snel als RulesEngine", 300, peers.BestOf("RulesEngine") / byId),
            Requirement.AtMost("beleid in PostgreSQL, per rij boven geen beleid", 50, database.PolicyPerRow, "ns"),
            Requirement.AtMost("alle lagen en perioden maken, met lezen en bewijzen", 500, compiling.Whole.Nanoseconds / 1e6, "ms"),
            Requirement.AtMost("alle lagen en perioden maken, geheugen dat erbij gebruikt wordt", 64, compiling.Tables.Bytes / Megabyte, "MiB"),
            Requirement.AtMost("alle lagen en perioden, met de regels, geheugen dat blijft", 64, compiling.Kept / (double)Megabyte, "MiB"),
        ]);
    }

    private string Header(Convenant.CompiledConvenant convenant, QuestionSet set) => string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"""
        Convenant {convenant.Hash[..12]}, {convenant.Rules.Layers[0].Rules.Count} regels in de laag {convenant.Layers[0]}, lagen: {string.Join(", ", convenant.Layers)}. {set.Questions.Count:N0} vragen met een vast begingetal,
        {set.Expected.Count(e => e) * 100.0 / set.Expected.Length:F0}% ja. {RuntimeInformation.FrameworkDescription}, {Environment.ProcessorCount} processoren, belasting van de machine bij het einde: {Load()}.
        Middelste van vijf ronden{(arguments.Quick ? ", **snelle vorm: de getallen zeggen weinig**" : "")}. Processortijd van de draad die beslist, waar niet anders staat.
        """);

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "onbekend";
}
