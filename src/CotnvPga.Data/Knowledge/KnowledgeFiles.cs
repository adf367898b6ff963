using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CotnvPga.Data.Knowledge;

/// <summary>The articles that come with the portal: Markdown in <c>convenant/kennis</c>, each with its words at the head. Drafts of letters stand in <c>concepten</c>.</summary>
public static class KnowledgeFiles
{
    /// <summary>The folder beside the convenant.</summary>
    public const string Folder = "kennis";

    private const string Drafts = "concepten";
    private const string Edge = "---\n";

    /// <summary>All articles, in order of their code.</summary>
    /// <param name="convenantFolder">The folder of the convenant.</param>
    /// <exception cref="InvalidDataException">A file has no head, or one that cannot be read.</exception>
    public static IReadOnlyList<ShippedArticle> Read(string convenantFolder)
    {
        var folder = Path.Combine(convenantFolder, Folder);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(Article)] : [];
    }

    /// <summary>The drafts that a municipality fills in when it begins, in order of their code.</summary>
    public static IReadOnlyList<ShippedDraft> ReadDrafts(string convenantFolder)
    {
        var folder = Path.Combine(convenantFolder, Folder, Drafts);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(path => (path, file: Split(path))).Select(d => new ShippedDraft(Path.GetFileNameWithoutExtension(d.path), Text(d.file.Head, "titel", d.path), d.file.Body))]
            : [];
    }

    private static ShippedArticle Article(string path)
    {
        var (head, body) = Split(path);
        if (head.GetValueOrDefault("plek") is not List<object> places || LocalDatePattern.Iso.Parse(Text(head, "nagekeken", path)) is not { Success: true, Value: var day })
            throw new InvalidDataException($"{path}: 'plek' is geen lijst, of 'nagekeken' geen dag.");
        return new ShippedArticle(
            Path.GetFileNameWithoutExtension(path), Text(head, "titel", path), Text(head, "soort", path), [.. places.Select(p => Convert.ToString(p, CultureInfo.InvariantCulture)!)], Text(head, "zekerheid", path), day, body);
    }

    private static (Dictionary<string, object> Head, string Body) Split(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        if (!text.StartsWith(Edge, StringComparison.Ordinal) || text.IndexOf("\n" + Edge, StringComparison.Ordinal) is not (> 0 and var end))
            throw new InvalidDataException($"{path}: een artikel begint met een kop tussen twee regels '---'.");
        try
        {
            return (new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(text[Edge.Length..end]), text[(end + 1 + Edge.Length)..]);
        }
        catch (YamlException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    private static string Text(Dictionary<string, object> head, string key, string path) =>
        head.GetValueOrDefault(key) is string { Length: > 0 } text ? text : throw new InvalidDataException($"{path}: '{key}' ontbreekt.");
}

/// <summary>An article that comes with the portal.</summary>
/// <param name="Code">Part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Code of its kind.</param>
/// <param name="Places">Codes of the work that it belongs to.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="CheckedOn">When somebody last looked at it.</param>
/// <param name="Text">Markdown.</param>
public sealed record ShippedArticle(string Code, string Title, string Kind, IReadOnlyList<string> Places, string Certainty, LocalDate CheckedOn, string Text);

/// <summary>A draft to fill in.</summary>
/// <param name="Code">Part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Markdown, with <c>{gemeente}</c> and <c>{zvh}</c> where a name goes.</param>
public sealed record ShippedDraft(string Code, string Title, string Text);

/// <summary>The drafts of this installation.</summary>
/// <param name="All">In order of their code.</param>
public sealed record ShippedDrafts(IReadOnlyList<ShippedDraft> All);
