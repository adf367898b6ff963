using CotnvPga.Data.Quality;
using CotnvPga.Data.Recognition;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Quality;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Reports;
using CotnvPga.Domain.Signals;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Recognition;

/// <summary>The same person in another case: told to who may see the matching items there, and to nobody else.</summary>
public sealed class RecognitionTests : CaseTest
{
    [Fact]
    public async Task By_number_for_who_sees_the_number_in_both_cases()
    {
        var first = await WithNumberAsync("999990019");
        var second = await WithNumberAsync("9999.90.019");
        var found = Done(await Find(Table.Om, second)).Single();
        (found.Id, found.IsSure).ShouldBe((first, true));
        Done(await Find(Table.Om, first)).Single().Id.ShouldBe(second);
        (await AsSuperuser($"select count(*) from zaak.logboek where signaal_id = '{first}' and handeling = 'herkennen' and partij = 'om'")).ShouldBe(1L, "a match is a line in the log of the other case");
    }

    [Fact]
    public async Task By_surname_only_together_with_the_year_of_birth()
    {
        var first = await Table.InWeighing(Item("achternaam", "D'Ávila-López"), Item("geboortedatum", "12-05-2007"));
        Done(await Find(Table.Om, await Table.InWeighing(Item("achternaam", "davila lopez")))).ShouldBeEmpty("a name alone is many people");
        Done(await Find(Table.Om, await Table.InWeighing(Item("geboortedatum", "1 januari 2007")))).ShouldBeEmpty();
        Done(await Find(Table.Om, await Table.InWeighing(Item("achternaam", "Davila Lopez"), Item("geboortedatum", "2008")))).ShouldBeEmpty();
        var found = Done(await Find(Table.Om, await Table.InWeighing(Item("achternaam", "DAVILA LOPEZ"), Item("geboortedatum", "2007-05-12")))).Single();
        (found.Id, found.IsSure).ShouldBe((first, false));
    }

    [Fact]
    public async Task Who_may_not_see_the_matching_item_of_the_other_case_hears_nothing()
    {
        NewItem[] jansen = [Item("achternaam", "Jansen"), Item("geboortedatum", "2007")];
        var hidden = Done(await Table.Register(Table.Burgemeester, jansen)).Id;
        var second = await Table.InWeighing(jansen);
        Done(await Find(Table.Om, second)).ShouldBeEmpty("the other case is a report that only the mayor received");
        Done(await Find(Table.Burgemeester, second)).Single().Id.ShouldBe(hidden);

        var elsewhere = new CaseTable(World, "9902");
        await elsewhere.InWeighing(jansen);
        Done(await Find(Table.Burgemeester, second)).Single().Id.ShouldBe(hidden, "nothing of another municipality");
        (await Find(Table.Reclassering, second)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsSuperuser($"select count(*) from zaak.logboek where signaal_id = '{hidden}' and handeling = 'herkennen' and partij = 'om'")).ShouldBe(0L);
    }

    [Fact]
    public async Task An_item_that_is_held_back_is_not_recognised_by_others()
    {
        var first = await WithNumberAsync("999990019");
        var item = Done(await Table.Open(Table.Burgemeester, first)).Items.Single(i => i.Field == "bsn").Id;
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.ShieldAsync(Table.Burgemeester, item, true, "Loopt een onderzoek.", default)));
        var second = await WithNumberAsync("999990019");
        Done(await Find(Table.Om, second)).ShouldBeEmpty();
        Done(await Find(Table.Burgemeester, second)).Single().Id.ShouldBe(first);
    }

    [Fact]
    public async Task A_correction_changes_what_is_recognised_and_destruction_ends_it()
    {
        var first = await WithNumberAsync("999990020");
        var second = await WithNumberAsync("999990019");
        var item = Done(await Table.Open(Table.Burgemeester, first)).Items.Single(i => i.Field == "bsn").Id;
        Done(await World.Do<QualityDesk, Result<ItemId>>(d => d.CorrectAsync(Table.Burgemeester, item, new NewCorrection("999990019", "Tikfout."), default)));
        Done(await Find(Table.Om, second)).Single().Id.ShouldBe(first);
        await AsSuperuser($"select zaak.vernietig('{first}', 'toets'); update zaak.signaal set fase = 'vernietigd' where id = '{first}'");
        Done(await Find(Table.Om, second)).ShouldBeEmpty();
        (await AsSuperuser($"select count(*) from zaak.persoonsteken where signaal_id = '{first}'")).ShouldBe(0L);
    }

    [Fact]
    public async Task The_database_keeps_no_number_and_the_portal_cannot_read_the_tokens()
    {
        await WithNumberAsync("999990019");
        (await AsSuperuser("select count(*) from zaak.persoonsteken where teken = sha256('999990019'::bytea)")).ShouldBe(0L);
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => AsPortal("select count(*) from zaak.persoonsteken"))).SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Reporters_about_one_person_do_not_hear_of_each_other()
    {
        var first = await ReportAsync("Een buurman");
        var second = await ReportAsync("Een lerares");
        await AsSuperuser("update zaak.signaal set ongelezen = false where id = (select id from zaak.signaal order by geopend_op, id limit 1)");
        (await StandingAsync(first)).ShouldBe("behandeld");
        (await StandingAsync(second)).ShouldBe("ontvangen", "what happened to the one report tells the other reporter nothing");
        (await AsSuperuser("select count(distinct signaal_id) from zaak.ontvangstcode")).ShouldBe(2L, "each report is a case of its own");
    }

    [Fact]
    public async Task Participants_that_brought_the_same_person_do_not_hear_of_each_other()
    {
        var first = Done(await Table.Register(Table.Reclassering, Item("achternaam", "Jansen", supplier: "reclassering"), Item("geboortedatum", "2007", supplier: "reclassering"))).Id;
        var second = Done(await Table.Register(Table.College, Item("achternaam", "Jansen", supplier: "college"), Item("geboortedatum", "2007", supplier: "college"))).Id;
        (await Table.Open(Table.College, first)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Find(Table.College, second)).ShouldBeEmpty();
        Done(await Find(Table.Reclassering, first)).ShouldBeEmpty();
    }

    /// <summary>A case in the weighing in which the number was recorded; before the weighing the law lets nobody record it.</summary>
    private async Task<SignalId> WithNumberAsync(string number)
    {
        var id = await Table.InWeighing(Item("waarneming", "Gezien."));
        Done(await Table.Add(Table.Burgemeester, id, Item("bsn", number)));
        return id;
    }

    private async Task<string> ReportAsync(string reporter) => Done(await World.Do<ReportDesk, Result<string>>(d => d.ReceiveAsync(
        new NewReport("9901", "burgemeester", "Zegt vreemde dingen.", new Dictionary<string, string> { ["achternaam"] = "Jansen" }, reporter, null), default)));

    private Task<string?> StandingAsync(string code) => World.Do<ReportDesk, string?>(d => d.StandingAsync(code, default));

    private Task<Result<IReadOnlyList<KnownHere>>> Find(Actor actor, SignalId id) => World.Do<RecognitionDesk, Result<IReadOnlyList<KnownHere>>>(d => d.FindAsync(actor, id, null, default));
}
