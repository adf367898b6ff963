using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>The real convenant with one fault in it, made as somebody would who edits a file by hand.</summary>
internal static class BrokenConvenant
{
    /// <summary>Marks where the finding must point.</summary>
    private const char Here = '¶';

    private static readonly IReadOnlyList<RuleFile> Files = ConvenantFolder.Read(TheConvenant.Folder);

    /// <summary>Loads it with one text replaced by another in one file; the mark in the new text says where the finding belongs.</summary>
    public static (LoadResult Result, Place Expected) With(string path, string old, string changed)
    {
        var file = Files.Single(f => f.Path == path);
        var at = file.Text.IndexOf(old, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, $"'{old}' is not in {path}");
        var text = file.Text[..at] + changed + file.Text[(at + old.Length)..];
        var mark = text.IndexOf(Here, StringComparison.Ordinal);
        var line = text[..mark].Count(c => c == '\n') + 1;
        var column = mark - text[..mark].LastIndexOf('\n');
        return (CompiledConvenant.Load([.. Files.Where(f => f.Path != path), new RuleFile(path, text.Remove(mark, 1))]), new Place(path, line, column));
    }

    /// <summary>Loads it without one file.</summary>
    public static LoadResult Without(string path) => CompiledConvenant.Load([.. Files.Where(f => f.Path != path)]);

    /// <summary>Loads it with one more file.</summary>
    public static LoadResult With(string path, string text) => CompiledConvenant.Load([.. Files, new RuleFile(path, text)]);
}
