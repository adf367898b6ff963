using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.Portal.Components.Fields;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>The three verdicts in words. None of them is good or bad, so none has a colour.</summary>
public static class Verdicts
{
    /// <summary>The verdicts to choose from, with what each leads to.</summary>
    public static IReadOnlyList<Choice> Choices { get; } =
    [
        new(Verdict.InOvereenstemming.Code(), "In overeenstemming met het doel", "Er komt een casusoverleg, als de drie partijen dit samen vinden."),
        new(Verdict.NietInOvereenstemming.Code(), "Niet in overeenstemming met het doel", "Het signaal gaat niet verder, als de drie partijen dit samen vinden. De gegevens worden dan vernietigd."),
        new(Verdict.MeerInformatie.Code(), "Meer informatie nodig", "Schrijf in de motivering welke vraag open is en wie die kan beantwoorden."),
    ];

    /// <summary>The name of a verdict.</summary>
    public static string Label(string code) => Choices.First(c => c.Value == code).Label;
}
