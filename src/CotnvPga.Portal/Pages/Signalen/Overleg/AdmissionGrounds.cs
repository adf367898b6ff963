using CotnvPga.Portal.Components.Fields;

namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>On which ground somebody may be let in, in words. The codes are those of the API.</summary>
public static class AdmissionGrounds
{
    /// <summary>The grounds to choose from.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        new("deskundigheid", "Deskundigheid die nodig is", "Bijvoorbeeld een hulpverlener of school (artikel 3 lid 3 Wet PGA)."),
        new("taak_cotnv", "Coördinatietaak", "Alleen voor de lokaal adviseur van de NCTV (artikel 2 Wet cotnv)."),
        new("twbmt", "Maatregel van de Twbmt", "Er speelt een maatregel van de Tijdelijke wet bestuurlijke maatregelen terrorismebestrijding."),
    ];

    /// <summary>The name of a ground.</summary>
    public static string Label(string code) => Choices.FirstOrDefault(c => c.Value == code)?.Label ?? code;
}
