using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Convenants;
using NodaTime;

namespace CotnvPga.Data.Sharing;

/// <summary>Under which covenant a question without a case is answered: that of the municipality once it is signed, else the national one.</summary>
public sealed class SharingEditions(CompiledConvenant convenant, CaseEditions editions)
{
    /// <summary>What holds; with the strictest choices when no municipality is named.</summary>
    public Edition Of(string? municipality, LocalDate day) => municipality is null ? convenant.EditionOf(null, day) : editions.Now(municipality, day);
}
