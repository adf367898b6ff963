using System.Net;
using AngleSharp.Html.Dom;

namespace CotnvPga.TestHost.Pages;

/// <summary>What somebody got who opened a page.</summary>
/// <param name="Account">Who; null for somebody who is not logged in.</param>
/// <param name="Route">Which page.</param>
/// <param name="State">Which of its states: the same page in another phase, or for another step, is another state.</param>
/// <param name="Path">The address.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="Document">The page.</param>
/// <param name="Bytes">What was sent over the line: head and body, as the browser asks for it.</param>
public sealed record PageVisit(string? Account, PageRoute Route, string State, string Path, HttpStatusCode Status, IHtmlDocument Document, int Bytes)
{
    /// <summary>The headers that came along.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Who saw what, for messages.</summary>
    public override string ToString() => $"{Account ?? "niemand"} {State}";
}
