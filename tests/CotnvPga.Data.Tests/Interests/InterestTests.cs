using CotnvPga.Data.Cases;
using CotnvPga.Data.Interests;
using CotnvPga.Data.Retention;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Interests;

/// <summary>Who has an interest of its own in a case has no place in it: for that person the case does not exist.</summary>
public sealed class InterestTests : CaseTest
{
    private const string Secret = "De melding gaat over deze medewerker zelf.";

    [Fact]
    public async Task Who_is_excluded_does_not_find_the_case_and_colleagues_go_on()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Plaatsvervanger, id));

        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));

        (await Table.Open(Table.Plaatsvervanger, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Table.Judge(Table.Plaatsvervanger, id, "in_overeenstemming")).Refusal.ShouldBeOfType<NotKnown>();
        (await CountOf(Table.Plaatsvervanger)).ShouldBe(0);
        (await CountOf(Table.Burgemeester)).ShouldBe(1);
        Done(await Table.Open(Table.Burgemeester, id));
    }

    [Fact]
    public async Task The_reason_is_sealed_and_the_log_says_who_did_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));

        (await AsSuperuser($"select count(*) from zaak.logboek where regel = 'uitsluiten' and account = '{Table.Burgemeester.Account}' and 'wet-pga:2.2' = any (grondslagen)")).ShouldBe(1L);
        (await AsSuperuser("select position('medewerker' in encode(inhoud, 'escape')) from zaak.belang")).ShouldBe(0);
        var line = Done(await Read(Table.Burgemeester, id)).Lines.ShouldHaveSingleItem();
        (line.Kind, line.Person, line.Reason, line.AskAt).ShouldBe((InterestKind.Uitgesloten, Table.Plaatsvervanger.Account, Secret, "De coördinator"));
        (await AsPortal("select count(*) from zaak.belang")).ShouldBe(0L, "without a ticket there is nothing");
    }

    [Fact]
    public async Task A_person_is_out_for_every_party_it_works_for()
    {
        var both = Table.Plaatsvervanger with { Memberships = [.. Table.Plaatsvervanger.Memberships, .. Table.College.Memberships] };
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        Done(await Table.Open(both, id));
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        (await Table.Open(both, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await CountOf(both)).ShouldBe(0);
    }

    [Fact]
    public async Task When_a_party_names_who_alone_works_on_a_case_nobody_else_of_it_has_a_place()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Put(Table.Burgemeester, id, "alleen", Table.Burgemeester));
        (await Table.Open(Table.Plaatsvervanger, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await CountOf(Table.Plaatsvervanger)).ShouldBe(0);
        Done(await Table.Open(Table.Politie, id));

        Done(await Put(Table.Burgemeester, id, "alleen", Table.Plaatsvervanger));
        Done(await Table.Open(Table.Plaatsvervanger, id));
    }

    [Fact]
    public async Task The_list_of_what_somebody_is_kept_out_of_is_what_each_case_says()
    {
        foreach (var (kind, whom) in new[] { ("alleen", Table.Burgemeester), ("uitgesloten", Table.Plaatsvervanger) })
            Done(await Put(Table.Burgemeester, await Table.InWeighing(Item("waarneming", "Iets gezien.")), kind, whom));
        await Table.InWeighing(Item("waarneming", "Hier is niemand buiten."));
        const string Everybody = """
            from zaak.signaal s
            cross join (select account from zaak.belang union select gen_random_uuid()) a(id)
            cross join (values ('burgemeester'), ('politie'), ('om')) p(partij)
            cross join (values (null), ('9902')) g(gemeente)
            """;

        (await AsSuperuser($"select count(*) {Everybody} where toegang.buiten(s.id, a.id, p.partij, g.gemeente) <> (s.id = any (toegang.gesloten_zaken(a.id, p.partij, g.gemeente)))")).ShouldBe(0L);
        (await AsSuperuser($"select count(*) {Everybody} where toegang.buiten(s.id, a.id, p.partij, g.gemeente)")).ShouldNotBe(0L);
    }

    [Fact]
    public async Task The_last_who_can_decide_for_a_party_of_the_three_cannot_be_kept_out()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        (await Exclude(Table.Politie, id, Table.Politie)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["vervanger"]);
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        (await Exclude(Table.Burgemeester, id, Table.Burgemeester)).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task Who_keeps_itself_out_loses_the_case_with_that()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        _ = Table.Burgemeester;
        Done(await Exclude(Table.Plaatsvervanger, id, Table.Plaatsvervanger));
        (await Read(Table.Plaatsvervanger, id)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task The_receiver_keeps_a_member_of_another_party_out_before_that_party_comes_in()
    {
        _ = (Table.Burgemeester, Table.Plaatsvervanger);
        var signal = Done(await Table.Register(Table.Politie));
        Done(await Exclude(Table.Politie, signal.Id, Table.Plaatsvervanger));
        Done(await Table.Take(Table.Politie, signal.Id, "aanmelden", new() { Kwaliteit = new(true, "Nagebeld.") }));
        Done(await Table.Take(Table.Politie, signal.Id, "in_weging"));

        Done(await Table.Open(Table.Burgemeester, signal.Id));
        (await Table.Open(Table.Plaatsvervanger, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();
        Fields(await Exclude(Table.Politie, signal.Id, Table.Burgemeester)).ShouldBe(["persoon"]);
        Done(await Read(Table.Burgemeester, signal.Id)).Lines.ShouldHaveSingleItem().By.ShouldBe("politie");
    }

    [Fact]
    public async Task Only_the_three_keep_a_list_and_never_of_who_reviews()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        _ = Table.Fg;
        (await Exclude(Table.College, id, Table.College)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Read(Table.College, id)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Exclude(Table.Reclassering, id, Table.Reclassering)).Refusal.ShouldBeOfType<NotKnown>();
        Fields(await Exclude(Table.Burgemeester, id, Table.Fg)).ShouldBe(["persoon"]);
        Fields(await World.Do<InterestDesk, Result<Guid>>(d => d.AddAsync(Table.Om, id, new NewInterest("x", null, null, " ", null), default)))
            .ShouldBe(["soort", "persoon", "reden", "vraagAan"]);
        Done(await Exclude(Table.Burgemeester, id, Table.College));
        (await Table.Open(Table.College, id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Read(Table.Om, id)).Lines.ShouldBeEmpty("another party's list is not to be read");
    }

    [Fact]
    public async Task A_line_that_ends_gives_the_place_back()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var line = Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        (await End(Table.Politie, id, line)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await End(Table.Burgemeester, id, line));
        Done(await Table.Open(Table.Plaatsvervanger, id));
        Done(await Read(Table.Burgemeester, id)).Lines.ShouldHaveSingleItem().Until.ShouldNotBeNull();
        (await End(Table.Burgemeester, id, line)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task A_ticket_that_was_sealed_before_opens_nothing_after()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        var seen = await World.Do<CaseDoor, (int Before, int After)>(async door =>
        {
            await using var transaction = await door.Context.Database.BeginTransactionAsync();
            var entry = Done(await door.EnterAsync(Table.Plaatsvervanger, id, null, forChange: false, default));
            await door.ShowForProcessAsync(entry, default);
            var before = await door.Context.Stappen.CountAsync();
            Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
            return (before, await door.Context.Stappen.CountAsync());
        });
        seen.Before.ShouldBeGreaterThan(0);
        seen.After.ShouldBe(0);
    }

    [Fact]
    public async Task What_a_party_is_told_of_a_case_is_not_told_to_who_is_out()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.Burgemeester })
            Done(await Table.Judge(actor, id, "niet_in_overeenstemming"));
        Done(await Table.Take(Table.Om, id, "weging_vaststellen"));
        (await Told(Table.Burgemeester)).ShouldBe(1);
        (await Told(Table.Plaatsvervanger)).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_refuses_who_does_not_keep_the_list_and_the_list_goes_with_the_case()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        foreach (var (step, by, of) in new[] { ("uitsluiten", "om", "burgemeester"), ("uitsluiten", "college", "college"), ("uitsluiten", "burgemeester", "fg") })
        {
            var insert = $"insert into zaak.belang (id, signaal_id, stap, soort, account, partij, inhoud, namens, door) values (gen_random_uuid(), '{id}', '{step}', 'uitgesloten', gen_random_uuid(), '{of}', '', '{by}', gen_random_uuid())";
            (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(insert))).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, $"{by} {of}");
        }
        var late = $"insert into zaak.belang (id, signaal_id, stap, soort, account, partij, inhoud, namens, door) values (gen_random_uuid(), '{id}', 'uitsluiten_vooraf', 'uitgesloten', gen_random_uuid(), 'politie', '', 'burgemeester', gen_random_uuid())";
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(late))).SqlState.ShouldBe(PostgresErrorCodes.SerializationFailure);

        await AsSuperuser($"select zaak.vernietig('{id}', 'toets')");
        (await AsSuperuser("select count(*) from zaak.belang")).ShouldBe(0L);
    }

    [Fact]
    public async Task Ending_a_line_does_not_leave_a_party_without_anybody_either()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        _ = Table.Plaatsvervanger;
        var alone = Done(await Put(Table.Burgemeester, id, "alleen", Table.Burgemeester));
        Done(await Put(Table.Burgemeester, id, "alleen", Table.Plaatsvervanger));
        var excluded = Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        (await End(Table.Burgemeester, id, alone)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["vervanger"]);
        Done(await End(Table.Burgemeester, id, excluded));
        Done(await End(Table.Burgemeester, id, alone));
        Done(await Table.Open(Table.Plaatsvervanger, id));
    }

    [Fact]
    public async Task Who_is_kept_out_cannot_be_the_only_one_who_works_on_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Exclude(Table.Burgemeester, id, Table.Plaatsvervanger));
        (await Put(Table.Burgemeester, id, "alleen", Table.Plaatsvervanger)).Refusal.ShouldBeOfType<NotNow>();
    }

    [Theory]
    [InlineData("uitgesloten")]
    [InlineData("alleen")]
    public async Task Who_was_out_does_not_find_what_is_left_after_destruction(string kind)
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Put(Table.Burgemeester, id, kind, kind == "uitgesloten" ? Table.Plaatsvervanger : Table.Burgemeester));
        await AsSuperuser($"update zaak.signaal set fase = 'vernietigd' where id = '{id}'; select zaak.vernietig('{id}', 'toets')");

        Done(await Certificates(Table.Burgemeester)).Certificates.ShouldHaveSingleItem();
        Done(await Certificates(Table.Plaatsvervanger)).Certificates.ShouldBeEmpty();
        (await Table.Open(Table.Plaatsvervanger, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await AsSuperuser($"select count(*) from zaak.buiten_gebleven where encode(teken, 'hex') like '%' || replace('{Table.Plaatsvervanger.Account}', '-', '') || '%'")).ShouldBe(0L);
    }

    private Task<Result<CertificateList>> Certificates(Actor actor) =>
        World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(actor, 0, 100, default));

    private Task<Result<Guid>> Exclude(Actor by, SignalId id, Actor whom) => Put(by, id, "uitgesloten", whom);

    private Task<Result<Guid>> Put(Actor by, SignalId id, string kind, Actor whom) => World.Do<InterestDesk, Result<Guid>>(desk =>
        desk.AddAsync(by, id, new NewInterest(kind, whom.Account.Value, null, Secret, "De coördinator"), default));

    private Task<Result<Guid>> End(Actor by, SignalId id, Guid line) => World.Do<InterestDesk, Result<Guid>>(desk => desk.EndAsync(by, id, line, default));

    private Task<Result<InterestList>> Read(Actor by, SignalId id) => World.Do<InterestDesk, Result<InterestList>>(desk => desk.ReadAsync(by, id, default));

    private async Task<int> CountOf(Actor actor) => Done(await World.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(actor, 0, 10, false, default))).Total;

    private async Task<int> Told(Actor actor) => Done(await World.Do<Outcomes, Result<IReadOnlyList<ToldOutcome>>>(told => told.ToldAsync(actor, default))).Count;

    private static IEnumerable<string> Fields(Result<Guid> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);
}
