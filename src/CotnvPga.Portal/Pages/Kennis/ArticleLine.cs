namespace CotnvPga.Portal.Pages.Kennis;

/// <summary>An article in a list.</summary>
/// <param name="Code">Part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Piece">A piece of it.</param>
/// <param name="Standing">Who stands for it.</param>
public sealed record ArticleLine(string Code, string Title, string Kind, string Piece, string Standing);

/// <summary>An article of the law and what rests on it here.</summary>
/// <param name="Citation">How it is cited.</param>
/// <param name="Title">What it is about, in our words.</param>
/// <param name="Steps">Steps and acts that rest on it.</param>
/// <param name="Records">Records that rest on it.</param>
/// <param name="Rules">How many rules about who sees what rest on it.</param>
public sealed record LawArticle(string Citation, string Title, IReadOnlyList<string> Steps, IReadOnlyList<string> Records, int Rules);
