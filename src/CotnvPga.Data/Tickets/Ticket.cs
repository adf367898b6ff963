using System.Text.Json.Serialization;

namespace CotnvPga.Data.Tickets;

/// <summary>
/// What the database must know of who looks, sealed by the portal. Members have the names that the functions in schema <c>toegang</c> read.
/// </summary>
internal sealed record Ticket
{
    /// <summary><c>persoon</c> (places of a person), <c>zaak</c> (one view of one case), <c>publiek</c> (a report without log-in), <c>klok</c> (the process itself),
    /// <c>toetreding</c> (who signs for the municipalities in its places), <c>datalek_bijhouden</c> and <c>datalek_lezen</c> (who has that task there),
    /// <c>taak</c> (another task beside the cases, named as act).</summary>
    [JsonPropertyName("soort")] public required string Kind { get; init; }

    [JsonPropertyName("account")] public Guid? Account { get; init; }

    /// <summary>The account that this person stands in for.</summary>
    [JsonPropertyName("vervangt")] public Guid? StandsInFor { get; init; }

    [JsonPropertyName("plaatsen")] public IReadOnlyList<Place>? Places { get; init; }

    [JsonPropertyName("klassen")] public IReadOnlyList<ClassAccess>? Classes { get; init; }

    [JsonPropertyName("zaak")] public Guid? Case { get; init; }

    [JsonPropertyName("fase")] public string? Phase { get; init; }

    [JsonPropertyName("partij")] public string? Party { get; init; }

    [JsonPropertyName("bit")] public int? PartyBit { get; init; }

    [JsonPropertyName("gemeente")] public string? Elsewhere { get; init; }

    [JsonPropertyName("doel")] public string? Purpose { get; init; }

    [JsonPropertyName("handeling")] public string? Act { get; init; }

    [JsonPropertyName("omstandigheden")] public int? Circumstances { get; init; }

    /// <summary>For a hand-over: the party that hands over, while <see cref="Party"/> receives.</summary>
    [JsonPropertyName("namens")] public string? OnBehalfOf { get; init; }

    [JsonPropertyName("namens_gemeente")] public string? OnBehalfOfElsewhere { get; init; }

    [JsonPropertyName("masker")] public string? Mask { get; init; }

    [JsonPropertyName("beloofd")] public string? Promised { get; init; }

    [JsonPropertyName("convenant")] public string? Convenant { get; init; }

    /// <summary>The covenant that holds for the case: municipality and version.</summary>
    [JsonPropertyName("uitgave")] public string? Edition { get; init; }

    [JsonPropertyName("verzoek")] public string? Request { get; init; }

    [JsonPropertyName("tot")] public required long Until { get; init; }
}

/// <summary>A place that a membership gives: a party in a municipality (null: everywhere), and what it counts as elsewhere.</summary>
internal sealed record Place(
    [property: JsonPropertyName("partij")] string Party,
    [property: JsonPropertyName("waar")] string? Where,
    [property: JsonPropertyName("elders")] string? Elsewhere);

/// <summary>What one class of cases (place, phase, covenant, circumstances) tells in a list.</summary>
internal sealed record ClassAccess(
    [property: JsonPropertyName("plaats")] int Place,
    [property: JsonPropertyName("elders")] bool Elsewhere,
    [property: JsonPropertyName("fase")] string Phase,
    [property: JsonPropertyName("gemeente")] string Municipality,
    [property: JsonPropertyName("uitgave")] string OpenedUnder,
    [property: JsonPropertyName("bits")] int Bits,
    [property: JsonPropertyName("kent")] bool Knows,
    [property: JsonPropertyName("bit")] int PartyBit,
    [property: JsonPropertyName("masker")] string? Mask);
