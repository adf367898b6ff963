using System.Security.Cryptography;
using CotnvPga.Domain.LogChain;
using NodaTime;

namespace CotnvPga.Domain.Tests.LogChain;

/// <summary>A checkpoint says what was signed, to whoever has the public key, and nothing once one sign of it was changed.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 12, 0);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa _other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public void What_was_signed_is_read_back()
    {
        var text = Signed();
        var read = Checkpoint.Read(text, _key).ShouldNotBeNull();
        (read.Size, read.At).ShouldBe((5, Now));
        read.Edge().Root().ShouldBe(read.Root);
    }

    [Fact]
    public void Another_key_reads_nothing() => Checkpoint.Read(Signed(), _other).ShouldBeNull();

    [Fact]
    public void A_text_with_one_sign_changed_is_no_checkpoint()
    {
        var text = Signed();
        for (var i = 0; i < text.TrimEnd().Length; i++)
        {
            // The last sign of a word in base64 can hold bits that say nothing; those outside the signed words change nothing that is said.
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            if (Checkpoint.Read(changed, _key) is { } read)
                read.Root.ShouldBe(Checkpoint.Read(text, _key)!.Root, $"sign {i}");
            if (i < text.IndexOf("\n\n", StringComparison.Ordinal))
                Checkpoint.Read(changed, _key).ShouldBeNull($"sign {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("cotnvpga-ijkpunt/1\n5\n\n— x y\n")]
    [InlineData("\n\n— a b c d\n")]
    public void What_is_no_checkpoint_is_none(string text) => Checkpoint.Read(text, _key).ShouldBeNull();

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private string Signed()
    {
        var tree = new MerkleFrontier();
        for (byte i = 0; i < 5; i++)
            tree.Add(MerkleFrontier.HashOf([i]));
        return Checkpoint.Sign(tree, ChainLink.Beginning, Now, _key);
    }
}
