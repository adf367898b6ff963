using NodaTime;

namespace CotnvPga.Identity;

/// <summary>The day as the law counts it: in the Netherlands, whatever the zone of the server.</summary>
internal static class DutchTime
{
    private static readonly DateTimeZone Netherlands = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());

    public static LocalDate Today(this TimeProvider time) => DayOf(time.Now());

    public static Instant At(LocalDate day, LocalTime time) => day.At(time).InZoneLeniently(Netherlands).ToInstant();

    public static LocalDate DayOf(Instant moment) => moment.InZone(Netherlands).Date;
}
