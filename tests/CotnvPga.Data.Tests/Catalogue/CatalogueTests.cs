namespace CotnvPga.Data.Tests.Catalogue;

/// <summary>The database is the last line: what its catalogue says of tables, policies, rights and roles, and that a new table without them is told.</summary>
public sealed class CatalogueTests : CaseTest
{
    private string Here => World.Database.AdministratorConnection;

    [Fact]
    public async Task Every_table_of_cases_is_protected_also_from_its_owner_and_no_right_is_wider_than_the_work()
    {
        (await CatalogueRules.UnprotectedAsync(Here)).ShouldBeEmpty();
        (await CatalogueRules.MisplacedAsync(Here)).ShouldBeEmpty();
        (await CatalogueRules.WithoutTicketAsync(Here)).ShouldBeEmpty();
        (await CatalogueRules.TooWideAsync(Here)).ShouldBeEmpty();
        (await CatalogueRules.RolesAsync(Here)).ShouldBeEmpty();
        (await CatalogueRules.FunctionsAndViewsAsync(Here)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_belongs_to_a_case_is_found_from_the_case_without_reading_those_of_the_whole_country()
    {
        (await CatalogueRules.WithoutIndexAsync(Here)).ShouldBeEmpty();
        await AsSuperuser("create table zaak.nieuw (id uuid, signaal_id uuid references zaak.signaal)");
        (await CatalogueRules.WithoutIndexAsync(Here)).ShouldBe(["zaak.nieuw (signaal_id)"]);
    }

    [Theory]
    [InlineData("create table zaak.nieuw (id uuid)", "zaak.nieuw")]
    [InlineData("create table zaak.nieuw (id uuid); alter table zaak.nieuw enable row level security", "zaak.nieuw")]
    [InlineData("create schema nieuw; create table nieuw.tabel (id uuid)", "nieuw.tabel")]
    [InlineData("create table public.nieuw as select * from zaak.gegeven", "public.nieuw")]
    [InlineData("create materialized view zaak.nieuw as select * from zaak.gegeven", "zaak.nieuw")]
    [InlineData("alter table zaak.weging no force row level security", "zaak.weging")]
    [InlineData("alter table zaak.logboek disable row level security", "zaak.logboek")]
    public async Task A_table_without_protection_is_told(string planted, string told)
    {
        await AsSuperuser(planted);
        (await CatalogueRules.UnprotectedAsync(Here)).ShouldBe([told]);
    }

    [Theory]
    [InlineData("create table identiteit_kopie (signaal_id uuid)", "public.identiteit_kopie signaal_id")]
    [InlineData("alter table proces.stap add column voorbeeld uuid references zaak.signaal", "proces.stap voorbeeld")]
    public async Task Something_of_a_case_where_no_case_belongs_is_told(string planted, string told)
    {
        await AsSuperuser(planted);
        (await CatalogueRules.MisplacedAsync(Here)).ShouldBe([told]);
    }

    [Theory]
    [InlineData("create policy open on zaak.gegeven for select to pga_app using (true)", "zaak.gegeven: open")]
    [InlineData("create policy open on zaak.sleutel using (signaal_id is not null)", "zaak.sleutel: open")]
    public async Task A_policy_that_asks_for_no_ticket_is_told(string planted, string told)
    {
        await AsSuperuser(planted);
        (await CatalogueRules.WithoutTicketAsync(Here)).ShouldBe([told]);
    }

    [Theory]
    [InlineData("grant delete on zaak.gegeven to pga_app", "pga_app zaak.gegeven DELETE")]
    [InlineData("grant update on zaak.signaal to pga_app", "pga_app zaak.signaal UPDATE")]
    [InlineData("grant truncate on zaak.logboek to pga_app", "pga_app zaak.logboek TRUNCATE")]
    [InlineData("grant update on proces.stap to pga_app", "pga_app proces.stap UPDATE")]
    [InlineData("grant select on zaak.gegeven to pga_taken", "pga_taken zaak.gegeven SELECT")]
    [InlineData("grant select on zaak.logboek to pga_controle", "pga_controle zaak.logboek SELECT")]
    [InlineData("grant select on telling.teller to pga_statistiek", "pga_statistiek telling.teller SELECT")]
    [InlineData("grant select on zaak.signaal to public", "PUBLIC zaak.signaal SELECT")]
    public async Task A_right_that_is_too_wide_is_told(string planted, string told)
    {
        await AsSuperuser(planted);
        (await CatalogueRules.TooWideAsync(Here)).ShouldBe([told]);
    }

    [Theory]
    [InlineData("create function toegang.nieuw() returns int language sql security definer as 'select 1'; revoke execute on function toegang.nieuw() from public", "toegang.nieuw() runs as its owner with a path of the caller")]
    [InlineData("create function toegang.nieuw() returns int language sql security definer set search_path = pg_catalog as 'select 1'; grant execute on function toegang.nieuw() to public", "toegang.nieuw() is open to all")]
    [InlineData("create view zaak.nieuw as select * from zaak.signaal; grant select on zaak.nieuw to pga_app", "zaak.nieuw reads past the policies")]
    public async Task A_way_around_the_policies_is_told(string planted, string told)
    {
        await AsSuperuser(planted);
        (await CatalogueRules.FunctionsAndViewsAsync(Here)).ShouldBe([told]);
    }

    [Fact]
    public async Task The_owner_is_under_the_policies_too()
    {
        await Table.InWeighing();
        await AsSuperuser("drop policy eigenaar on zaak.signaal");
        await using var connection = new Npgsql.NpgsqlConnection(World.Database.OwnerConnection);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from zaak.signaal", connection);
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }
}
