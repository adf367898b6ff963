using CotnvPga.Domain.Accession;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A declaration as it is typed. The fields have the names of the API.</summary>
public sealed class DeclarationInput
{
    public string? Versie { get; set; }

    public string? Ondertekenaar { get; set; }

    public string? Functie { get; set; }

    public string? Mandaat { get; set; }

    public string? Datum { get; set; }

    /// <summary>Hash of the rules that were on the screen.</summary>
    public string? Gelezen { get; set; }

    /// <summary>What is sent to be signed; a day that cannot be read counts as none.</summary>
    public NewDeclaration ToDeclaration() => new(Versie, Ondertekenaar, Functie, Mandaat, Day, Gelezen);

    private LocalDate? Day => LocalDatePattern.Iso.Parse(Datum ?? "") is { Success: true } parsed ? parsed.Value : null;
}
