using System.Diagnostics.Metrics;
using CotnvPga.Data.LogChain;

namespace CotnvPga.Portal.LogChain;

/// <summary>How much of the log waits for its place in the chain, for who watches over the portal.</summary>
internal sealed class LogFigures : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "CotnvPga.LogChain";

    private readonly Meter _meter = new(Meter);
    private LogTailState? _state;

    public LogFigures()
    {
        _meter.CreateObservableGauge("pga.log.waiting", () => Observed(s => s.Waiting), description: "Lines of the log without a place in the chain.");
        _meter.CreateObservableGauge("pga.log.oldest", () => Observed(s => s.Oldest.TotalSeconds), "s", "How long the oldest of those has waited.");
    }

    /// <summary>Takes what was read last.</summary>
    public void Take(LogTailState state) => Volatile.Write(ref _state, state);

    public void Dispose() => _meter.Dispose();

    // Until something was read there is nothing to tell.
    private IEnumerable<Measurement<double>> Observed(Func<LogTailState, double> figure) => Volatile.Read(ref _state) is { } state ? [new Measurement<double>(figure(state))] : [];
}
