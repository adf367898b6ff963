using CotnvPga.Data.Keys;
using CotnvPga.TestHost.Portals;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// The page of a case is read with one function that looks once who may see what. It may give no more and no less than the policies of the
/// tables: everybody in the demo opens every case, and it is read both ways.
/// </summary>
public sealed class SheetTests(PagesPortal pages) : IClassFixture<PagesPortal>
{
    // Beside every item stands something of everybody; who may see that it does, the policies say.
    private const string BesideItems = """
        set session_replication_role = replica;
        create temp table post as select row_number() over () as nr, p.partij, p.gemeente from (
          select distinct partij, case when random() < 0.2 then '9902' end as gemeente from zaak.omstandigheid where partij is not null union select verstrekker, null from zaak.gegeven) p;
        insert into zaak.gegeven_versie (id, signaal_id, gegeven_id, nummer, waarde, reden, namens, door, op)
          select gen_random_uuid(), g.signaal_id, g.id, n, '\x', '\x', g.verstrekker, gen_random_uuid(), now() - n * interval '1 hour' from zaak.gegeven g, generate_series(1, get_byte(decode(substr(g.id::text, 1, 2), 'hex'), 0) % 3) n on conflict do nothing;
        insert into zaak.kwaliteitstoets (id, signaal_id, gegeven_id, versie, inhoud, namens, door)
          select gen_random_uuid(), g.signaal_id, g.id, n, '\x', g.verstrekker, gen_random_uuid() from zaak.gegeven g, generate_series(1, 2) n;
        insert into zaak.wijzigingsvoorstel (id, signaal_id, gegeven_id, waarde, reden, namens, gemeente, door)
          select gen_random_uuid(), g.signaal_id, g.id, '\x', '\x', p.partij, p.gemeente, gen_random_uuid() from zaak.gegeven g, post p;
        insert into zaak.terugmelding (id, signaal_id, gegeven_id, partij, gemeente, soort)
          select gen_random_uuid(), g.signaal_id, g.id, p.partij, p.gemeente, 'correctie' from zaak.gegeven g, post p;
        insert into zaak.eerste_verstrekker (gegeven_id, signaal_id, verstrekker, gemeente)
          select g.id, g.signaal_id, g.verstrekker, '9902' from zaak.gegeven g where get_byte(decode(substr(g.id::text, 1, 2), 'hex'), 0) % 2 = 0 on conflict do nothing;
        reset session_replication_role
        """;

    [Fact]
    public Task The_sheet_of_a_case_gives_exactly_what_the_policies_give() => CompareAsync(PagesPortal.Few);

    [Fact]
    [Trait("Category", "Lang")]
    public Task The_sheet_of_a_case_gives_everybody_exactly_what_the_policies_give() => CompareAsync(PagesPortal.All);

    private async Task CompareAsync(IReadOnlyList<string?> people)
    {
        await using var source = NpgsqlDataSource.Create(pages.Fixture.Database.AdministratorConnection);
        await using (var beside = source.CreateCommand(BesideItems))
            await beside.ExecuteNonQueryAsync();
        await using var command = source.CreateCommand("select array_agg(id) from zaak.signaal");
        var cases = (Guid[])(await command.ExecuteScalarAsync())!;
        var filter = new SheetAgainstPolicies(KeyFolder.OpenOrCreate(pages.Fixture.Portal.KeysFolder));
        await using var portal = pages.Fixture.Portal.WithWebHostBuilder(host => host.ConfigureServices(services =>
            services.AddRazorPages().AddMvcOptions(o => o.Filters.Add(filter))));
        foreach (var account in people.OfType<string>())
        {
            using var browser = portal.CreateDefaultClient(pages.Fixture.Portal.Address, new CookieContainerHandler());
            (await browser.LogInAsync(account, PortalFixture.PasswordOf(account), "/werkvoorraad")).EnsureSuccessStatusCode();
            foreach (var id in cases)
                (await browser.GetAsync($"/signalen/{id}?{SheetAgainstPolicies.Mark}")).EnsureSuccessStatusCode();
        }
        filter.Differences.ShouldBeEmpty();
        filter.Asked.ShouldBeGreaterThan(0, "somebody is asked something");
        var (items, promised, records, judgements, marks) = filter.Compared;
        (items > 100 && promised > 10 && records > 20 && judgements > 10 && marks > 100).ShouldBeTrue($"else this tells little: {filter.Compared}");
    }
}
