using System.Security.Cryptography;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Identity.Tests.Keys;

/// <summary>Portals beside each other read what the other sealed, and nobody else does.</summary>
public sealed class SharedKeyRingTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task What_one_portal_seals_the_other_opens()
    {
        await using var other = new TestPortal(demo.Database, settings: ("Pga:Sleutels", demo.Portal.KeysFolder));

        var text = Protector(demo.Portal).Protect("een concept");

        Protector(other).Unprotect(text).ShouldBe("een concept");
        Directory.Exists(Path.Combine(demo.Portal.KeysFolder, "dp")).ShouldBeFalse("a portal keeps nothing of its own");
    }

    [Fact]
    public async Task A_copy_of_the_table_opens_nothing_without_the_key_beside_it()
    {
        var text = Protector(demo.Portal).Protect("een concept");
        await using var stranger = new TestPortal(demo.Database);

        Should.Throw<CryptographicException>(() => Protector(stranger).Unprotect(text));
    }

    [Fact]
    public async Task The_table_holds_no_readable_key()
    {
        Protector(demo.Portal).Protect("een concept");

        var rows = await demo.WithAsync<IdentityContext, List<RingKeyRow>>(context => context.RingKeys.ToListAsync());

        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row => !System.Text.Encoding.UTF8.GetString(row.Sealed).Contains("key", StringComparison.OrdinalIgnoreCase));
    }

    private static IDataProtector Protector(TestPortal portal) => portal.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("proef");
}
