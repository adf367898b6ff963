using NodaTime;

namespace CotnvPga.Convenant;

/// <summary>Reads a day written as yyyy-mm-dd, without culture and without allocation.</summary>
internal static class IsoDay
{
    public static bool TryParse(ReadOnlySpan<char> text, out LocalDate day)
    {
        Span<byte> bytes = stackalloc byte[10];
        day = default;
        if (text.Length != 10)
            return false;
        for (var i = 0; i < 10; i++)
        {
            if (text[i] > 'z')
                return false;
            bytes[i] = (byte)text[i];
        }
        return TryParse(bytes, out day);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out LocalDate day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        if (!Number(text[..4], out var year) || !Number(text[5..7], out var month) || !Number(text[8..], out var date))
            return false;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new LocalDate(year, month, date);
        return true;
    }

    internal static bool Number(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return false;
            value = (value * 10) + digit - '0';
        }
        return true;
    }
}
