using CotnvPga.Domain;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Databases;
using CotnvPga.TestHost.Portals;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;

namespace CotnvPga.Identity.Tests.Demo;

public sealed class DemoTokensTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task On_the_host_everybody_in_the_demo_has_a_token_and_each_is_logged()
    {
        foreach (var person in DemoWorld.People)
        {
            var token = await AskAsync(person.UserName, "api");
            new JsonWebToken(token.Value).Subject.ShouldBe(person.Account.ToString());
        }

        (await CountAsync("token_uitgegeven", "gelukt", "opdrachtregel api")).ShouldBe(DemoWorld.People.Count);
    }

    [Fact]
    public async Task The_token_has_the_scopes_that_were_asked_for_and_lasts_a_quarter_of_an_hour()
    {
        var token = new JsonWebToken((await AskAsync("politie.voorbeeldstad", "api", "access.evaluate")).Value);

        token.GetClaim("scope").Value.ShouldBe("api access.evaluate");
        (token.ValidTo - token.IssuedAt).ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_real_account_never_gets_a_token_in_this_way()
    {
        await demo.ExecuteAsync("""
            insert into identiteit.account
              (id, user_name, normalized_user_name, display_name, is_demo, email_confirmed, two_factor_enabled, lockout_enabled, access_failed_count)
            values (gen_random_uuid(), 'echt.iemand', 'ECHT.IEMAND', 'Echt iemand', false, false, false, true, 0)
            """);

        var real = await AskAsync("echt.iemand", "api");
        var unknown = await AskAsync("bestaat.niet", "api");

        real.Refusal.ShouldBe(new NoDemoToken("Er is geen demo-account 'echt.iemand'."));
        unknown.Refusal.ShouldBe(new NoDemoToken("Er is geen demo-account 'bestaat.niet'."));
        (await CountAsync("token_uitgegeven", "geweigerd", "opdrachtregel api")).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_portal_outside_demo_mode_gives_no_token_even_to_who_has_the_key()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Work);
        await using var portal = new TestPortal(database, isDemo: false);
        using var http = portal.Program();
        var instance = new DemoInstance(portal.Address, demo.Portal.KeysFolder);
        _ = demo.Portal.Services;

        var token = await new DemoTokens(http, portal.Clock).AskAsync(instance, "politie.voorbeeldstad", ["api"], CancellationToken.None);

        token.Refusal.ShouldBeOfType<NoDemoToken>().Message.ShouldStartWith("Dit portaal geeft geen token: het draait niet in demostand");
    }

    [Fact]
    public async Task A_key_that_others_can_read_is_not_used()
    {
        _ = demo.Portal.Services;
        var folder = Directory.CreateTempSubdirectory("cotnvpga-open-").FullName;
        var open = Path.Combine(folder, "cli.key");
        File.Copy(Path.Combine(demo.Portal.KeysFolder, "cli.key"), open);
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var token = await AskAsync(new DemoInstance(demo.Portal.Address, folder), "politie.voorbeeldstad", "api");

        token.Refusal.ShouldBeOfType<NoDemoToken>().Message.ShouldContain("0600");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_key_is_not_shown_to_another_machine()
    {
        _ = demo.Portal.Services;

        var token = await AskAsync(new DemoInstance(new Uri("http://elders.example/"), demo.Portal.KeysFolder), "politie.voorbeeldstad", "api");

        token.Refusal.ShouldBeOfType<NoDemoToken>().Message.ShouldContain("geen adres van deze computer");
    }

    [Fact]
    public async Task Without_a_portal_the_message_says_so()
    {
        _ = demo.Portal.Services;
        using var http = new HttpClient();
        // Port 1 is reserved and nothing listens on it.
        var instance = new DemoInstance(new Uri("http://127.0.0.1:1/"), demo.Portal.KeysFolder);

        var token = await new DemoTokens(http, TimeProvider.System).AskAsync(instance, "politie.voorbeeldstad", ["api"], CancellationToken.None);

        token.Refusal.ShouldBe(new NoDemoToken("Er draait geen portaal op http://127.0.0.1:1/."));
    }

    private Task<Result<string>> AskAsync(string userName, params string[] scopes)
    {
        _ = demo.Portal.Services;
        return AskAsync(new DemoInstance(demo.Portal.Address, demo.Portal.KeysFolder), userName, scopes);
    }

    private async Task<Result<string>> AskAsync(DemoInstance instance, string userName, params string[] scopes)
    {
        using var http = demo.Portal.Program();
        return await new DemoTokens(http, demo.Portal.Clock).AskAsync(instance, userName, scopes, CancellationToken.None);
    }

    private async Task<long> CountAsync(string action, string outcome, string detail)
    {
        await using var source = NpgsqlDataSource.Create(demo.Database.AppConnection);
        await using var command = source.CreateCommand("select count(*) from identiteit.gebeurtenis where action = $1 and outcome = $2 and detail = $3");
        command.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = action }, new() { Value = outcome }, new() { Value = detail } });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
