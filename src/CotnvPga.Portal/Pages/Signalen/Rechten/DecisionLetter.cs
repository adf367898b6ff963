using CotnvPga.Convenant.Documents;

namespace CotnvPga.Portal.Pages.Signalen.Rechten;

/// <summary>
/// The letter with the decision: only what the contact point wrote for the person, and the grounds when they may be named. Nothing from the case itself.
/// </summary>
/// <param name="Municipality">The municipality whose mayor decides.</param>
/// <param name="Number">Number of the case.</param>
/// <param name="AskedOn">When the request came in.</param>
/// <param name="Kind">What was asked.</param>
/// <param name="DecidedOn">When it was decided.</param>
/// <param name="Outcome">What was decided; null when the words say it.</param>
/// <param name="Text">The words of the decision.</param>
/// <param name="Grounds">The grounds that the letter names.</param>
public sealed record DecisionLetter(string Municipality, string Number, string AskedOn, string Kind, string DecidedOn, string? Outcome, string Text, IReadOnlyList<string> Grounds)
{
    /// <summary>What the person can do.</summary>
    public static IReadOnlyList<string> WhatNow { get; } =
    [
        "Bent u het niet eens met dit besluit? Dan kunt u binnen zes weken bezwaar maken bij de burgemeester (Algemene wet bestuursrecht).",
        "U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens.",
        "Hebt u een vraag, of wilt u deze brief liever in een gesprek of in een andere taal? Neem dan contact op met de gemeente.",
    ];

    /// <summary>The letter as a document to save.</summary>
    public CovenantDocument ToDocument() => new(
        "Besluit op uw verzoek",
        $"Gemeente {Municipality}",
        "",
        false,
        $"Zaak {Number}",
        [new Fact("Datum", DecidedOn), new Fact("Uw verzoek van", AskedOn), new Fact("U vroeg om", Kind), new Fact("Zaak", Number)],
        [
            .. Outcome is null ? [] : new Block[] { new Heading(Heading.Part, Outcome, "besluit") },
            new Paragraph(Text),
            .. Grounds.Count == 0 ? [] : new Block[] { new Paragraph("Dit besluit rust op:"), new Bullets(Grounds) },
            new Heading(Heading.Part, "Wat kunt u doen?", "wat-nu"),
            new Bullets(WhatNow),
        ]);
}
