using CotnvPga.Domain.Steps;

namespace CotnvPga.Cli.Demo;

/// <summary>One demo case as a story: what happened, in order. The names are those of the YAML.</summary>
/// <param name="Verhaal">Its name, such as <c>V02 Daan, 15 jaar</c>.</param>
/// <param name="Gemeente">Code of the municipality.</param>
/// <param name="Gebeurtenissen">What happened.</param>
internal sealed record Story(string Verhaal, string Gemeente, IReadOnlyList<StoryEvent> Gebeurtenissen);

/// <summary>Something that happened: exactly one of the members after <paramref name="Door"/> says what.</summary>
/// <param name="Door">Who did it, each in turn: names of demo accounts, without the municipality where that is the story's own.</param>
internal sealed record StoryEvent(
    IReadOnlyList<string>? Door,
    StoryReport? Melding,
    StorySignal? Signaal,
    IReadOnlyList<StoryItem>? Gegevens,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Noodzaak,
    StoryShield? Afscherming,
    StoryJudgement? Oordeel,
    string? Stap,
    StepWords? Woorden,
    StoryAdmission? Toelating,
    StoryRecord? Stuk,
    StoryTransfer? Overdracht,
    StoryInterest? Uitsluiting);

/// <summary>A report by somebody without an account.</summary>
internal sealed record StoryReport(string Aan, string Omschrijving, IReadOnlyDictionary<string, string>? Persoon, string? Melder, string? SoortMelder);

/// <summary>A signal that a party registers itself.</summary>
internal sealed record StorySignal(string Aanleiding, string? Aan, IReadOnlyList<StoryItem>? Gegevens);

/// <summary>An item; <paramref name="Voor"/> says per other party why that one needs it too.</summary>
internal sealed record StoryItem(
    string Veld, string Waarde, string? Noodzaak, string? NoodzaakBijzonder, string? Bijzonder, string? Verstrekker,
    IReadOnlyDictionary<string, string>? Voor, string? Wpg, string? Wjsg);

/// <summary>The supplier holds an item back.</summary>
internal sealed record StoryShield(string Veld, string Reden);

/// <summary>A judgement: per criterion what was found and what speaks against it.</summary>
internal sealed record StoryJudgement(string Oordeel, IReadOnlyDictionary<string, StoryFinding> Criteria, string Motivering);

/// <summary>What was found on one criterion.</summary>
internal sealed record StoryFinding(string Bevinding, string ContraIndicatie);

/// <summary>A record beside the steps.</summary>
/// <param name="Soort">Code of its kind.</param>
/// <param name="Velden">Per field the answer; for a field of records <c>alle</c> stands for all that stand.</param>
/// <param name="Bij">The kind of record that it is about: the newest one.</param>
internal sealed record StoryRecord(string Soort, IReadOnlyDictionary<string, string> Velden, string? Bij);

/// <summary>What may go along is laid ready for another municipality.</summary>
internal sealed record StoryTransfer(string Gemeente, string Toelichting);

/// <summary>A guest for one meeting.</summary>
internal sealed record StoryAdmission(string Partij, string Persoon, string Organisatie, string Grondslag, string Doel, string Overleg);

/// <summary>A colleague who is kept out of the case because of an interest of its own.</summary>
internal sealed record StoryInterest(string Persoon, string Reden, string VraagAan);
