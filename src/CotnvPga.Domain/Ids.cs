namespace CotnvPga.Domain;

/// <summary>A case: the signal and all that follows from it.</summary>
public readonly record struct SignalId(Guid Value)
{
    public static SignalId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString("D");
}

/// <summary>One item (<c>gegeven</c>) of a case.</summary>
public readonly record struct ItemId(Guid Value)
{
    public static ItemId New() => new(Guid.NewGuid());

    public override string ToString() => Value.ToString("D");
}

/// <summary>The account of a person.</summary>
public readonly record struct AccountId(Guid Value)
{
    public override string ToString() => Value.ToString("D");
}

/// <summary>A municipality, by its four-digit code.</summary>
public readonly record struct Municipality(string Code)
{
    public override string ToString() => Code;
}
