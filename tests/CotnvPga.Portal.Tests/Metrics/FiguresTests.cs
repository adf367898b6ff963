using System.Diagnostics.Metrics;
using CotnvPga.Portal.Metrics;

namespace CotnvPga.Portal.Tests.Metrics;

/// <summary>The figures as Prometheus reads them.</summary>
public sealed class FiguresTests : IDisposable
{
    private readonly Meter _meter = new("Npgsql");
    private readonly Figures _figures = new();

    public void Dispose()
    {
        _figures.Dispose();
        _meter.Dispose();
    }

    [Fact]
    public void A_counter_adds_up_under_its_labels()
    {
        var counter = _meter.CreateCounter<long>("proef.verzoeken");
        counter.Add(2, new KeyValuePair<string, object?>("http.route", "/signalen/{id}"));
        counter.Add(3, new KeyValuePair<string, object?>("http.route", "/signalen/{id}"));

        Lines().ShouldContain("proef_verzoeken_total{http_route=\"/signalen/{id}\"} 5");
    }

    [Fact]
    public void A_histogram_counts_what_is_within_each_bound()
    {
        var duration = _meter.CreateHistogram<double>("proef.duur", "s");
        duration.Record(0.04);
        duration.Record(0.4);

        var lines = Lines();
        lines.ShouldContain("proef_duur_seconds_bucket{le=\"0.025\"} 0");
        lines.ShouldContain("proef_duur_seconds_bucket{le=\"0.05\"} 1");
        lines.ShouldContain("proef_duur_seconds_bucket{le=\"+Inf\"} 2");
        lines.ShouldContain("proef_duur_seconds_count 2");
    }

    [Fact]
    public void What_is_observed_is_the_state_of_now()
    {
        var state = 7;
        _meter.CreateObservableGauge("proef.wachtend", () => state);
        Lines().ShouldContain("proef_wachtend 7");

        state = 4;
        Lines().ShouldContain("proef_wachtend 4");
    }

    [Fact]
    public void Where_the_database_is_and_who_logs_in_there_is_not_told()
    {
        _meter.CreateCounter<long>("proef.verbindingen").Add(1, new KeyValuePair<string, object?>("db.client.connection.pool.name", "Host=geheim;Username=pga_app"));

        Lines().ShouldNotContain(line => line.Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void Other_meters_are_not_listened_to()
    {
        using var other = new Meter("Anders");
        other.CreateCounter<long>("anders.geteld").Add(1);

        Lines().ShouldNotContain(line => line.Contains("anders", StringComparison.Ordinal));
    }

    private string[] Lines() => _figures.Write().Split('\n');
}
