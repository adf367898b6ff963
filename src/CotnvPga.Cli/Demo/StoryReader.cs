using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CotnvPga.Domain;
using NodaTime;
using YamlDotNet.Serialization;

namespace CotnvPga.Cli.Demo;

/// <summary>Reads the stories in <c>Verhalen</c>. A day is written as <c>{vandaag}</c> or <c>{vandaag+14}</c>, so that a demo is never old.</summary>
internal static partial class StoryReader
{
    private const string Folder = "CotnvPga.Cli.Demo.Verhalen.";

    /// <summary>All stories, in order of file name.</summary>
    public static IEnumerable<Story> ReadAll(LocalDate today)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return Read(reader.ReadToEnd(), today);
        }
    }

    private static Story Read(string yaml, LocalDate today)
    {
        var dated = Day().Replace(yaml, m => today.PlusDays(m.Groups["dagen"] is { Success: true, Value: var days } ? int.Parse(days, CultureInfo.InvariantCulture) : 0).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        var tree = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(dated);
        return Canonical.Read<Story>(new SerializerBuilder().JsonCompatible().Build().Serialize(tree));
    }

    [GeneratedRegex(@"\{vandaag(\+(?<dagen>\d+))?\}")]
    private static partial Regex Day();
}
