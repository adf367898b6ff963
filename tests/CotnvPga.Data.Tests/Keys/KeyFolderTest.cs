using CotnvPga.Data.Keys;
using CotnvPga.TestHost.Cases;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Data.Tests.Keys;

/// <summary>A test with a folder of keys of its own beside its database.</summary>
public abstract class KeyFolderTest : CaseTest
{
    /// <summary>Where the keys are.</summary>
    protected string Folder { get; } = TestKeys.NewFolder();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected override Task<CaseWorld> NewWorldAsync() => CaseWorld.CreateAsync(KeyFolder.OpenOrCreate(Folder));
}
