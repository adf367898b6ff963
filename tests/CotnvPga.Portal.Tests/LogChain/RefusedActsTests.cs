using System.Net;
using System.Net.Http.Json;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Portal.Tests.LogChain;

/// <summary>What is refused or fails is undone, and written down nevertheless: who, what, about which case, with which result, from where (BIO2 8.15.01).</summary>
public sealed class RefusedActsTests : IAsyncLifetime
{
    private CanaryPortal _portal = null!;

    public async Task InitializeAsync() => _portal = await CanaryPortal.StartAsync();

    public Task DisposeAsync() => _portal.DisposeAsync().AsTask();

    [Fact]
    public async Task What_one_may_not_know_may_not_do_and_may_not_do_now_is_a_line_and_the_act_is_not()
    {
        var id = await _portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        var stranger = await _portal.ProgramAsync("politie.modelveen");
        (await stranger.GetAsync($"/api/v1/signalen/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await _portal.BrowserAsync("politie.modelveen")).GetAsync($"/signalen/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await _portal.ProgramAsync("om.voorbeeldstad")).PostAsJsonAsync($"/api/v1/signalen/{id}/stappen", new { stap = 7 })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await (await _portal.ProgramAsync("om.voorbeeldstad")).PostAsJsonAsync($"/api/v1/signalen/{id}/stappen", new { stap = "weging_vaststellen" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await (await _portal.ProgramAsync("politie.voorbeeldstad")).PostAsJsonAsync($"/api/v1/signalen/{id}/verzoeken", new { soort = "inzage", namens = "betrokkene" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await LinesAsync()).ShouldBe(
        [
            $"politie.modelveen GET /api/v1/signalen/{{id}} {id} niet_bekend 404",
            $"politie.modelveen GET /signalen/{{id:guid}} {id} niet_bekend 404",
            $"om.voorbeeldstad POST /api/v1/signalen/{{id}}/stappen {id} niet_nu 409",
            $"politie.voorbeeldstad POST /api/v1/signalen/{{id}}/verzoeken {id} niet_toegestaan 403",
        ], "what was filled in wrong is no refusal");
        (await ScalarAsync("select count(*) from zaak.stap where stap = 'weging_vaststellen'")).ShouldBe(0L);
        (await ScalarAsync("select count(*) from keten.poging where verzoek is null")).ShouldBe(0L, "each belongs to a trace");
        (await ScalarAsync("select sum(cardinality(ids))::bigint from keten.wacht where bron = 'toegang'")).ShouldBe(await ScalarAsync("select count(*) from identiteit.gebeurtenis"), "who logs in is in the same chain");
    }

    [Fact]
    public async Task A_fault_is_written_down_although_its_transaction_is_undone()
    {
        var id = await _portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        var before = await ScalarAsync("select count(*) from zaak.logboek where handeling = 'raadplegen'");
        // The engine's answer can no longer be written in the log: then nothing is shown.
        await _portal.Fixture.ExecuteAsync("alter table zaak.logboek add constraint kapot check (partij <> 'om') not valid");
        (await (await _portal.ProgramAsync("om.voorbeeldstad")).GetAsync($"/api/v1/signalen/{id}")).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);

        (await LinesAsync()).ShouldBe([$"om.voorbeeldstad GET /api/v1/signalen/{{id}} {id} fout 500"]);
        (await ScalarAsync("select count(*) from zaak.logboek where handeling = 'raadplegen'")).ShouldBe(before);
        (await ScalarAsync("select count(*) from keten.wacht where bron = 'poging'")).ShouldBe(1L, "it waits for its place in the chain");
    }

    [Fact]
    public async Task Who_is_not_logged_in_cannot_fill_the_log()
    {
        using var nobody = _portal.Fixture.Portal.Program();
        foreach (var address in new[] { $"/api/v1/signalen/{Guid.NewGuid()}", "/bestaat-niet", "/signalen/1", "/api/v1/bestaat-niet" })
            await nobody.GetAsync(address);
        (await LinesAsync()).ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        await using var connection = new NpgsqlConnection(_portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select a.user_name || ' ' || p.handeling || ' ' || coalesce(p.object::text, '-') || ' ' || p.uitkomst || ' ' || p.status from keten.poging p left join identiteit.account a on a.id = p.account order by p.id", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_portal.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
