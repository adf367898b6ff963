using System.Security;
using CotnvPga.Identity.Keys;

namespace CotnvPga.Identity.Tests.Keys;

public sealed class PortalKeysTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"cotnvpga-sleutels-{Guid.NewGuid():n}");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Keys_are_made_once_for_the_owner_only_and_survive_a_restart()
    {
        using var first = PortalKeys.Open(folder);
        using var second = PortalKeys.Open(folder);

        second.Signing.KeyId.ShouldBe(first.Signing.KeyId);
        second.CommandLine.KeyId.ShouldBe(first.CommandLine.KeyId);
        second.Encryption.Key.ShouldBe(first.Encryption.Key);
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ShouldAllBe(f => File.GetUnixFileMode(f) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Two_that_start_at_the_same_time_end_with_the_same_keys()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            using var keys = PortalKeys.Open(folder);
            return keys.Signing.KeyId;
        })));

        ids.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_key_that_others_can_read_stops_the_start()
    {
        PortalKeys.Open(folder).Dispose();
        File.SetUnixFileMode(
            Path.Combine(folder, "oidc", "ondertekenen.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Should.Throw<SecurityException>(() => PortalKeys.Open(folder)).Message.ShouldContain("0600");
    }
}
