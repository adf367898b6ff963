namespace CotnvPga.Browser.Tests.Cases;

/// <summary>Something that a party knows, as it is typed: what it is, what is known, and why it is needed.</summary>
/// <param name="Veld">Code of the kind of item.</param>
/// <param name="Waarde">What is known.</param>
/// <param name="Noodzaak">Why it is needed.</param>
internal sealed record Gegeven(string Veld, string Waarde, string Noodzaak = "Nodig om te wegen.")
{
    /// <summary>Why the special part of it is needed; null when there is none.</summary>
    public string? NoodzaakBijzonder { get; init; }

    /// <summary>Who it comes from, when that is not the own party.</summary>
    public string? Verstrekker { get; init; }

    /// <summary>The law and the article that let police or prosecutor give it.</summary>
    public (string Wet, string Artikel)? Grondslag { get; init; }

    /// <summary>An item of the police.</summary>
    public Gegeven Wpg(string artikel = "16") => this with { Grondslag = ("wpg", artikel) };

    /// <summary>An item of justice.</summary>
    public Gegeven Wjsg(string artikel = "39f") => this with { Grondslag = ("wjsg", artikel) };

    /// <summary>The same with a reason for the special part.</summary>
    public Gegeven Bijzonder(string noodzaak) => this with { NoodzaakBijzonder = noodzaak };
}
