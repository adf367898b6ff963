namespace CotnvPga.Domain.Interests;

/// <summary>How a conflict of interest is kept out of a case.</summary>
public enum InterestKind
{
    /// <summary>This person has no place in the case, for whatever party (deny list).</summary>
    Uitgesloten,

    /// <summary>Of this party only the persons named have a place in the case (allow list).</summary>
    Alleen,
}
