namespace CotnvPga.Data.Attachments;

/// <summary>
/// Where an engine against malware is joined on. What a document may not be able to do is tested without one
/// (<see cref="Domain.Attachments.NewAttachment"/>); known malware in a document that does nothing by itself is found by an engine only.
/// </summary>
public interface IVirusScanner
{
    /// <summary>Its name, kept with every document that it looked at; null when it does not look.</summary>
    string? Name { get; }

    /// <summary>Whether the document is clean.</summary>
    Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel);
}

/// <summary>There is no engine: every document is kept with that said about it.</summary>
public sealed class NoVirusScanner : IVirusScanner
{
    public string? Name => null;

    public Task<bool> IsCleanAsync(ReadOnlyMemory<byte> content, CancellationToken cancel) => Task.FromResult(true);
}
