using CotnvPga.Convenant.Comparing;

namespace CotnvPga.Convenant.Documents;

/// <summary>One matrix: parties and phases down, categories across, for an ordinary item, an ordinary supplier and no special role.</summary>
internal sealed class VisibilityMatrix
{
    private const string Never = "–";

    private readonly CompiledConvenant _convenant;
    private readonly DocumentWords _words;
    private readonly Sight _sight;
    private readonly List<Openings> _letters = [];

    public VisibilityMatrix(CompiledConvenant convenant, DocumentWords words, Sight sight)
    {
        (_convenant, _words, _sight) = (convenant, words, sight);
    }

    /// <summary>The parties for whom anything can open.</summary>
    public IReadOnlyList<string> Parties => [.. _convenant.CodesOf("partij").Where(party => _convenant.CodesOf("fase").Any(phase =>
        _convenant.CodesOf("categorie").Any(category => !_sight.Ordinary(party, phase, category).IsClosed)))];

    /// <summary>The matrix of these parties, what is always needed in it, and what its letters mean.</summary>
    public IEnumerable<Block> Blocks(IReadOnlyList<string> parties, string caption)
    {
        var categories = _convenant.CodesOf("categorie");
        var common = Common(parties);
        var rows = new List<(string Party, string Phases, string Cells)>();
        foreach (var party in parties)
        {
            var byPhase = _convenant.CodesOf("fase").Select(phase => (phase, Cells: string.Join('\t', categories.Select(c => Letter(_sight.Ordinary(party, phase, c)))))).Where(p => p.Cells.Split('\t').Any(c => c != Never));
            rows.AddRange(byPhase.GroupBy(p => p.Cells).Select(same => (party, _words.Names("fase", [.. same.Select(p => p.phase)]), same.Key)));
        }
        yield return new Table(
            caption,
            ["Partij", "Fase", .. categories.Select(DocumentWords.UpperFirst)],
            [.. rows.GroupBy(r => (r.Phases, r.Cells)).Select(same => (IReadOnlyList<string>)[_words.Names("partij", [.. same.Select(r => r.Party)]), same.Key.Phases, .. same.Key.Cells.Split('\t')])])
        { NarrowColumns = categories.Count };
        if (common.Count > 0)
            yield return new Paragraph($"Altijd nodig in deze tabel: {string.Join("; ", common.Select(_words.Circumstance))}.");
        yield return new Bullets([.. _letters.Select((openings, i) => $"{Name(i)}: {Extra(openings, common)}"), $"{Never}: nooit"]);
    }

    private List<string> Common(IReadOnlyList<string> parties)
    {
        var sets = from party in parties
                   from phase in _convenant.CodesOf("fase")
                   from category in _convenant.CodesOf("categorie")
                   from set in _sight.Ordinary(party, phase, category).All[0].Sets
                   select set;
        List<string>? common = null;
        foreach (var set in sets)
            common = common is null ? [.. set] : [.. common.Intersect(set)];
        return common ?? [];
    }

    private string Extra(Openings openings, List<string> common)
    {
        var needed = _words.Needed([.. openings.All[0].Sets.Select(s => s.Except(common).ToList())]);
        return needed.Length == 0 || openings.All[0].Sets.Any(s => !s.Except(common).Any()) ? "niets anders" : $"zodra ook: {needed}";
    }

    private string Letter(Openings openings)
    {
        if (openings.IsClosed)
            return Never;
        if (!_letters.Contains(openings))
            _letters.Add(openings);
        return Name(_letters.IndexOf(openings));
    }

    private static string Name(int number)
    {
        const int Alphabet = 26;
        return number < Alphabet ? ((char)('a' + number)).ToString() : Name((number / Alphabet) - 1) + (char)('a' + (number % Alphabet));
    }
}
