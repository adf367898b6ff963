namespace CotnvPga.TestHost.Portals;

/// <summary>What an authenticator app does with the secret that somebody types in.</summary>
public static class TimedCodes
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The secret as the page shows it, in bytes.</summary>
    public static byte[] Secret(string shown)
    {
        var bits = string.Concat(shown.Where(char.IsLetterOrDigit).Select(l => Convert.ToString(Base32.IndexOf(l), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => Convert.ToByte(new string(c), 2))];
    }
}
