using System.Security.Cryptography;
using System.Text;

namespace CotnvPga.Identity.SecondSteps;

/// <summary>A code that people read from paper and type over: twelve letters and digits that cannot be mistaken for each other.</summary>
internal static class PaperCode
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New() => $"{RandomNumberGenerator.GetString(Letters, 6)}-{RandomNumberGenerator.GetString(Letters, 6)}";

    /// <summary>What is kept of a code that belongs to something.</summary>
    public static byte[] Hash(Guid of, string code) => SHA256.HashData(Encoding.UTF8.GetBytes($"{of}:{Bare(code)}"));

    /// <summary>As people type it: with spaces, with or without the dash, in capitals.</summary>
    public static string Bare(string code) => string.Concat(code.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
