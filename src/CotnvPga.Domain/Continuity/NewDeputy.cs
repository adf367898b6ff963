using NodaTime;

namespace CotnvPga.Domain.Continuity;

/// <summary>A deputy as somebody sends it: who stands in for which membership, from when until when.</summary>
public sealed record NewDeputy(Guid? Membership, Guid? Person, LocalDate? From, LocalDate? Until)
{
    /// <summary>What is wrong with the days.</summary>
    public IEnumerable<FieldError> DayErrors(LocalDate today, ContinuityRules rules) => Period.Errors(From, Until, today, rules.LongestDeputy);
}

/// <summary>Somebody of the pool for another municipality, as its coordinator asks it.</summary>
public sealed record NewBackup(Guid? Offer, LocalDate? From, LocalDate? Until, string? Reason)
{
    private const int Longest = 2_000;

    /// <summary>What is wrong with it by itself.</summary>
    public IEnumerable<FieldError> Errors(LocalDate today, ContinuityRules rules)
    {
        foreach (var error in Period.Errors(From, Until, today, rules.LongestLoan))
            yield return error;
        if (string.IsNullOrWhiteSpace(Reason))
            yield return new FieldError("reden", "Schrijf waarvoor u hulp vraagt. Noem geen zaak en geen persoon.");
        else if (Reason.Length > Longest)
            yield return new FieldError("reden", $"Dit is te lang. Gebruik ten hoogste {Longest} tekens.");
    }
}

/// <summary>Days on which somebody does not work, as that person sends it.</summary>
public sealed record NewAbsence(LocalDate? From, LocalDate? Until)
{
    /// <summary>What is wrong with it.</summary>
    public IEnumerable<FieldError> Errors(LocalDate today) => Period.Errors(From, Until, today, from => from.PlusYears(1));
}

/// <summary>A period from today on.</summary>
internal static class Period
{
    private const int MostYearsAhead = 2;

    public static IEnumerable<FieldError> Errors(LocalDate? from, LocalDate? until, LocalDate today, Func<LocalDate, LocalDate> longest)
    {
        if (from > today.PlusYears(MostYearsAhead))
        {
            yield return new FieldError("van", $"Kies een eerste dag binnen {MostYearsAhead} jaar.");
            yield break;
        }
        if (from is null || from < today)
            yield return new FieldError("van", "Kies een eerste dag, vandaag of later.");
        if (until is null || until < (from ?? today))
            yield return new FieldError("tot", "Kies een laatste dag, niet voor de eerste dag.");
        else if (until > longest(from ?? today))
            yield return new FieldError("tot", $"Dit duurt te lang. Kies ten laatste {longest(from ?? today):dd-MM-uuuu}.");
    }
}
