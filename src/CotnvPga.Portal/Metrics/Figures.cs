using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using CotnvPga.Portal.ContentPolicy;
using CotnvPga.Portal.LogChain;

namespace CotnvPga.Portal.Metrics;

/// <summary>Listens to the meters and keeps what they say.</summary>
internal sealed class Figures : IDisposable
{
    private static readonly HashSet<string> Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "Npgsql", "System.Runtime", LogFigures.Meter, PolicyReports.MeterName];

    // Of each connection pool the name would hold where the database is and who logs in there.
    private static readonly HashSet<string> Withheld = ["db.client.connection.pool.name", "network.peer.address", "network.local.address", "server.address"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, ConcurrentDictionary<string, Figure>> _kept = [];

    public Figures()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>All of them, as Prometheus reads them.</summary>
    public string Write()
    {
        foreach (var (instrument, figures) in _kept)
        {
            // An observed value is the state now: what is no longer told is no longer so.
            if (instrument.IsObservable)
                figures.Clear();
        }
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (instrument, figures) in _kept.OrderBy(k => k.Key.Name, StringComparer.Ordinal))
        {
            var name = NameOf(instrument);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {instrument.Description?.ReplaceLineEndings(" ") ?? instrument.Name}\n");
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {TypeOf(instrument)}\n");
            foreach (var (labels, figure) in figures)
                figure.Write(text, name, labels);
        }
        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var figure = _kept.GetOrAdd(instrument, _ => []).GetOrAdd(LabelsOf(tags), _ => TypeOf(instrument) == "histogram" ? new Spread(instrument.Unit) : new Amount());
        // What is observed is a total; what is recorded is added.
        figure.Add(value, isTotal: instrument.IsObservable || IsGauge(instrument));
    }

    private static string NameOf(Instrument instrument)
    {
        var name = Safe(instrument.Name);
        if (instrument.Unit == "s" && !name.EndsWith("_seconds", StringComparison.Ordinal))
            name += "_seconds";
        else if (instrument.Unit == "By" && !name.EndsWith("_bytes", StringComparison.Ordinal))
            name += "_bytes";
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    private static string TypeOf(Instrument instrument) => instrument.GetType().Name.Split('`')[0] switch
    {
        "Counter" or "ObservableCounter" => "counter",
        "Histogram" => "histogram",
        _ => "gauge",
    };

    private static bool IsGauge(Instrument instrument) => instrument.GetType().Name.StartsWith("Gauge", StringComparison.Ordinal);

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            if (Withheld.Contains(key) || value is null)
                continue;
            text.Append(text.Length > 0 ? "," : "").Append(Safe(key)).Append("=\"").Append(Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!)).Append('"');
        }
        return text.ToString();
    }

    private static string Safe(string name) => string.Create(name.Length, name, (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiLetterOrDigit(from[i]) ? from[i] : '_';
    });

    private static string Quoted(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
