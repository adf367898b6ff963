using NodaTime;

namespace CotnvPga.Convenant.Asking;

/// <summary>Reads the day of a moment written as in RFC 3339; seconds may be left out, as AuthZEN's own examples do.</summary>
internal static class Moment
{
    /// <summary>The day on which the moment falls in a time zone.</summary>
    public static bool TryReadDay(ReadOnlySpan<byte> text, DateTimeZone zone, out LocalDate day)
    {
        day = default;
        if (text.Length < 17 || text[10] is not ((byte)'T' or (byte)'t') || !IsoDay.TryParse(text[..10], out var date))
            return false;
        if (!TwoDigits(text[11..], 23, out var hour) || text[13] != ':' || !TwoDigits(text[14..], 59, out var minute))
            return false;
        var rest = text[16..];
        if (rest[0] == ':' && !SkipSeconds(ref rest))
            return false;
        if (!TryReadOffset(rest, out var offset))
            return false;
        // Years 1 to 9999: a day's distance from either end keeps the sum within NodaTime's range.
        if (date.Year is 1 or 9999)
            return false;
        day = date.At(new LocalTime(hour, minute)).WithOffset(Offset.FromSeconds(offset * 60)).ToInstant().InZone(zone).Date;
        return true;
    }

    private static bool SkipSeconds(ref ReadOnlySpan<byte> rest)
    {
        if (!TwoDigits(rest[1..], 60, out _))
            return false;
        rest = rest[3..];
        if (rest.IsEmpty || rest[0] != '.')
            return true;
        var digits = 1;
        while (digits < rest.Length && rest[digits] is >= (byte)'0' and <= (byte)'9')
            digits++;
        rest = rest[digits..];
        return digits > 1;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out int minutes)
    {
        minutes = 0;
        if (text.Length == 1)
            return text[0] is (byte)'Z' or (byte)'z';
        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
            return false;
        if (!TwoDigits(text[1..], 17, out var hours) || !TwoDigits(text[4..], 59, out var rest))
            return false;
        minutes = ((hours * 60) + rest) * (text[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TwoDigits(ReadOnlySpan<byte> text, int highest, out int value)
    {
        value = 0;
        return text.Length >= 2 && IsoDay.Number(text[..2], out value) && value <= highest;
    }
}
