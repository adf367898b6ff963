using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Components.Text;

/// <summary>Days and times as Dutch people write them: "do 26 november", "13.30 uur".</summary>
public static class DutchDates
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
    private static readonly LocalDatePattern ShortDay = LocalDatePattern.Create("ddd d MMMM", Dutch);
    private static readonly LocalDatePattern LongDay = LocalDatePattern.Create("dddd d MMMM yyyy", Dutch);
    private static readonly LocalDatePattern PlainDay = LocalDatePattern.Create("d MMMM yyyy", Dutch);
    private static readonly LocalDatePattern MonthDay = LocalDatePattern.Create("d MMMM", Dutch);
    private static readonly LocalTimePattern Clock = LocalTimePattern.Create("HH'.'mm' uur'", Dutch);

    /// <summary>"do 26 november"; with the year where it is not this year.</summary>
    public static string ToDayText(this LocalDate day, LocalDate today) =>
        day.Year == today.Year ? ShortDay.Format(day) : $"{ShortDay.Format(day)} {day.Year}";

    /// <summary>"dinsdag 24 november 2026".</summary>
    public static string ToLongDayText(this LocalDate day) => LongDay.Format(day);

    /// <summary>"24 november 2026".</summary>
    public static string ToDateText(this LocalDate day) => PlainDay.Format(day);

    /// <summary>"24 november", where there is little room and the year is plain.</summary>
    public static string ToMonthDayText(this LocalDate day) => MonthDay.Format(day);

    /// <summary>"24 november 2026, 11.20 uur", in Dutch time.</summary>
    public static string ToMomentText(this Instant moment)
    {
        var local = moment.InZone(Zone).LocalDateTime;
        return $"{PlainDay.Format(local.Date)}, {Clock.Format(local.TimeOfDay)}";
    }

    /// <summary>"11.20 uur", in Dutch time.</summary>
    public static string ToClockText(this Instant moment) => Clock.Format(moment.InZone(Zone).TimeOfDay);
}
