using CotnvPga.Benchmarks.Measuring;

namespace CotnvPga.Benchmarks.Peers;

/// <summary>One form of one peer, measured; or why there is nothing to measure.</summary>
/// <param name="Peer">Package and version.</param>
/// <param name="Form">How it was asked.</param>
/// <param name="Policies">How many policies, rows or rules it had to look at, at most.</param>
/// <param name="Measured">What it costs; null when it did not run.</param>
/// <param name="Compared">How many questions it answered.</param>
/// <param name="Differences">How many of them differently from the engine.</param>
/// <param name="Failure">Why it did not run.</param>
internal sealed record PeerRun(string Peer, string Form, int Policies, Measured? Measured, int Compared, int Differences, string? Failure = null)
{
    /// <summary>A peer that did not run.</summary>
    public static PeerRun Failed(string peer, string why) => new(peer, "", 0, null, 0, 0, why);
}
