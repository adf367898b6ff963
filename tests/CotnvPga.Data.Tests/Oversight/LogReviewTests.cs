using CotnvPga.Data.Interests;
using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Oversight;

/// <summary>A log that people can trust (wet-pga:14.2): one's own lines, those of another for a purpose of the law only, and what asks for a look.</summary>
public sealed class LogReviewTests : CaseTest
{
    private static readonly LocalDate Today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;

    private Actor Fg => _fg ??= Known(CaseWorld.Person(Party.Fg, "9901", "fg"));
    private Actor? _fg;

    [Fact]
    public async Task Everybody_reads_the_own_lines_without_the_case()
    {
        await Seen();

        var own = Done(await World.Do<LogReview, Result<IReadOnlyList<UserLogLine>>>(l => l.OwnAsync(Table.Om, null, default)));
        own.ShouldContain(l => l.Handeling == "raadplegen" && l.Categorie == "signaal");
        own.ShouldAllBe(l => l.Zaak == null && l.Nummer == null && l.Partij == "om");
        Done(await World.Do<LogReview, Result<IReadOnlyList<UserLogLine>>>(l => l.OwnAsync(Table.Om, own[0].Id, default))).Select(l => l.Id).ShouldBe(own.Skip(1).Select(l => l.Id));
    }

