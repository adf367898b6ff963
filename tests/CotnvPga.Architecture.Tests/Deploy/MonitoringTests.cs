using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>Whoever is woken by an alert finds what to do, and every alert was tried.</summary>
public sealed partial class MonitoringTests
{
    private static readonly IReadOnlyList<(string Name, string Runbook)> Alerts =
    [
        .. Yaml.Read(Repository.PathOf("deploy/monitoring/alerts.yml")).Single().Each("groups").SelectMany(g => g.Each("rules"))
            .Select(r => (r.Text("alert")!, r.Text("annotations", "runbook")!)),
    ];

    [Fact]
    public void Every_alert_leads_to_a_heading_of_its_name()
    {
        var headings = File.ReadAllLines(Repository.PathOf("docs/runbooks.md")).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]).ToList();

        Alerts.Count.ShouldBeGreaterThan(8);
        Alerts.Select(a => a.Name).Except(headings).ShouldBeEmpty();
        Alerts.ShouldAllBe(a => a.Runbook == $"docs/runbooks.md#{a.Name.ToLowerInvariant()}");
    }

    [Fact]
    public void Dashboards_ask_only_what_is_counted()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("deploy/monitoring/dashboards"), "*.json"))
        {
            var panels = JsonNode.Parse(File.ReadAllText(file))!["panels"]!.AsArray();
            panels.Count.ShouldBeGreaterThan(3);
            foreach (var expression in panels.SelectMany(p => p!["targets"]!.AsArray()).Select(t => (string)t!["expr"]!))
                Metric().IsMatch(expression).ShouldBeTrue($"{Path.GetFileName(file)}: {expression}");
        }
    }

    [GeneratedRegex("(http_server|dotnet|db_client|haproxy|patroni|etcd)_[a-z_]+")]
    private static partial Regex Metric();
}
