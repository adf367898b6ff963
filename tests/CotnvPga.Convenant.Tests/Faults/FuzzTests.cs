using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;
using CsCheck;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>However a file is spoiled, reading it ends in findings with a place, never in an exception.</summary>
public sealed class FuzzTests
{
    private static readonly IReadOnlyList<RuleFile> Files = ConvenantFolder.Read(TheConvenant.Folder);

    private static readonly Gen<string> Scrap = Gen.OneOf(
        "", " ", "\t", "\n", "\n\n", ":", ": ", "- ", "#", "{", "}", "[", "]", "\"", "'", ",", "&a", "*a", "!!str ", "---\n", "...\n", "|", ">", "? ", "%", "@", "\0", "\uFEFF", "é", "😀", "ja", "0", "{}", "[]", "id: x", "\"\\ud800\"");

    [Fact]
    public void A_spoiled_file_is_refused_or_read_and_never_throws() => Spoil(120);

    [Fact]
    [Trait("Category", "Lang")]
    public void Many_spoiled_files_are_refused_or_read_and_never_throw() => Spoil(4_000);

    private static void Spoil(int times) =>
        Gen.Select(Gen.Int[0, Files.Count - 1], Gen.Double[0, 1], Gen.Int[0, 40], Scrap).Array[1, 4].Sample(edits =>
        {
            var files = Files.ToArray();
            foreach (var (file, where, removed, scrap) in edits)
            {
                var text = files[file].Text;
                var at = (int)(where * text.Length);
                files[file] = files[file] with { Text = text[..at] + scrap + text[Math.Min(text.Length, at + removed)..] };
            }
            var result = CompiledConvenant.Load(files);
            var hasError = result.Diagnostics.Any(d => d.Severity == Severity.Error);
            return result.Convenant is null == hasError
                && result.Diagnostics.All(d => d.Place.Line >= 1 && d.Place.Column >= 1 && d.Message.Length > 0 && Files.Any(f => f.Path == d.Place.File));
        }, iter: times);
}
