namespace CotnvPga.Convenant.Process;

/// <summary>What is told to whom when something happens: a fixed text, so that nothing of a case can be in it.</summary>
/// <param name="Code">Its code, such as <c>taak</c>.</param>
/// <param name="Label">Its name for people; the only thing that a mail says.</param>
/// <param name="Text">What stands in the portal.</param>
/// <param name="When">What happened: codes of steps, or of <see cref="OtherEvents"/>.</param>
/// <param name="To">To whom: codes of <see cref="Receivers"/>.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record NotificationDefinition(
    string Code, string Label, string Text, IReadOnlyList<string> When, IReadOnlyList<string> To, IReadOnlyList<string> Grounds, string Certainty)
{
    /// <summary>What can happen besides a step.</summary>
    public static readonly string[] OtherEvents =
    [
        "melding", "voorstel", "oordeel",
        "vervanging", "afwezig", "achtervang_gevraagd", "achtervang_beantwoord", "toegang_nagaan", "functie_kwetsbaar", "account_eindigt",
    ];

    /// <summary>Who can receive it: the first four in a case, the others among people.</summary>
    public static readonly string[] Receivers = ["aan_zet", "aan_tafel", "gevraagde", "wie_instemt", "persoon", "regelt", "vervangers"];
}
