namespace CotnvPga.Domain.Continuity;

/// <summary>Work that goes over to a colleague of the same function, in bulk, as somebody sends it.</summary>
/// <param name="From">Whose work; the own when left out.</param>
/// <param name="To">Who takes it over.</param>
/// <param name="Cases">Which cases, each with a short report.</param>
public sealed record NewWorkHandover(Guid? From, Guid? To, IReadOnlyList<NewHandedOverCase>? Cases)
{
    private const int MostCases = 500;
    private const int Longest = 10_000;

    /// <summary>What is wrong with it by itself.</summary>
    public IEnumerable<FieldError> Errors()
    {
        if (To is null)
            yield return new FieldError("naar", "Kies wie het werk overneemt.");
        if (Cases is not { Count: > 0 and <= MostCases })
        {
            yield return new FieldError("zaken", $"Kies één tot {MostCases} zaken.");
            yield break;
        }
        for (var i = 0; i < Cases.Count; i++)
        {
            if (Cases[i].Report?.Length > Longest)
                yield return new FieldError($"zaken[{i}].verslag", $"Dit is te lang. Gebruik ten hoogste {Longest} tekens.");
        }
    }
}

/// <summary>One case that goes over.</summary>
/// <param name="Id">The case.</param>
/// <param name="Report">What the successor must know; sealed with the case.</param>
public sealed record NewHandedOverCase(Guid Id, string? Report);
