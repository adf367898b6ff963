using CotnvPga.Benchmarks.Measuring;
using CotnvPga.Benchmarks.Questions;
using CotnvPga.Benchmarks.Reporting;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Benchmarks.Ours;

/// <summary>One page of a case: everything that the field catalogue has, for one viewer.</summary>
internal sealed class CaseViews
{
    private const int Necessary = 3; // the first two circumstances of an item: it is necessary, and so is its special nature
    private const int ViewsPerRound = 40;

    private static readonly string[] Law = ["wet"];

    private readonly CompiledConvenant _convenant;
    private readonly Rounds _rounds;
    private readonly (string Category, string Nature, string Supplier)[] _fields;
    private readonly ViewQuestion _view;
    private int _asked;

    public CaseViews(CompiledConvenant convenant, Rounds rounds)
    {
        _convenant = convenant;
        _rounds = rounds;
        _fields = [.. convenant.Fields.Values.Select(f => (f.Category, f.Nature, f.Suppliers.Order(StringComparer.Ordinal).First()))];
        _view = new ViewQuestion("politie", "raadplegen", "persoonsgericht", "casusoverleg", QuestionMix.Day, new HashSet<string> { "geautoriseerd", "betrokken" }, Law);
    }

    /// <summary>A whole view after the first, in nanoseconds.</summary>
    public double Later { get; private set; }

    public IEnumerable<Line> Measure()
    {
        yield return First();
        var one = OneByOne();
        int[] cells = [.. _fields.Select(f => _convenant.View(_view).CellOf(f.Category, f.Nature, f.Supplier))];
        var byCell = _rounds.Of(1, () => ByCell(cells));
        Later = byCell.Nanoseconds;
        yield return new Line($"{_fields.Length} velden, daarna", byCell, _fields.Length, (int)Math.Abs(ByCell(cells) - one), "het hele beeld; wie kijkt als tekst, de vakken als nummer, zoals de database ze heeft");
        yield return new Line($"{_fields.Length} velden, daarna, alles als tekst", _rounds.Of(1, ByCode), _fields.Length, (int)Math.Abs(ByCode() - one), "ook categorie, aard en verstrekker als tekst");
    }

    private long ByCell(int[] cells)
    {
        var view = _convenant.View(_view);
        var allowed = 0L;
        foreach (var cell in cells)
            allowed += view.Allows(cell, Necessary) ? 1 : 0;
        return allowed;
    }

    private long ByCode()
    {
        var view = _convenant.View(_view);
        var allowed = 0L;
        foreach (var (category, nature, supplier) in _fields)
            allowed += view.Allows(view.CellOf(category, nature, supplier), Necessary) ? 1 : 0;
        return allowed;
    }

    private Line First()
    {
        Round();
        var measured = Measured.Of(Enumerable.Range(0, 5).Select(_ => Round()).ToList());
        return new Line($"{_fields.Length} velden, eerste keer", measured, Remark: $"maakt de tabel van alle {Number.Text(_convenant.View(_view).CellCount)} vakken met elke stand van het gegeven");
    }

    /// <summary>Views that nobody asked for before: each differs in who looks or in what holds for him.</summary>
    private double Round()
    {
        string[] ofViewer = [.. _convenant.Vocabulary.Circumstances.Where(c => c.Kind == CircumstanceKind.Kijker).Select(c => c.Code)];
        var questions = Enumerable.Range(0, ViewsPerRound).Select(_ => _asked++).Select(n => _view with
        {
            Party = n % 2 == 0 ? "om" : "reclassering",
            ViewerCircumstances = ofViewer.Where((_, i) => (n / 2 >> i & 1) != 0).ToHashSet(StringComparer.Ordinal),
        }).ToList();
        var begun = ThreadTime.Nanoseconds();
        foreach (var question in questions)
            GC.KeepAlive(_convenant.View(question));
        return (ThreadTime.Nanoseconds() - begun) / ViewsPerRound;
    }

    /// <summary>How many of the fields are visible when they are asked about one by one.</summary>
    private long OneByOne()
    {
        var held = _view.ViewerCircumstances.Concat(_convenant.View(_view).ItemCircumstances.Take(2)).ToHashSet(StringComparer.Ordinal);
        return _fields.Count(f => _convenant.Decide(new Question("gegeven", new Dictionary<string, string>
        {
            ["partij"] = _view.Party,
            ["handeling"] = _view.Act,
            ["doel"] = _view.Purpose,
            ["fase"] = _view.Phase,
            ["categorie"] = f.Category,
            ["bijzonder"] = f.Nature,
            ["verstrekker"] = f.Supplier,
        }, _view.Date, held, Law)).Decision);
    }
}
