using NodaTime;

namespace CotnvPga.Portal.Components.Text;

/// <summary>Counts days on which people work: Monday to Friday.</summary>
public static class WorkingDays
{
    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; below zero when it lies behind.</summary>
    public static int Between(LocalDate from, LocalDate to)
    {
        if (to < from)
            return -Between(to, from);
        var count = 0;
        for (var day = from.PlusDays(1); day <= to; day = day.PlusDays(1))
        {
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                count++;
        }
        return count;
    }
}