    [Fact]
    public async Task Who_reviews_looks_at_a_person_for_one_of_four_purposes_with_a_reason()
    {
        await Seen();
        (await Look(Fg, "nieuwsgierig", "Even kijken.")).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field).ShouldBe(["doel"]);
        (await Look(Fg, "interne_controle", "")).Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field).ShouldBe(["reden"]);
        (await Look(Table.Om, "interne_controle", "Zomaar.")).Refusal.ShouldBeOfType<NotKnown>();
        var look = Done(await Look(Fg, "interne_controle", "Kwartaalcontrole."));

        Done(await Of(Fg, look)).Lines.ShouldContain(l => l.Handeling == "raadplegen" && l.Zaak != null);
        (await Of(Known(CaseWorld.Person(Party.Fg, "9901", "fg")), look)).Refusal.ShouldBeOfType<NotKnown>("it is another's look");
        (await AsSuperuser("select count(*) from toezicht.loginzage")).ShouldBe(1L);
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser("delete from toezicht.loginzage"))).MessageText.ShouldContain("does not change");
    }

    [Fact]
    public async Task Who_reviews_in_two_municipalities_looks_in_the_one_where_somebody_works()
    {
        await Seen();
        var elsewhere = CaseWorld.Person(Party.Fg, "9902", "fg");
        var both = Known(elsewhere with { Memberships = [.. elsewhere.Memberships, .. CaseWorld.Person(Party.Fg, "9901", "fg").Memberships] });

        var look = Done(await Look(both, "interne_controle", "Kwartaalcontrole."));
        Done(await Of(both, look)).Lines.ShouldNotBeEmpty();
        (await AsSuperuser("select gemeente from toezicht.loginzage")).ShouldBe("9901");
        (await Look(Known(elsewhere), "interne_controle", "Zomaar.")).Refusal.ShouldBeOfType<NotValid>().Errors.Single().Field.ShouldBe("van");
    }

    [Fact]
    public async Task A_look_ends_and_reaches_no_other_municipality()
    {
        await Seen();
        var look = Done(await Look(Fg, "beveiliging", "Vlag."));
        await AsSuperuser("update zaak.signaal set gemeente = '9902'");
        Done(await Of(Fg, look)).Lines.ShouldBeEmpty();

        await AsSuperuser("set session_replication_role = replica; update toezicht.loginzage set tot = current_date - 2");
        (await Of(Fg, look)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Who_was_kept_out_of_a_case_does_not_find_it_in_the_log_of_a_person()
    {
        var closed = await Seen();
        var open = await Seen();
        var officer = Table.Plaatsvervanger with { Memberships = [.. Table.Plaatsvervanger.Memberships, .. Fg.Memberships] };
        var look = Done(await Look(officer, "interne_controle", "Kwartaalcontrole."));
        Done(await Of(officer, look)).Lines.Select(l => l.Zaak).Distinct().ShouldBe([closed.Value, open.Value], ignoreOrder: true);

        Done(await World.Do<InterestDesk, Result<Guid>>(d => d.AddAsync(
            Table.Burgemeester, closed, new NewInterest("uitgesloten", Table.Plaatsvervanger.Account.Value, null, "Familie.", "De coördinator"), default)));
        Done(await Of(officer, look)).Lines.Select(l => l.Zaak).Distinct().ShouldBe([open.Value]);
        Done(await Of(Fg, Done(await Look(Fg, "interne_controle", "Kwartaalcontrole.")))).Lines.ShouldContain(l => l.Zaak == closed.Value, "another officer does");
    }

    [Fact]
    public async Task Reading_many_cases_in_an_hour_asks_for_a_look_and_somebody_says_what_it_was()
    {
        await Seen();
        var flag = CaseWorld.Convenant.Process.LogFlags.Single(f => f.Code == "veel_zaken");
        await AsSuperuser($"""
            with zaken as (
              insert into zaak.signaal (id, nummer, gemeente, fase, convenant)
              select gen_random_uuid(), 'T-' || n, '9901', 'weging', 'x' from generate_series(1, {flag.Most + 1}) n returning id)
            insert into zaak.logboek (signaal_id, account, partij, handeling, doel, regel, grondslagen, convenant)
            select id, '{Table.Om.Account}', 'om', 'raadplegen', 'persoonsgericht', 'r', array['wet-pga:5.3'], 'x' from zaken
            """);

        var view = Done(await World.Do<LogReview, Result<LogReviewView>>(l => l.OpenAsync(Fg, default)));
        var found = view.Flags.Single(f => f.Rule == "veel_zaken");
        (found.Account, found.Verdict).ShouldBe((Table.Om.Account.Value, null));
        found.Count.ShouldBeGreaterThan(flag.Most);

        Done(await Judge(Fg, found, "past_bij_werk"));
        (await Judge(Fg, found, "navragen")).Refusal.ShouldBeOfType<NotNow>();
        (await Judge(Table.Om, found, "past_bij_werk")).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Reading_at_night_asks_for_a_look_and_in_the_day_does_not()
    {
        await Seen();
        (await FlagsAsync()).ShouldNotContain(f => f.Rule == "veel_zaken");
        var night = "date_trunc('day', now() at time zone 'Europe/Amsterdam') - interval '1 day' + interval '3 hours'";
        await AsSuperuser($"set session_replication_role = replica; update zaak.logboek set op = ({night}) at time zone 'Europe/Amsterdam' where account = '{Table.Om.Account}'");

        (await FlagsAsync()).ShouldContain(f => f.Rule == "vreemde_uren" && f.Account == Table.Om.Account.Value);
    }

    [Fact]
    public async Task A_case_that_the_reviewer_is_kept_out_of_counts_in_no_flag()
    {
        var id = await Seen();
        var officer = Table.Plaatsvervanger with { Memberships = [.. Table.Plaatsvervanger.Memberships, .. Fg.Memberships] };
        var night = "date_trunc('day', now() at time zone 'Europe/Amsterdam') - interval '1 day' + interval '3 hours'";
        await AsSuperuser($"set session_replication_role = replica; update zaak.logboek set op = ({night}) at time zone 'Europe/Amsterdam' where account = '{Table.Om.Account}'");
        (await FlagsOf(officer)).ShouldContain(f => f.Rule == "vreemde_uren", "as long as he is in");

        Done(await World.Do<InterestDesk, Result<Guid>>(d => d.AddAsync(
            Table.Burgemeester, id, new NewInterest("uitgesloten", Table.Plaatsvervanger.Account.Value, null, "Familie.", "De coördinator"), default)));
        (await FlagsOf(officer)).ShouldNotContain(f => f.Rule == "vreemde_uren");
        (await FlagsAsync()).ShouldContain(f => f.Rule == "vreemde_uren", "another officer does");
    }

    [Fact]
    public async Task Seeing_somebody_with_the_own_surname_asks_for_a_look_without_saying_in_which_case()
    {
        var id = await Table.InWeighing(Item("achternaam", "Smeets"), Item("waarneming", "Iets gezien."));
        var namesake = Known(Table.Om with { DisplayName = "Anna Smeets" });
        var other = Known(CaseWorld.Person(Party.Politie, "9901") with { DisplayName = "Anna de Wit" });
        Done(await Table.Open(namesake, id));
        Done(await Table.Open(other, id));

        var flags = await FlagsAsync();
        flags.ShouldContain(f => f.Rule == "eigen_naam" && f.Account == namesake.Account.Value);
        flags.ShouldNotContain(f => f.Rule == "eigen_naam" && f.Account == other.Account.Value);
        (await AsPortal("select count(*) from information_schema.columns where table_schema = 'toezicht' and table_name = 'eigen_naam' and column_name like '%zaak%'")).ShouldBe(0L);
    }

    [Fact]
    public void The_fields_with_a_surname_exist() =>
        CaseWorld.Convenant.Process.LogFlags.SelectMany(f => f.Fields).ShouldAllBe(f => CaseWorld.Convenant.Fields.ContainsKey(f));

    [Fact]
    public async Task The_log_of_a_case_comes_in_pages()
    {
        var id = await Seen();
        for (var i = 0; i < 5; i++)
            Done(await Table.Open(Table.Om, id));
        var all = Done(await World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(l => l.ReadAsync(Table.Om, id, null, default)));

        var first = Done(await World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(l => l.ReadAsync(Table.Om, id, null, null, 3, default)));
        var second = Done(await World.Do<Logbook, Result<IReadOnlyList<LogLine>>>(l => l.ReadAsync(Table.Om, id, null, first[^1].Number, 3, default)));
        first.Concat(second).Select(l => l.Number).ShouldBe(all.Take(6).Select(l => l.Number));
        all.Select(l => l.Number).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task The_officer_sees_what_waits_and_no_case()
    {
        await Seen();
        var waiting = Done(await World.Do<OversightStand, Result<IReadOnlyList<WaitingKind>>>(s => s.ReadAsync(Fg, default)));
        waiting.ShouldAllBe(w => w.Gemeente == "9901");
        (await World.Do<OversightStand, Result<IReadOnlyList<WaitingKind>>>(s => s.ReadAsync(Table.Om, default))).Refusal.ShouldBeOfType<NotKnown>();
        (await AsPortal("select count(*) from toegang.toezicht_stand()")).ShouldBe(0L);
        (await AsPortal("select count(*) from toegang.logvlaggen(now() - interval '30 days')")).ShouldBe(0L);
    }

    private async Task<SignalId> Seen()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Om, id));
        return id;
    }

    private Task<IReadOnlyList<LogFlag>> FlagsAsync() => FlagsOf(Fg);

    private async Task<IReadOnlyList<LogFlag>> FlagsOf(Actor by) => Done(await World.Do<LogReview, Result<LogReviewView>>(l => l.OpenAsync(by, default))).Flags;

    private Task<Result<Guid>> Look(Actor by, string purpose, string reason) =>
        World.Do<LogReview, Result<Guid>>(l => l.LookAsync(by, new NewLogLook(Table.Om.Account.Value, purpose, reason, Today.PlusDays(7)), default));

    private Task<Result<UserLog>> Of(Actor by, Guid look) => World.Do<LogReview, Result<UserLog>>(l => l.OfAsync(by, look, null, default));

    private Task<Result<bool>> Judge(Actor by, LogFlag flag, string verdict) =>
        World.Do<LogReview, Result<bool>>(l => l.JudgeAsync(by, new NewFlagVerdict(flag.Rule, flag.Account, flag.Day, flag.Municipality, verdict, "Nagevraagd."), default));

    private Actor Known(Actor actor)
    {
        World.Colleagues.Add(actor);
        return actor;
    }
}
