namespace CotnvPga.Domain.Oversight;

/// <summary>A request to the contact point, as somebody sends it (besluit-pga:2–4).</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Requester">Who asks: the person concerned, or a relation whom an item is about.</param>
/// <param name="Items">The items about the relation.</param>
public sealed record NewRequest(string? Kind, string? Requester, IReadOnlyList<Guid> Items)
{
    private static readonly string[] Kinds = ["inzage", "rectificatie", "wissing", "beperking", "bezwaar", "informatie"];
    private static readonly string[] Requesters = ["betrokkene", "relatie"];

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors()
    {
        var errors = new List<FieldError>();
        if (Kind is null || !Kinds.Contains(Kind))
            errors.Add(new FieldError("soort", $"Kies wat er wordt gevraagd: {string.Join(", ", Kinds)}."));
        if (Requester is null || !Requesters.Contains(Requester))
            errors.Add(new FieldError("verzoeker", $"Kies wie het vraagt: {string.Join(", ", Requesters)}."));
        if (Requester == "relatie" && Items.Count == 0)
            errors.Add(new FieldError("gegevens", "Noem de gegevens die over de verzoeker zelf gaan."));
        return errors;
    }
}
