namespace CotnvPga.Portal.Shell;

/// <summary>Gathers what stands around every page: who is logged in, where they can go, and what they must know.</summary>
public sealed class ShellService
{
    /// <summary>The shell of this request.</summary>
    public Task<ShellModel> LoadAsync(CancellationToken cancel) => Task.FromResult(new ShellModel(null, [], null, false));
}
