using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Everything that this process tells about its own work: lines of logs, spans with all that hangs on them, figures with their labels.</summary>
[ProviderAlias("Kanarie")]
internal sealed class Sinks : ILoggerProvider
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Sinks()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            SampleUsingParentId = (ref ActivityCreationOptions<string> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Spans.Enqueue(TextOf(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        _meters.Start();
    }

    public ConcurrentQueue<string> Lines { get; } = [];

    public ConcurrentQueue<string> Spans { get; } = [];

    public ConcurrentDictionary<string, bool> Figures { get; } = [];

    /// <summary>All of it, each with the kind of sink that it was found in.</summary>
    public IEnumerable<(string Sink, string Text)> All
    {
        get
        {
            _meters.RecordObservableInstruments();
            return [.. Lines.Select(l => ("log", l)), .. Spans.Select(s => ("trace", s)), .. Figures.Keys.Select(f => ("metric", f))];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Line(categoryName, Lines);

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static string TextOf(Activity activity) => string.Join('\n',
    [
        activity.Source.Name, activity.DisplayName, activity.OperationName, activity.StatusDescription, activity.TraceStateString,
        .. activity.TagObjects.Concat(activity.Events.SelectMany(e => e.Tags.Append(new("event", e.Name)))).Concat(activity.Links.SelectMany(l => l.Tags ?? [])).Select(t => $"{t.Key}={Words(t.Value)}"),
        .. activity.Baggage.Select(b => $"{b.Key}={b.Value}"),
    ]);

    private static string? Words(object? value) => value is string[] several ? string.Join(',', several) : Convert.ToString(value, CultureInfo.InvariantCulture);

    private void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags)
            labels.Add($"{key}={Words(value)}");
        Figures.TryAdd($"{instrument.Name} {string.Join(' ', labels)}", true);
    }

    private sealed class Line(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception} {Members(state)}");

        // A log that is kept as records keeps the members apart from the sentence.
        private static string Members<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> members ? string.Join(' ', members.Select(m => $"{m.Key}={Words(m.Value)}")) : "";
    }
}
