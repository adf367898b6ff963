namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>One place in the list of covenants.</summary>
/// <param name="Code">Code of the municipality, or the word for the national covenant.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">What holds there today.</param>
/// <param name="HasLocal">Whether a local covenant is in force.</param>
/// <param name="Note">What else to know: days, or what holds without a local covenant.</param>
public sealed record CovenantLine(string Code, string Name, string Version, bool HasLocal, string Note);

/// <summary>A chapter to read.</summary>
/// <param name="Anchor">Its name for links.</param>
/// <param name="Title">Its title with its number.</param>
/// <param name="Clauses">Its articles.</param>
public sealed record ChapterView(string Anchor, string Title, IReadOnlyList<ClauseView> Clauses);

/// <summary>An article to read.</summary>
/// <param name="Anchor">Its name for links.</param>
/// <param name="Title">Its number and title.</param>
/// <param name="Text">Its text, with choices filled in.</param>
/// <param name="IsHard">Whether nobody can depart from it.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Articles">What it rests on.</param>
/// <param name="Choice">What the municipality could choose and chose; null when nothing.</param>
/// <param name="OpenTerm">What must be recorded when its open term is applied; null when it has none.</param>
/// <param name="Trial">The trial that it is; null when it is none.</param>
/// <param name="Examples">Worked examples.</param>
/// <param name="Rules">What the engine does with it.</param>
public sealed record ClauseView(
    string Anchor,
    string Title,
    string Text,
    bool IsHard,
    string Certainty,
    string Articles,
    string? Choice,
    string? OpenTerm,
    string? Trial,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> Rules);
