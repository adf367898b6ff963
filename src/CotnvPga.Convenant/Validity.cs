using NodaTime;

namespace CotnvPga.Convenant;

/// <summary>The days on which something holds.</summary>
/// <param name="From">First day; null holds from the beginning.</param>
/// <param name="Until">First day on which it no longer holds; null has no end.</param>
public readonly record struct Validity(LocalDate? From, LocalDate? Until)
{
    /// <summary>Holds on every day.</summary>
    public static readonly Validity Always;

    /// <summary>Whether it holds on this day.</summary>
    public bool Includes(LocalDate day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);

    /// <summary>Whether it holds on every day that the other holds.</summary>
    public bool Covers(Validity other) =>
        (From is not { } from || (other.From is { } otherFrom && otherFrom >= from)) &&
        (Until is not { } until || (other.Until is { } otherUntil && otherUntil <= until));
}
