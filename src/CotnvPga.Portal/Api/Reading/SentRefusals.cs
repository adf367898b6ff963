using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>More was sent than this address takes.</summary>
internal sealed record TooLarge(int Limit) : Refusal($"Dit is te groot. Stuur ten hoogste {Limit / 1024} kB.");

/// <summary>Something else than JSON was sent.</summary>
internal sealed record NoJson() : Refusal("Stuur JSON, met de header Content-Type: application/json.");
