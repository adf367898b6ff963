namespace CotnvPga.Convenant;

/// <summary>How sure it is that the law says so, from high to low.</summary>
public enum Certainty
{
    /// <summary>It stands in the text.</summary>
    Vastgesteld,

    /// <summary>Derived: the strictest reading that still lets everyone do the task the law gives.</summary>
    Afgeleid,

    /// <summary>Not verified.</summary>
    NietGeverifieerd,
}

/// <summary>The codes of <see cref="Certainty"/>.</summary>
public static class CertaintyCodes
{
    /// <summary>The codes, from high to low.</summary>
    public static IReadOnlyList<string> All { get; } = ["vastgesteld", "afgeleid", "niet_geverifieerd"];

    /// <summary>The code of a certainty.</summary>
    public static string Code(this Certainty certainty) => All[(int)certainty];
}
