namespace CotnvPga.Faults.Ledger;

/// <summary>Something that was asked of the API under a key of its own.</summary>
/// <param name="Kind">What.</param>
/// <param name="Account">By whom.</param>
/// <param name="Path">The address.</param>
/// <param name="Key">The idempotency key: the same each time that it is sent.</param>
/// <param name="Body">What was sent.</param>
/// <param name="Case">The case it is about; null while that is being made.</param>
internal sealed record Write(WriteKind Kind, string Account, string Path, string Key, string Body, Guid? Case);

internal enum WriteKind
{
    /// <summary>A signal is registered.</summary>
    Signal,

    /// <summary>An item is added to one.</summary>
    Item,

    /// <summary>A step is taken in one.</summary>
    Step,
}
