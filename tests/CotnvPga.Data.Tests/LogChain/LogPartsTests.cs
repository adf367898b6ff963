using CotnvPga.Data.LogChain;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.LogChain;

/// <summary>The log of who saw what is kept in parts of five million lines, made well before they are needed.</summary>
public sealed class LogPartsTests : CaseTest
{
    private const long LastOfFirst = 4_999_999;

    [Fact]
    public async Task A_line_goes_where_its_number_belongs_and_the_chain_goes_on_over_the_parts()
    {
        using var log = new ChainLog(World);
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        await AsSuperuser($"select setval('zaak.logboek_nr', {LastOfFirst - 2})");
        for (var i = 0; i < 4; i++)
            Done(await Table.Open(Table.Om, id));
        ((long)(await AsSuperuser("select count(*) from zaak.logboek_0 where id > 4999990"))!).ShouldBe(2L);
        ((long)(await AsSuperuser("select count(*) from zaak.logboek_1"))!).ShouldBeGreaterThan(0L);

        await log.Seal();
        Done(await log.Sign());
        (await log.Verify()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task There_are_always_four_empty_parts_ahead_however_many_portals_see_to_it()
    {
        (await EnsureAsync()).ShouldBe(0, "migrate made them");
        await AsSuperuser("select setval('zaak.logboek_nr', 12000000)");
        (await Task.WhenAll(EnsureAsync(), EnsureAsync(), EnsureAsync())).Sum().ShouldBe(2);
        (await AsSuperuser("select count(*) from pg_inherits where inhparent = 'zaak.logboek'::regclass")).ShouldBe(7L);
        (await Catalogue.CatalogueRules.UnprotectedAsync(World.Database.AdministratorConnection)).ShouldBeEmpty();
    }

    private Task<int> EnsureAsync() => World.Do<LogParts, int>(p => p.EnsureAsync(default));
}
