using System.Security.Cryptography;

namespace CotnvPga.Data.Signals;

/// <summary>Random case numbers: they tell neither how many cases there are nor which came first.</summary>
internal static class CaseNumber
{
    // No letters or digits that people mix up when they say a number aloud.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    public static string New() => $"{Part()}-{Part()}-{Part()}";

    /// <summary>Four signs, for other numbers that people say aloud.</summary>
    internal static string Part() => new(RandomNumberGenerator.GetItems<char>(Alphabet, 4));
}
