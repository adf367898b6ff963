using CotnvPga.Convenant.Process;

namespace CotnvPga.Domain.Weighing;

/// <summary>What one of the three judged, in words.</summary>
public sealed record JudgementWords(IReadOnlyList<CriterionFinding> Criteria, string Motivation);

/// <summary>One criterion: what was found and what speaks against it. No score.</summary>
public sealed record CriterionFinding(string Criterion, string Finding, string ContraIndication);

/// <summary>The three verdicts.</summary>
public enum Verdict
{
    /// <summary>Fits the purpose of the consultation.</summary>
    InOvereenstemming,

    /// <summary>Does not fit.</summary>
    NietInOvereenstemming,

    /// <summary>Cannot be said yet.</summary>
    MeerInformatie,
}

/// <summary>A judgement as somebody sends it.</summary>
public sealed record NewJudgement(string? Verdict, IReadOnlyList<NewFinding> Criteria, string? Motivation)
{
    private const int Longest = 10_000;

    /// <summary>Items that it rests on: when one of them changes, the judgement is reopened. May be empty.</summary>
    public IReadOnlyList<Guid> RestsOn { get; init; } = [];

    /// <summary>The judgement, or everything that is missing: all criteria of wet-pga:5.3, each with a finding and a contra-indication.</summary>
    public Result<(Verdict Verdict, JudgementWords Words)> Read(ProcessModel process)
    {
        var errors = new List<FieldError>();
        var verdict = Vocabulary.Codes.Parse<Verdict>(Verdict);
        if (verdict is null)
            errors.Add(new FieldError("oordeel", $"Kies een oordeel: {string.Join(", ", Vocabulary.Codes.All<Verdict>())}."));
        var findings = new List<CriterionFinding>();
        for (var i = 0; i < Criteria.Count; i++)
        {
            var sent = Criteria[i];
            if (sent.Criterion is null || !process.Criteria.ContainsKey(sent.Criterion))
                errors.Add(new FieldError($"criteria[{i}].criterium", $"Kies een criterium: {string.Join(", ", process.Criteria.Keys)}."));
            else if (Criteria.Take(i).Any(c => c.Criterion == sent.Criterion))
                errors.Add(new FieldError($"criteria[{i}].criterium", "Dit criterium staat er twee keer."));
            Text(sent.Finding, $"criteria[{i}].bevinding", "Schrijf wat u hebt gezien of gehoord, of waar u hebt gezocht.", errors);
            Text(sent.ContraIndication, $"criteria[{i}].contraIndicatie", "Schrijf wat ertegen pleit, of waar u hebt gezocht.", errors);
            findings.Add(new CriterionFinding(sent.Criterion ?? "", sent.Finding?.Trim() ?? "", sent.ContraIndication?.Trim() ?? ""));
        }
        foreach (var missing in process.Criteria.Keys.Where(code => Criteria.All(c => c.Criterion != code)))
            errors.Add(new FieldError("criteria", $"Het criterium {missing} ontbreekt. Alle vijf zijn nodig."));
        Text(Motivation, "motivering", "Schrijf waarom u dit oordeel geeft.", errors);
        return errors.Count > 0
            ? new NotValid(errors)
            : (verdict!.Value, new JudgementWords(findings, Motivation!.Trim()));
    }

    private static void Text(string? text, string field, string message, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, message));
        else if (text.Length > Longest)
            errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
    }
}

/// <summary>A finding as somebody sends it.</summary>
public sealed record NewFinding(string? Criterion, string? Finding, string? ContraIndication);
