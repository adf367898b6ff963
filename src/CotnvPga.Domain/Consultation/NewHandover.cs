namespace CotnvPga.Domain.Consultation;

/// <summary>A hand-over as somebody sends it.</summary>
/// <param name="To">Code of the receiving party.</param>
/// <param name="Items">The items.</param>
/// <param name="Municipality">The other municipality, when the receiver is there.</param>
/// <param name="OwnLaw">Items for which the supplier states a law of its own (wet-cotnv:6.f).</param>
public sealed record NewHandover(string? To, IReadOnlyList<Guid> Items, string? Municipality, IReadOnlyList<OwnLawStatement> OwnLaw);

/// <summary>The law on which the supplier of one item hands it over.</summary>
public sealed record OwnLawStatement(Guid Item, string? Law);
