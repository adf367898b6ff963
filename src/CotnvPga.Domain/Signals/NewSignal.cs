using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Signals;

/// <summary>What somebody sends to register a signal. Codes are as typed; the registration says what is wrong with them.</summary>
public sealed record NewSignal(string? Municipality, string? Cause, string? Addressee, IReadOnlyList<NewItem> Items);

/// <summary>One item as somebody sends it.</summary>
/// <param name="Field">Code of the field (<c>veld</c>).</param>
/// <param name="Value">What is recorded.</param>
/// <param name="Category">Code of the category; must be that of the field when given.</param>
/// <param name="Nature">Code of the special nature; never looser than that of the field.</param>
/// <param name="Supplier">Code of the supplier; the caller's own party when not given.</param>
/// <param name="Necessity">Why it is needed, for the three and for the supplier's own party (wet-pga:2.2, 4).</param>
/// <param name="SpecialNecessity">Why its special nature is needed (wet-pga:8).</param>
/// <param name="NecessityPerParty">Why it is needed for other parties.</param>
/// <param name="Gate">On which law the police or the prosecutor supplies it.</param>
public sealed record NewItem(
    string? Field,
    string? Value,
    string? Category,
    string? Nature,
    string? Supplier,
    string? Necessity,
    string? SpecialNecessity,
    IReadOnlyList<PartyNecessity> NecessityPerParty,
    NewGate? Gate)
{
    /// <summary>Part of what was sent could not be read; whoever read it says which part. Such an item is never recorded.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Why it asks for extra care: a code of the list <c>extra_zorg</c>; null when it does not.</summary>
    public string? ExtraCare { get; init; }

    /// <summary>On which ground a carer shares it; null when no carer does.</summary>
    public NewCareGround? CareGround { get; init; }

    /// <summary>Where it comes from; null when nothing was said about it.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>Why a carer may share something under professional secrecy: consent, a legal duty or a conflict of duties.</summary>
/// <param name="Kind">A code of the list <c>zorggrond</c>.</param>
/// <param name="Explanation">What the carer recorded about it.</param>
public sealed record NewCareGround(string? Kind, string? Explanation);

/// <summary>Necessity for one more party.</summary>
public sealed record PartyNecessity(string? Party, string? Necessity, string? SpecialNecessity);

/// <summary>The legal gate of an item of police or prosecutor: law, article, who consented, and when (wet-pga:4.f, 4.g).</summary>
public sealed record NewGate(string? Law, string? Article, string? ConsentBy, LocalDate? On);

/// <summary>An item that passed: everything known and consistent.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Value">What is recorded.</param>
/// <param name="Category">Its category.</param>
/// <param name="Nature">Its special nature.</param>
/// <param name="Supplier">Who supplied it.</param>
/// <param name="Necessities">Recorded necessities; a null party stands for the three and the supplier's own party.</param>
/// <param name="Gate">Its legal gate, if any.</param>
public sealed record Item(
    string Field,
    string Value,
    Category Category,
    Nature Nature,
    Supplier Supplier,
    IReadOnlyList<Necessity> Necessities,
    Gate? Gate)
{
    /// <summary>Why it asks for extra care; null when it does not.</summary>
    public string? ExtraCare { get; init; }

    /// <summary>The ground on which a carer shares it; null when no carer does.</summary>
    public CareGround? CareGround { get; init; }

    /// <summary>Where it comes from; null when nothing was said about it.</summary>
    public Origin? Origin { get; init; }
}

/// <summary>A recorded ground of a carer.</summary>
public sealed record CareGround(string Kind, string Explanation);

/// <summary>A recorded necessity.</summary>
public sealed record Necessity(Party? Party, string? Ordinary, string? Special);

/// <summary>A recorded legal gate.</summary>
public sealed record Gate(string Law, string Article, string ConsentBy, LocalDate On);
