using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Yaml;

/// <summary>A node of a YAML file that knows its place.</summary>
internal abstract record YamlNode(Place Place);

/// <summary>A single value, as written; <paramref name="Quoted"/> tells an empty text from a value that was left out.</summary>
internal sealed record YamlText(Place Place, string Value, bool Quoted = false) : YamlNode(Place);

/// <summary>A list.</summary>
internal sealed record YamlList(Place Place, IReadOnlyList<YamlNode> Items) : YamlNode(Place);

/// <summary>A map, in the order written.</summary>
internal sealed record YamlMap(Place Place, IReadOnlyList<YamlEntry> Entries) : YamlNode(Place);

/// <summary>One key of a map with its value.</summary>
internal sealed record YamlEntry(YamlText Key, YamlNode Value);
