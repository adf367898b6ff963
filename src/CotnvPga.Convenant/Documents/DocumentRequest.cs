using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Convenant.Documents;

/// <summary>For which municipality a document is made, and as it stands on which day.</summary>
/// <param name="Municipality">Code of the municipality.</param>
/// <param name="Name">Its name.</param>
/// <param name="Day">The day.</param>
/// <param name="Edition">What holds there on that day.</param>
public sealed record DocumentRequest(string Municipality, string Name, LocalDate Day, Edition Edition)
{
    /// <summary>A request for what holds in a municipality on a day.</summary>
    public static DocumentRequest For(CompiledConvenant convenant, string municipality, string name, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        return new DocumentRequest(municipality, name, day, convenant.EditionOf(municipality, day));
    }
}
