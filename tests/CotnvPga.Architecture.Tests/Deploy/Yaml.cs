using CotnvPga.TestHost;
using YamlDotNet.RepresentationModel;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>YAML files in <c>deploy/</c>, as trees.</summary>
internal static class Yaml
{
    /// <summary>The documents in all files of a folder.</summary>
    public static IReadOnlyList<YamlMappingNode> In(string folder) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), "*.y*ml").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static IReadOnlyList<YamlMappingNode> Read(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(file);
        stream.Load(reader);
        return [.. stream.Documents.Select(d => (YamlMappingNode)d.RootNode)];
    }

    /// <summary>What stands at a path; null for nothing.</summary>
    public static YamlNode? At(this YamlNode node, params string[] path) =>
        path.Aggregate((YamlNode?)node, (at, name) => at is YamlMappingNode map && map.Children.TryGetValue(name, out var next) ? next : null);

    public static string? Text(this YamlNode node, params string[] path) => (node.At(path) as YamlScalarNode)?.Value;

    public static IEnumerable<YamlNode> Each(this YamlNode node, params string[] path) => node.At(path) is YamlSequenceNode list ? list : [];

    /// <summary>Every mapping in the tree.</summary>
    public static IEnumerable<YamlMappingNode> All(this YamlNode node) => node.AllNodes.OfType<YamlMappingNode>();
}
