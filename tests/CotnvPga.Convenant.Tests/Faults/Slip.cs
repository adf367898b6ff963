using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests.Faults;

/// <summary>A convenant with slips in it, as <c>check</c> reads and analyses it.</summary>
internal sealed class Slip
{
    /// <summary>Marks where the finding must point.</summary>
    private const char Here = '¶';

    private static readonly string[] Covenants = ["model/", "lokaal/", "nooit.yaml", "bewust.yaml"];

    private static readonly IReadOnlyList<RuleFile> Real = [.. ConvenantFolder.Read(TheConvenant.Folder).Where(f => !Covenants.Any(c => f.Path.StartsWith(c, StringComparison.Ordinal)))];

    private readonly List<RuleFile> _files;
    private Place? _expected;

    private Slip(IEnumerable<RuleFile> files) => _files = [.. files];

    /// <summary>The real law, fields and process, without covenants.</summary>
    public static Slip InTheLaw() => new(Real);

    /// <summary>The real words, fields and process, with one rule that closes everything: for slips that no rule has to do with.</summary>
    public static Slip InTheProcess() => new(
        [.. Real.Where(f => !f.Path.StartsWith("wet/", StringComparison.Ordinal)),
         new("wet/dicht.yaml", "laag: wet\nregels:\n  - {id: dicht, soort: slot, grondslag: wet-pga:2.2, zekerheid: vastgesteld, toelichting: Dicht.}\n")]);

    /// <summary>Replaces a text in a file; a mark in the new text says where the finding must point.</summary>
    public Slip Change(string path, string old, string changed)
    {
        var index = _files.FindIndex(f => f.Path == path);
        index.ShouldBeGreaterThanOrEqualTo(0, path);
        _files[index].Text.ShouldContain(old);
        var at = _files[index].Text.IndexOf(old, StringComparison.Ordinal);
        return Put(index, path, _files[index].Text[..at] + changed + _files[index].Text[(at + old.Length)..]);
    }

    /// <summary>Adds a file; a mark in it says where the finding must point.</summary>
    public Slip Add(string path, string text)
    {
        _files.Add(new RuleFile(path, ""));
        return Put(_files.Count - 1, path, text);
    }

    /// <summary>Says where the finding must point, in a file that was not changed: its path, and the text around the place with the mark in it.</summary>
    public Slip PointingAt(string path, string around)
    {
        var text = _files.Single(f => f.Path == path).Text;
        var start = text.IndexOf(around.Replace("¶", "", StringComparison.Ordinal), StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, around);
        _expected = PlaceOf(path, text, start + around.IndexOf(Here, StringComparison.Ordinal));
        return this;
    }

    /// <summary>What comes of loading it, before the analyses.</summary>
    public LoadResult Loaded() => CompiledConvenant.Load(_files);

    /// <summary>Everything that <c>check</c> finds.</summary>
    public IReadOnlyList<Diagnostic> Found() =>
        ConvenantAnalysis.Analyse(Loaded(), new HashSet<string> { "9901", "9902", "9903" }).Diagnostics;

    /// <summary>The finding is there, at its place, and says what a jurist needs to hear.</summary>
    public Diagnostic MustBeFoundAs(string code, string says)
    {
        _expected.ShouldNotBeNull("nothing says where the finding must point");
        var all = Found();
        var found = all.FirstOrDefault(d => d.Code == code && d.Place == _expected && d.Message.Contains(says, StringComparison.Ordinal));
        found.ShouldNotBeNull($"expected {code} '{says}' at {_expected}, found:\n{string.Join('\n', all)}");
        return found;
    }

    private Slip Put(int index, string path, string text)
    {
        var mark = text.IndexOf(Here, StringComparison.Ordinal);
        if (mark >= 0)
            _expected = PlaceOf(path, text, mark);
        _files[index] = new RuleFile(path, mark < 0 ? text : text.Remove(mark, 1));
        return this;
    }

    private static Place PlaceOf(string path, string text, int at) =>
        new(path, text[..at].Count(c => c == '\n') + 1, at - text[..at].LastIndexOf('\n'));
}
