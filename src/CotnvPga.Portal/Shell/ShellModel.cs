namespace CotnvPga.Portal.Shell;

/// <summary>What stands around every page.</summary>
/// <param name="Person">Who is logged in; null before that.</param>
/// <param name="Links">The navigation.</param>
/// <param name="Notices">What everybody must know about the covenant that decides.</param>
/// <param name="IsDemo">True when all cases are made up.</param>
public sealed record ShellModel(ShellPerson? Person, IReadOnlyList<ShellLink> Links, IReadOnlyList<ShellNotice> Notices, bool IsDemo)
{
    /// <summary>Where people go every day.</summary>
    public IEnumerable<ShellLink> Daily => Links.Where(l => !l.IsSeldom);

    /// <summary>Where they go now and then: behind one entry, so that the rest stays one line.</summary>
    public IReadOnlyList<ShellLink> Seldom => [.. Links.Where(l => l.IsSeldom)];
}

/// <summary>Something that stands on every page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Municipality">Code of the municipality whose covenant it is about; null when it is about none.</param>
/// <param name="Page">The page on which to do something about it; null when there is nothing to do.</param>
/// <param name="Action">The words of the link to that page.</param>
public sealed record ShellNotice(string Text, string? Municipality = null, string? Page = null, string? Action = null);

/// <summary>Who is logged in, as the header names them.</summary>
/// <param name="Name">Name of the person.</param>
/// <param name="Function">Party, role and place in words.</param>
public sealed record ShellPerson(string Name, string Function)
{
    /// <summary>At most two letters, for the round mark.</summary>
    public string Initials => string.Concat(Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words
        ? new[] { words[0], words[^1] }.Distinct().Select(w => char.ToUpperInvariant(w[0])) : []);
}

/// <summary>One entry of the navigation.</summary>
/// <param name="Page">The Razor page.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Below">Folders of the pages that are reached from there.</param>
public sealed record ShellLink(string Page, string Label, params IReadOnlyList<string> Below)
{
    /// <summary>How many things wait there; nothing is shown when there are none.</summary>
    public int Count { get; init; }

    /// <summary>Whether people go there now and then only.</summary>
    public bool IsSeldom { get; init; }

    /// <summary>The <c>aria-current</c> of this entry on a page: itself, a page below it, or neither.</summary>
    public string? Current(string page) =>
        page == Page ? "page" : Below.Any(folder => page.StartsWith(folder, StringComparison.Ordinal)) ? "true" : null;
}
