namespace CotnvPga.Convenant;

/// <summary>One file of a convenant: the engine reads no disk, so its text comes in.</summary>
/// <param name="Path">Its place within the convenant's folder, with forward slashes, such as <c>wet/1-algemeen.yaml</c>.</param>
/// <param name="Text">Its YAML.</param>
public sealed record RuleFile(string Path, string Text);
