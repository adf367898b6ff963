namespace CotnvPga.Portal.Pages.Signalen.Overleg;

/// <summary>An item that may go along, with the literal text.</summary>
public sealed record HandoverText(Guid Id, string Field, string Value, string Supplier, string Articles)
{
    /// <summary>The secrecy that goes along, to be read out (wpg:7.2, bpg:4.8); null when none.</summary>
    public string? Secrecy { get; init; }

    /// <summary>Who tested it and when; null when nobody did.</summary>
    public string? Tested { get; init; }

    /// <summary>Whether checking the text here counts as the test of who answers for the item.</summary>
    public bool TestsHere { get; init; }
}

/// <summary>An item that does not go along, and why. Only items that the person preparing it sees are here.</summary>
public sealed record HandoverRefusal(string Field, string Supplier, string Reason, string Articles);
