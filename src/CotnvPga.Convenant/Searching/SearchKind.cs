namespace CotnvPga.Convenant.Searching;

/// <summary>What is looked for.</summary>
public enum SearchKind
{
    /// <summary>Who may do this with that.</summary>
    Subject,

    /// <summary>With what somebody may do this.</summary>
    Resource,

    /// <summary>What somebody may do with that.</summary>
    Action,
}

/// <summary>Where a question names what is looked for.</summary>
internal static class SearchKinds
{
    private static readonly string[] Entities = ["subject", "resource", "action"];
    private static readonly string[] Keys = ["subject.id", "resource.id", "action.name"];

    /// <summary>The members that name the three entities of a question.</summary>
    public static IReadOnlyList<string> AllKeys => Keys;

    /// <summary>The entity that is looked for, such as <c>subject</c>.</summary>
    public static string Entity(this SearchKind kind) => Entities[(int)kind];

    /// <summary>The member that the question leaves open, such as <c>subject.id</c>.</summary>
    public static string Key(this SearchKind kind) => Keys[(int)kind];
}
