using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Interests;

/// <summary>A person who does not work on a case because of an interest of its own, or who alone does, as somebody sends it.</summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Person">The account.</param>
/// <param name="Party">The party that the person is a member of; may be left out when there is only one.</param>
/// <param name="Reason">Which interest: sealed, for who keeps the list.</param>
/// <param name="AskAt">Whom to ask about it.</param>
public sealed record NewInterest(string? Kind, Guid? Person, string? Party, string? Reason, string? AskAt)
{
    private const int Longest = 2_000;

    /// <summary>The interest, or everything that is wrong with it.</summary>
    /// <param name="candidates">Those whom it may be about.</param>
    public Result<Interest> Read(IReadOnlyList<Colleague> candidates)
    {
        var errors = new List<FieldError>();
        var kind = Codes.Parse<InterestKind>(Kind);
        if (kind is null)
            errors.Add(new FieldError("soort", $"Kies een soort: {string.Join(", ", Codes.All<InterestKind>())}."));
        var found = candidates.Where(c => c.Account.Value == Person && (Party is null || c.Party.Code() == Party)).ToList();
        if (found.Count == 0)
            errors.Add(new FieldError("persoon", "Kies iemand uit de lijst. Wie er niet in staat, kunt u in deze zaak niet noemen."));
        else if (found.Select(c => c.Party).Distinct().Count() > 1)
            errors.Add(new FieldError("partij", "Deze persoon werkt voor meer dan één partij. Noem de partij."));
        Check(Reason, "reden", "Schrijf welk belang er is.", errors);
        Check(AskAt, "vraagAan", "Schrijf bij wie iemand met vragen hierover terecht kan.", errors);
        return errors.Count > 0 ? new NotValid(errors) : new Interest(kind!.Value, found[0], Reason!.Trim(), AskAt!.Trim());
    }

    private static void Check(string? text, string field, string message, List<FieldError> errors)
    {
        if (string.IsNullOrWhiteSpace(text))
            errors.Add(new FieldError(field, message));
        else if (text.Length > Longest)
            errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
    }
}

/// <summary>An interest that can be recorded.</summary>
public sealed record Interest(InterestKind Kind, Colleague Person, string Reason, string AskAt);

/// <summary>The words of an interest, as they are sealed.</summary>
public sealed record InterestWords(string Reden, string VraagAan);
