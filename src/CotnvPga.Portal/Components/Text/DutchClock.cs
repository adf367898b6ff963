using NodaTime;

namespace CotnvPga.Portal.Components.Text;

/// <summary>Days as they are in the Netherlands.</summary>
public sealed class DutchClock(IClock clock, DateTimeZone zone)
{
    /// <summary>Today.</summary>
    public LocalDate Today => DayOf(clock.GetCurrentInstant());

    /// <summary>The day on which something happened.</summary>
    public LocalDate DayOf(Instant moment) => moment.InZone(zone).Date;
}
