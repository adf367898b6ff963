using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CotnvPga.TestHost.Pages;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>A form of a page, filled in as somebody would: the right kind of answer in every field, with a text of choice wherever one types.</summary>
public sealed class SentForm
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    private SentForm(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>What was typed, by field: it must not get lost.</summary>
    public Dictionary<string, string> Typed { get; } = [];

    /// <summary>The forms of a page with which something is sent; not the one in the head, which is on every page.</summary>
    public static IReadOnlyList<IHtmlFormElement> Of(IHtmlDocument document) => [.. document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")];

    /// <summary>What makes a form another form: its page, its step or kind of record, and what it asks.</summary>
    public static string KeyOf(PageVisit visit, IHtmlFormElement form) =>
        $"{visit.Route.Pattern} {string.Join('/', visit.State.Split('?')[0].Split('/').Skip(4))} {string.Join(',', Fields(form).Select(f => f.GetAttribute("name")).Distinct())}";

    /// <summary>Fills a form in.</summary>
    /// <param name="form">The form.</param>
    /// <param name="at">The address of its page.</param>
    /// <param name="text">What is typed; null to leave everything as it is shown.</param>
    /// <param name="day">What is typed where a day is asked; null for one next month.</param>
    public static SentForm Fill(IHtmlFormElement form, Uri at, string? text, string? day = null)
    {
        var sent = new SentForm(new Uri(at, form.GetAttribute("action") is { Length: > 0 } action ? action : at.PathAndQuery));
        foreach (var group in Fields(form).GroupBy(f => f.GetAttribute("name")!))
            sent.Answer(group.Key, [.. group], text, day ?? DateTimeOffset.UtcNow.AddDays(40).ToString("yyyy-MM-dd", null));
        // The button that sends the form: the first that does not keep, add or throw away.
        if (form.QuerySelector<IHtmlButtonElement>("button[name].utrecht-button--primary-action") is { } main)
            sent._fields.Add(new(main.Name!, main.Value!));
        else if (form.QuerySelectorAll<IHtmlButtonElement>("button[name]").FirstOrDefault(b => b.Name is not "bewaar" && b.Value is not null && !b.Value.Contains("rij", StringComparison.Ordinal)) is { } button
            && !form.QuerySelectorAll<IHtmlButtonElement>("button").Any(b => b.Name is null or "" && !b.ClassList.Contains("portal-onzichtbaar")))
        {
            sent._fields.Add(new(button.Name!, button.Value!));
        }
        return sent;
    }

    /// <summary>The same form with one text replaced, as somebody sends it who went back.</summary>
    public SentForm WithOtherWords(string text)
    {
        var other = new SentForm(Address);
        foreach (var (name, value) in _fields)
            other._fields.Add(new(name, Typed.GetValueOrDefault(name) == value ? text : value));
        foreach (var name in Typed.Keys)
            other.Typed[name] = text;
        return other;
    }

    public HttpContent Content() => new FormUrlEncodedContent(_fields);

    private static IEnumerable<IElement> Fields(IHtmlFormElement form) => form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(f => f.Closest("[aria-hidden=true]") is null);

    private void Answer(string name, List<IElement> same, string? text, string day)
    {
        switch (same[0])
        {
            case IHtmlTextAreaElement area:
                Type(name, text ?? area.Value);
                break;
            case IHtmlSelectElement select:
                _fields.Add(new(name, (text is null ? select.Options.FirstOrDefault(o => o.IsSelected) : select.Options.FirstOrDefault(o => o.Value.Length > 0))?.Value ?? ""));
                break;
            case IHtmlInputElement { Type: "hidden" }:
                _fields.AddRange(same.OfType<IHtmlInputElement>().Select(i => new KeyValuePair<string, string>(name, i.Value)));
                break;
            case IHtmlInputElement { Type: "radio" }:
                if ((text is null ? same.OfType<IHtmlInputElement>().FirstOrDefault(i => i.IsChecked) : same.OfType<IHtmlInputElement>().First()) is { } chosen)
                    _fields.Add(new(name, chosen.Value));
                break;
            case IHtmlInputElement { Type: "checkbox" }:
                _fields.AddRange(same.OfType<IHtmlInputElement>().Where(i => text is not null || i.IsChecked).Select(i => new KeyValuePair<string, string>(name, i.Value)));
                break;
            case IHtmlInputElement { Type: "date" } date:
                _fields.Add(new(name, text is null ? date.Value : day));
                break;
            // A browser never fills in a document again: who sends one chooses it again.
            case IHtmlInputElement { Type: "file" }:
                break;
            case IHtmlInputElement { Type: "number" } number:
                _fields.Add(new(name, text is null ? number.Value : "1"));
                break;
            case IHtmlInputElement input:
                Type(name, text ?? input.Value);
                break;
        }
    }

    private void Type(string name, string text)
    {
        _fields.Add(new(name, text));
        if (text.Length > 0)
            Typed[name] = text;
    }
}
