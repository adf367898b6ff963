using CotnvPga.Data.Uniformity;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Uniformity;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Data.Tests.Uniformity;

/// <summary>The national tables: counted by machine, looked at by two organisations, published once, and never changed.</summary>
public sealed class ReleaseTests : CaseTest
{
    private const int Year = 2025;

    private static readonly Actor Reporter = CaseWorld.Person(Party.Landelijk, null, "rapportage");
    private static readonly Actor Commission = CaseWorld.Person(Party.Rac, null, "commissie");
    private static readonly Actor SecondOfCommission = CaseWorld.Person(Party.Rac, null, "commissie");
    private static readonly Actor Auditor = CaseWorld.Person(Party.Auditor, null, "auditor");

    [Fact]
    public async Task Two_organisations_look_before_anything_is_published()
    {
        await CountAsync();
        var release = Done(await Ask(Reporter, Year));

        Done(await Check(Commission, release, true));
        (await Published(Year)).ShouldBeNull();
        (await Check(SecondOfCommission, release, true)).Refusal.ShouldBeOfType<NotNow>();
        Done(await Check(Auditor, release, true));

        var report = (await Published(Year)).ShouldNotBeNull();
        report.Tabellen.Count.ShouldBe(CaseWorld.Convenant.Process.Report.Tables.Count);
        report.Tabellen.SelectMany(t => t.Rijen).SelectMany(r => r.Klassen).ShouldContain(k => k != ReleasedTable.TooSmall);
        report.Tabellen.SelectMany(t => t.Rijen).SelectMany(r => r.Klassen).Where(k => k != ReleasedTable.TooSmall).ShouldAllBe(k => k.Contains('-'));
    }

    [Fact]
    public async Task A_year_is_published_once_and_only_when_it_is_over()
    {
        await CountAsync();
        Done(await Ask(Reporter, Year));

        (await Ask(Reporter, Year)).Refusal.ShouldBeOfType<NotNow>();
        (await Ask(Reporter, DateTime.UtcNow.Year)).Refusal.ShouldBeOfType<NotValid>();
        (await Ask(Reporter, null)).Refusal.ShouldBeOfType<NotValid>();
    }

    [Fact]
    public async Task Who_finds_something_wrong_stops_it_and_it_can_be_asked_again()
    {
        await CountAsync();
        Done(await Check(Auditor, Done(await Ask(Reporter, Year)), false));

        (await Published(Year)).ShouldBeNull();
        Done(await Ask(Reporter, Year));
    }

    [Fact]
    public async Task Nobody_else_asks_or_looks()
    {
        await CountAsync();
        var release = Done(await Ask(Reporter, Year));

        (await Ask(Table.Burgemeester, Year)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Check(Reporter, release, true)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Check(Commission, release, null)).Refusal.ShouldBeOfType<NotValid>();
        (await World.Do<UniformityDesk, Result<IReadOnlyList<Release>>>(d => d.ReleasesAsync(Table.Politie, default))).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Theory]
    [InlineData("update landelijk.uitgave set inhoud = '{}'")]
    [InlineData("delete from landelijk.uitgave")]
    [InlineData("select count(*) from telling.teller")]
    [InlineData("update landelijk.uitgave set vrijgegeven_op = now()")]
    public async Task The_database_lets_nobody_past_it(string sql)
    {
        await CountAsync();
        Done(await Ask(Reporter, Year));

        var refused = await Should.ThrowAsync<PostgresException>(() => AsPortal(sql));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await AsSuperuser("select count(*) from landelijk.uitgave where vrijgegeven_op is null and inhoud <> '{}'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Without_the_task_nobody_checks()
    {
        await CountAsync();
        var release = Done(await Ask(Reporter, Year));

        (await Should.ThrowAsync<PostgresException>(() => AsPortal($"insert into landelijk.controle (uitgave_id, partij, door, akkoord, toelichting) values ('{release}', 'rac', gen_random_uuid(), true, 'x')")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Even_the_owner_does_not_change_what_was_published()
    {
        await CountAsync();
        var release = Done(await Ask(Reporter, Year));
        Done(await Check(Commission, release, true));
        Done(await Check(Auditor, release, true));

        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser("update landelijk.uitgave set inhoud = '{}'"))).MessageText.ShouldBe("a release does not change");
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser("delete from landelijk.uitgave"))).MessageText.ShouldBe("a release does not change");
    }

    [Fact]
    public async Task Without_the_task_the_counts_are_not_there() => (await AsPortal("select count(*) from toegang.tellingen(2025)")).ShouldBe(0L);

    [Fact]
    public async Task The_same_counts_give_the_same_report()
    {
        await CountAsync();
        var first = await FingerprintAsync(Done(await Ask(Reporter, Year)));
        Done(await Check(Auditor, (await ReleasesAsync())[0].Id, false));

        (await FingerprintAsync(Done(await Ask(Reporter, Year)))).ShouldBe(first);
    }

    [Fact]
    public async Task A_municipality_sees_its_own_figures_exactly_and_no_others()
    {
        await AsSuperuser($"insert into telling.teller (jaar, gemeente, soort, uitkomst, aantal) values ({Year}, '9901', 'soort_melder', 'school', 7), ({Year}, '9902', 'soort_melder', 'school', 5)");
        var mirror = Done(await World.Do<UniformityDesk, Result<MunicipalMirror>>(d => d.MirrorAsync(CaseWorld.Person(Party.Burgemeester, "9901", "coordinator"), Year, default)));

        mirror.Own.Single(t => t.Code == "begin").Counts.ShouldBe([7L, 0L, 0L, 0L, 0L]);
        (await World.Do<UniformityDesk, Result<MunicipalMirror>>(d => d.MirrorAsync(Table.Politie, Year, default))).Refusal.ShouldBeOfType<NotAllowed>();
    }

    [Fact]
    public async Task A_step_counts_as_taken_in_time_or_late()
    {
        await Table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."));

        (await AsSuperuser("select sum(aantal)::bigint from telling.teller where soort = 'op_tijd' and uitkomst = 'ja'")).ShouldBeOfType<long>().ShouldBeGreaterThan(0);
        (await AsSuperuser("select count(*) from telling.teller where soort = 'op_tijd' and uitkomst = 'nee'")).ShouldBe(0L);
    }

    /// <summary>A country of 342 municipalities with some cases each.</summary>
    private Task CountAsync() =>
        GeneratedCountry.WriteAsync(World.Database.OwnerConnection, GeneratedCountry.Make(CaseWorld.Convenant.Process.Report, GeneratedCountry.Municipalities, seed: 1), Year, default);

    private Task<Result<Guid>> Ask(Actor actor, int? year) => World.Do<UniformityDesk, Result<Guid>>(d => d.RequestAsync(actor, year, default));

    private Task<Result<Guid>> Check(Actor actor, Guid release, bool? agreed) => World.Do<UniformityDesk, Result<Guid>>(d => d.CheckAsync(actor, release, agreed, "Nagekeken.", default));

    private Task<PublishedReport?> Published(int year) => World.Do<UniformityDesk, PublishedReport?>(d => d.PublishedAsync(year, default));

    private async Task<IReadOnlyList<Release>> ReleasesAsync() => Done(await World.Do<UniformityDesk, Result<IReadOnlyList<Release>>>(d => d.ReleasesAsync(Auditor, default)));

    private async Task<string> FingerprintAsync(Guid release) => (await ReleasesAsync()).Single(r => r.Id == release).Fingerprint;

    private static T Done<T>(Result<T> result) => CaseTable.Done(result);
}
