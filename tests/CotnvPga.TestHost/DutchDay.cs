using NodaTime;
using NodaTime.Text;

namespace CotnvPga.TestHost;

/// <summary>The day as it is in the Netherlands: an hour or two before midnight elsewhere it is tomorrow already.</summary>
public static class DutchDay
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>Today.</summary>
    public static LocalDate Today => On(DateTimeOffset.UtcNow);

    /// <summary>The day at a moment.</summary>
    public static LocalDate On(DateTimeOffset moment) => Instant.FromDateTimeOffset(moment).InZone(Amsterdam).Date;

    /// <summary>As the API writes it.</summary>
    public static string Text(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
