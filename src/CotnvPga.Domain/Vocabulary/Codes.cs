using System.Collections.Frozen;
using System.Text;

namespace CotnvPga.Domain.Vocabulary;

/// <summary>The code that an enumeration of the vocabulary has in the rule data and the API: its name in snake_case.</summary>
public static class Codes
{
    /// <summary>The code of a value, such as <c>burgemeester_elders</c>.</summary>
    public static string Code<T>(this T value) where T : struct, Enum => Map<T>.ToCode[value];

    /// <summary>The value with this code, or null when the vocabulary has none.</summary>
    public static T? Parse<T>(string? code) where T : struct, Enum =>
        code is not null && Map<T>.FromCode.TryGetValue(code, out var value) ? value : null;

    /// <summary>The value with this code.</summary>
    /// <exception cref="ArgumentException">The vocabulary has no such code.</exception>
    public static T Known<T>(string code) where T : struct, Enum =>
        Parse<T>(code) ?? throw new ArgumentException($"'{code}' is no code of {typeof(T).Name}.", nameof(code));

    /// <summary>All codes of an enumeration, in vocabulary order.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Map<T>.Ordered;

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    private static class Map<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ToCode =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => SnakeCase(v.ToString()));

        public static readonly FrozenDictionary<string, T> FromCode =
            ToCode.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

        public static readonly string[] Ordered = [.. Enum.GetValues<T>().Select(v => ToCode[v])];
    }
}
