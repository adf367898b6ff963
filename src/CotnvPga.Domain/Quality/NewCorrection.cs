namespace CotnvPga.Domain.Quality;

/// <summary>Another text for an item, as somebody sends it: by who answers for the item a correction, by anybody else a proposal.</summary>
/// <param name="Value">The text as it should be.</param>
/// <param name="Reason">What was wrong.</param>
public sealed record NewCorrection(string? Value, string? Reason)
{
    private const int LongestValue = 20_000;
    private const int LongestReason = 4_000;

    /// <summary>The correction, or everything that is wrong with it.</summary>
    public Result<Correction> Read()
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(Value))
            errors.Add(new FieldError("waarde", "Schrijf hoe het wel is."));
        else if (Value.Length > LongestValue)
            errors.Add(new FieldError("waarde", $"Dit is te lang. Gebruik ten hoogste {LongestValue} tekens."));
        if (string.IsNullOrWhiteSpace(Reason))
            errors.Add(new FieldError("reden", "Schrijf wat er fout was."));
        else if (Reason.Length > LongestReason)
            errors.Add(new FieldError("reden", $"Dit is te lang. Gebruik ten hoogste {LongestReason} tekens."));
        return errors.Count > 0 ? new NotValid(errors) : new Correction(Value!.Trim(), Reason!.Trim());
    }
}

/// <summary>A correction that can be made.</summary>
public sealed record Correction(string Value, string Reason);

/// <summary>What who answers for an item says to a proposal, as somebody sends it.</summary>
/// <param name="Decision"><c>aangenomen</c> or <c>geweigerd</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record NewProposalDecision(string? Decision, string? Reason)
{
    /// <summary>The proposal becomes the text.</summary>
    public const string Taken = "aangenomen";

    /// <summary>The text stays as it is.</summary>
    public const string Refused = "geweigerd";

    private const int LongestReason = 4_000;

    /// <summary>The decision itself, or everything that is wrong with it.</summary>
    public Result<NewProposalDecision> Read()
    {
        List<FieldError> errors = [];
        if (Decision is not (Taken or Refused))
            errors.Add(new FieldError("besluit", $"Kies {Taken} of {Refused}."));
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > LongestReason)
            errors.Add(new FieldError("reden", $"Schrijf in ten hoogste {LongestReason} tekens waarom."));
        return errors.Count > 0 ? new NotValid(errors) : this;
    }
}
