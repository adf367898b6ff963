using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Domain.Departures;

/// <summary>A motivated departure from a clause in one case (<c>pas toe of leg uit</c>), as somebody sends it.</summary>
/// <param name="Article">Id of the clause, such as <c>modelconvenant:4.7</c>.</param>
/// <param name="Motivation">Why it is not applied here.</param>
/// <param name="Until">The new last day, where the clause is a term; else until when the departure lasts; null when open.</param>
public sealed record NewDeparture(string? Article, string? Motivation, LocalDate? Until)
{
    private const int Longest = 10_000;

    /// <summary>The departure, or why it cannot be: everything that is wrong with it, or that nobody can depart from this clause.</summary>
    /// <param name="edition">What holds for the case.</param>
    /// <param name="phase">Code of the phase that the case is in.</param>
    /// <param name="today">The day.</param>
    public Result<Departure> Read(Edition edition, string phase, LocalDate today)
    {
        var clause = edition.Clauses.FirstOrDefault(c => c.Id == Article);
        if (clause is { Nature: ClauseNature.Hard })
        {
            return new NotAllowed(
                $"Van artikel {clause.Number} ('{clause.Title}') kunt u niet afwijken. Het volgt uit de wet of bepaalt wie wat ziet; het systeem voert het altijd uit.",
                [clause.Id, .. clause.Grounds],
                []);
        }
        var errors = new List<FieldError>();
        if (clause is null)
            errors.Add(new FieldError("artikel", "Dit artikel staat niet in het convenant dat voor deze zaak geldt. Noem het zoals 'modelconvenant:4.7'."));
        if (string.IsNullOrWhiteSpace(Motivation))
            errors.Add(new FieldError("motivering", "Leg uit waarom u hier afwijkt."));
        else if (Motivation.Length > Longest)
            errors.Add(new FieldError("motivering", $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
        var term = clause?.TermCode is { } code && edition.Terms[code].Phase is not null ? code : null;
        if (term is not null && edition.Terms[term].Phase != phase)
            errors.Add(new FieldError("artikel", "De termijn van dit artikel loopt nu niet in deze zaak."));
        if ((term is not null && Until is null) || Until < today || Until > today.PlusYears(1))
            errors.Add(new FieldError("tot", "Kies een dag van vandaag tot een jaar verder (jjjj-mm-dd). Bij een termijn is dat de nieuwe laatste dag."));
        return errors.Count > 0 ? new NotValid(errors) : new Departure(clause!.Id, Motivation!.Trim(), Until, term);
    }
}

/// <summary>A departure that can be agreed to. Equal departures have equal words.</summary>
/// <param name="Artikel">Id of the clause.</param>
/// <param name="Motivering">Why it is not applied here.</param>
/// <param name="Tot">The new last day of the term, or until when it lasts.</param>
/// <param name="Termijn">Code of the term that it moves; null when none.</param>
public sealed record Departure(string Artikel, string Motivering, LocalDate? Tot, string? Termijn);
