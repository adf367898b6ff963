using CotnvPga.Convenant.Process;
using NodaTime;

namespace CotnvPga.Domain.Oversight;

/// <summary>A breach as somebody sends it: what happened, without anything of a case (besluit-pga:5, avg:33).</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="DiscoveredAt">When it was discovered: the term counts from there.</param>
/// <param name="Description">What happened.</param>
/// <param name="Consequences">What it can mean for people.</param>
/// <param name="People">About how many people it is; null when not known yet.</param>
public sealed record NewBreach(string? Municipality, string? Kind, Instant? DiscoveredAt, string? Description, string? Consequences, int? People)
{
    private const int Longest = 4000;

    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="process">For the closed lists.</param>
    /// <param name="now">The moment.</param>
    public IReadOnlyList<FieldError> Errors(ProcessModel process, Instant now)
    {
        var errors = new List<FieldError>();
        if (Kind is null || process.Reasons["datalek_soort"].All(r => r.Code != Kind))
            errors.Add(new FieldError("soort", $"Kies wat er gebeurde: {string.Join(", ", process.Reasons["datalek_soort"].Select(r => r.Code))}."));
        if (DiscoveredAt is null || DiscoveredAt > now)
            errors.Add(new FieldError("ontdektOp", "Zeg wanneer het is ontdekt: een moment dat voorbij is."));
        Text(Description, "omschrijving", "Schrijf wat er gebeurde.", errors);
        Text(Consequences, "gevolgen", "Schrijf wat het voor mensen kan betekenen.", errors);
        if (People is < 0)
            errors.Add(new FieldError("aantalMensen", "Schrijf een heel getal van 0 of meer, of laat het leeg."));
        return errors;
    }

    internal static void Text(string? text, string field, string message, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, message));
        else if (text.Length > Longest)
            errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
    }
}

/// <summary>Something that was done about a breach.</summary>
/// <param name="Kind">Code of what was done.</param>
/// <param name="Text">What and why.</param>
public sealed record NewBreachLine(string? Kind, string? Text)
{
    /// <summary>Everything that is wrong with it.</summary>
    /// <param name="process">For the closed list.</param>
    public IReadOnlyList<FieldError> Errors(ProcessModel process)
    {
        var errors = new List<FieldError>();
        if (Kind is null || process.Reasons["datalek_regel"].All(r => r.Code != Kind))
            errors.Add(new FieldError("soort", $"Kies wat is gedaan: {string.Join(", ", process.Reasons["datalek_regel"].Select(r => r.Code))}."));
        NewBreach.Text(Text, "tekst", "Schrijf wat is gedaan en waarom.", errors);
        return errors;
    }
}

/// <summary>A breach in the register.</summary>
/// <param name="Id">The breach.</param>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Kind">Code of the kind.</param>
/// <param name="DiscoveredAt">When it was discovered.</param>
/// <param name="ReportBefore">Until when it can be reported in time.</param>
/// <param name="Description">What happened.</param>
/// <param name="Consequences">What it can mean for people.</param>
/// <param name="People">About how many people it is.</param>
/// <param name="Lines">What was done about it, oldest first.</param>
public sealed record Breach(
    Guid Id, string Municipality, int Number, string Kind, Instant DiscoveredAt, Instant ReportBefore, string Description, string Consequences, int? People, IReadOnlyList<BreachLine> Lines)
{
    private static readonly string[] Reported = ["gemeld_ap", "niet_gemeld_ap"];

    /// <summary>Whether it was decided about reporting it.</summary>
    public bool IsReported => Lines.Any(l => Reported.Contains(l.Kind));

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsDone => Lines.Any(l => l.Kind == "afgerond");
}

/// <summary>Something that was done about a breach.</summary>
public sealed record BreachLine(string Kind, string Text, Instant At);
