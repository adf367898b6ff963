using CotnvPga.Domain.Weighing;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>A judgement as it is typed. The names are those of the API.</summary>
public class JudgementInput
{
    public string? Oordeel { get; set; }

    public List<CriterionInput> Criteria { get; set; } = [];

    public string? Motivering { get; set; }

    /// <summary>Items that it rests on.</summary>
    public List<Guid> RustOp { get; set; } = [];

    /// <summary>What is sent.</summary>
    public NewJudgement ToJudgement() =>
        new(Oordeel, [.. Criteria.Select(c => new NewFinding(c.Criterium, c.Bevinding, c.ContraIndicatie))], Motivering) { RestsOn = RustOp };
}

/// <summary>One criterion as it is typed.</summary>
public sealed class CriterionInput
{
    public string? Criterium { get; set; }

    public string? Bevinding { get; set; }

    public string? ContraIndicatie { get; set; }

    /// <summary>How many of its two fields are still empty.</summary>
    public int Open => (string.IsNullOrWhiteSpace(Bevinding) ? 1 : 0) + (string.IsNullOrWhiteSpace(ContraIndicatie) ? 1 : 0);
}
