namespace CotnvPga.Portal.Pages.Coordinatie;

/// <summary>What is typed at the desk without persons; the pressed button says what for. The names are those of the API.</summary>
public sealed class CoordinationInput
{
    public Guid? Zetel { get; set; }

    public string? Wet { get; set; }

    public string? Toelichting { get; set; }

    public string? Gemeente { get; set; }

    public string? Onderwerp { get; set; }

    public string? Titel { get; set; }

    public string? Tekst { get; set; }
}
