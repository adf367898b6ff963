using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Instance;
using CotnvPga.Identity.Storage;
using CotnvPga.TestHost.Databases;

namespace CotnvPga.Identity.Tests.Demo;

public sealed class DemoAccountsTests : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"cotnvpga-zaaien-{Guid.NewGuid():n}");
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateEmptyAsync();
        await IdentityMigrations.ApplyAsync(database.OwnerConnection, InstanceKind.Demo);
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Everybody_of_the_contract_is_there_with_a_password_of_their_own()
    {
        string[] municipalities = ["voorbeeldstad", "modelveen", "polderdam"];
        string[] functions = ["coordinator", "zorg", "politie", "om", "reclassering", "rvdk"];
        string[] others =
        [
            "plaatsvervanger.voorbeeldstad", "politie.eenheid", "om.parket", "procesregisseur.zvh", "nctv.adviseur", "nctv.compliance",
            "nctv.rapportage", "fg.voorbeeldstad", "rac.landelijk", "auditor.landelijk", "beheer.landelijk",
        ];

        var passwords = await SeedAsync();

        passwords.Select(p => p.Account).ShouldBe(
            [.. municipalities.SelectMany(m => functions.Select(f => $"{f}.{m}")), .. others], ignoreOrder: true);
        passwords.Select(p => p.Wachtwoord).Distinct().Count().ShouldBe(passwords.Count);
        passwords.ShouldAllBe(p => p.Wachtwoord.Length >= 12);
    }

    [Fact]
    public async Task Seeding_again_keeps_the_passwords_and_losing_the_file_makes_new_ones()
    {
        var first = await SeedAsync();
        var again = await SeedAsync();
        File.Delete(Path.Combine(folder, "demo.json"));
        var renewed = await SeedAsync();

        again.ShouldBe(first);
        renewed.Select(p => p.Account).ShouldBe(first.Select(p => p.Account));
        renewed.Select(p => p.Wachtwoord).Intersect(first.Select(p => p.Wachtwoord)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_passwords()
    {
        await SeedAsync();

        File.GetUnixFileMode(Path.Combine(folder, "demo.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await File.ReadAllTextAsync(Path.Combine(folder, "demo.json"))).ShouldContain("\"account\": \"politie.voorbeeldstad\"");
    }

    private Task<IReadOnlyList<DemoPassword>> SeedAsync() => DemoAccounts.SeedAsync(database.OwnerConnection, folder, TimeProvider.System);
}
