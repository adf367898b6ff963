using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Wet;

/// <summary>A question in the words of the readings, for tests that read as examples of the law.</summary>
internal sealed record Ask(string Party, string Act, string Purpose)
{
    /// <summary>A day on which the whole law is in force.</summary>
    public static readonly LocalDate Today = new(2026, 11, 1);

    private string _phase = "casusoverleg";
    private string _category = "signaal";
    private string _nature = "geen";
    private string _supplier = "college";
    private LocalDate _date = Today;
    private string[] _given = [];

    public static Ask Ziet(string party, string purpose = "persoonsgericht") => new(party, "raadplegen", purpose);

    public static Ask Ontvangt(string party, string purpose = "persoonsgericht") => new(party, "ontvangen", purpose);

    public static Ask LegtVast(string party) => new(party, "vastleggen", "persoonsgericht");

    public static Ask NeemtDeel(string party, string purpose = "persoonsgericht") => new(party, "deelnemen", purpose);

    public Ask In(string phase) => this with { _phase = phase };

    public Ask Een(string category, string nature = "geen") => this with { _category = category, _nature = nature };

    public Ask Van(string supplier) => this with { _supplier = supplier };

    public Ask Op(int year, int month, int day) => this with { _date = new LocalDate(year, month, day) };

    public Ask Met(params string[] circumstances) => this with { _given = circumstances };

    /// <summary>Everything but the closing circumstance holds.</summary>
    public Ask MetAlles() => Met([.. TheConvenant.Loaded.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)]);

    /// <summary>Everything holds, also weighty reasons of the supplier.</summary>
    public Ask MetAllesEnZwaarwegendeRedenen() => Met([.. TheConvenant.Loaded.Vocabulary.Circumstances.Select(c => c.Code)]);

    public Answer Answer => TheConvenant.Loaded.Decide(Question);

    public Question Question
    {
        get
        {
            var codes = new Dictionary<string, string> { ["partij"] = Party, ["handeling"] = Act, ["doel"] = Purpose, ["fase"] = _phase };
            if (Act != "deelnemen")
            {
                codes["categorie"] = _category;
                codes["bijzonder"] = _nature;
                codes["verstrekker"] = _supplier;
            }
            return new Question(Act == "deelnemen" ? "overleg" : "gegeven", codes, _date, _given.ToHashSet(), ["wet"]);
        }
    }

    public void MagNooit(string? rule = null)
    {
        Answer.Outcome.ShouldBe(Outcome.Afgeschermd, Question.ToString());
        Answer.Missing.ShouldBeEmpty();
        if (rule is not null)
            Answer.Rule.ShouldBe(rule);
    }

    public void Mag() => Answer.Outcome.ShouldBe(Outcome.Zichtbaar, string.Join(" | ", Answer.Missing.Select(m => string.Join(",", m))));

    /// <summary>It is conditional, and these are the alternatives; the circumstances of one alternative are joined by a plus.</summary>
    public void Vraagt(params string[] alternatives) =>
        Answer.Missing.Select(set => string.Join("+", set)).ShouldBe(alternatives);
}
