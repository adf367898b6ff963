using CotnvPga.Domain.Accession;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Accession;

/// <summary>A declaration as it stands in schema <c>toetreding</c>.</summary>
internal sealed class DeclarationRow
{
    public string Gemeente { get; init; } = "";
    public int Nummer { get; init; }
    public string Soort { get; init; } = "";
    public string? Versie { get; init; }
    public string? Modelversie { get; init; }
    public string Ondertekenaar { get; init; } = "";
    public string Functie { get; init; } = "";
    public string Mandaat { get; init; } = "";
    public LocalDate Datum { get; init; }
    public string Convenant { get; init; } = "";
    public Instant Op { get; init; }

    public Declaration ToDeclaration() =>
        new(Gemeente, Nummer, Codes.Known<DeclarationKind>(Soort), Versie, Modelversie, Ondertekenaar, Functie, Mandaat, Datum, Convenant, Op);
}
