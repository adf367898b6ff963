using CotnvPga.Convenant.Clauses;
using CotnvPga.Data.Accession;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Accession;

/// <summary>Acceding to a covenant and leaving it: by who may sign, kept for good, and followed by access within a minute.</summary>
public sealed class AccessionTests : CaseTest
{
    private static readonly LocalDate FirstDay = new(2025, 7, 1);
    private static readonly LocalCovenant Local = CaseWorld.Convenant.Covenants.Locals.Last(l => l.Municipality == "9901");
    private static readonly LocalDate InForce = Local.Validity.From!.Value.PlusDays(3);
    private static readonly NewDeclaration Signed = new(Local.Version, "A. Burger", "burgemeester", "Besluit van de raad, nummer 12", FirstDay, null);

    private static LocalDate Today => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;

    [Fact]
    public async Task Access_follows_an_accession_and_a_leaving_within_a_minute_without_a_query_for_each_question()
    {
        var builder = new NpgsqlDataSourceBuilder(World.Database.AppConnection);
        builder.UseNodaTime();
        await using var database = builder.Build();
        var clock = new HandClock();
        var book = new AccessionBook(database, CaseWorld.Convenant, clock);

        book.Holds("9901", InForce).ShouldBeFalse();
        Done(await Accede(Table.Burgemeester, "9901", Signed)).Convenant.ShouldBe(CaseWorld.Convenant.Hash);
        clock.Pass(29);
        book.Holds("9901", InForce).ShouldBeFalse("another node still has the copy of before");
        clock.Pass(2);
        book.Holds("9901", InForce).ShouldBeTrue();
        book.Holds("9901", Local.Validity.From!.Value.PlusDays(-1)).ShouldBeFalse("the version of that day was not signed");
        book.Holds("9902", InForce).ShouldBeFalse();

        Done(await Leave(Table.Burgemeester, "9901", Signed with { On = Today }));
        clock.Pass(31);
        book.Holds("9901", Today).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_who_may_sign_for_that_municipality_accedes_or_leaves()
    {
        foreach (var actor in new[] { Table.Politie, Table.College, Table.Plaatsvervanger, CaseWorld.Person(Party.Burgemeester, "9902", "coordinator"), Unscreened() })
        {
            (await Accede(actor, "9901", Signed)).Refusal.ShouldBeOfType<NotAllowed>().Message.ShouldContain("coördinator");
            (await Leave(actor, "9901", Signed with { On = Today })).Refusal.ShouldBeOfType<NotAllowed>();
        }
        (await Accede(Table.Burgemeester, "9999", Signed)).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        Fields(await Accede(Table.Burgemeester, "9901", new NewDeclaration("1999.1", " ", null, "", Today.PlusDays(1), null)))
            .ShouldBe(["versie", "ondertekenaar", "functie", "mandaat", "datum"]);
        Fields(await Leave(Table.Burgemeester, "9901", new NewDeclaration(null, null, "burgemeester", "raad", Today.PlusDays(-1), null)))
            .ShouldBe(["ondertekenaar", "datum"]);
    }

    [Fact]
    public async Task Who_does_not_take_part_cannot_leave_and_nobody_accedes_twice_to_the_same()
    {
        (await Leave(Table.Burgemeester, "9901", Signed with { On = Today })).Refusal.ShouldBeOfType<NotNow>();
        Done(await Accede(Table.Burgemeester, "9901", Signed)).Number.ShouldBe(1);
        (await Accede(Table.Burgemeester, "9901", Signed)).Refusal.ShouldBeOfType<NotNow>();
        Done(await Accede(Table.Burgemeester, "9901", Signed with { Version = NewDeclaration.NationalAlone })).Version.ShouldBeNull();
        Done(await Leave(Table.Burgemeester, "9901", Signed with { On = Today })).Number.ShouldBe(3);
        var all = await World.Do<AccessionDesk, IReadOnlyList<MunicipalAccession>>(desk => desk.AllAsync(default));
        all.Single(m => m.Code == "9901").History.Declarations.Select(d => d.Kind)
            .ShouldBe([DeclarationKind.Toetreding, DeclarationKind.Toetreding, DeclarationKind.Uittreding]);
        all.Single(m => m.Code == "9903").History.Declarations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_signs_other_rules_than_were_read() =>
        (await Accede(Table.Burgemeester, "9901", Signed with { Read = new string('0', 64) })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["hash"]);

    [Fact]
    public async Task The_portal_cannot_change_or_remove_a_declaration_nor_write_one_without_a_signer()
    {
        Done(await Accede(Table.Burgemeester, "9901", Signed));
        foreach (var sql in new[]
        {
            "update toetreding.verklaring set versie = '2099.1'",
            "delete from toetreding.verklaring",
            $"insert into toetreding.verklaring (gemeente, soort, ondertekenaar, functie, mandaat, datum, convenant, door) values ('9902', 'toetreding', 'x', 'x', 'x', '2026-01-01', '{new string('a', 64)}', gen_random_uuid())",
        })
        {
            (await Should.ThrowAsync<PostgresException>(() => AsPortal(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
        }
        (await AsPortal("select count(*) from toetreding.verklaring")).ShouldBe(1L);
    }

    private Task<Result<Declaration>> Accede(Actor actor, string municipality, NewDeclaration sent) =>
        World.Do<AccessionDesk, Result<Declaration>>(desk => desk.AccedeAsync(actor, municipality, sent, default));

    private Task<Result<Declaration>> Leave(Actor actor, string municipality, NewDeclaration sent) =>
        World.Do<AccessionDesk, Result<Declaration>>(desk => desk.LeaveAsync(actor, municipality, sent, default));

    private static IEnumerable<string> Fields(Result<Declaration> result) => result.Refusal.ShouldBeOfType<NotValid>().Errors.Select(e => e.Field);

    private static Actor Unscreened()
    {
        var actor = CaseWorld.Person(Party.Burgemeester, "9901", "coordinator");
        return actor with { Memberships = [actor.Memberships[0] with { ScreenedUntil = null }] };
    }

    private sealed class HandClock : IClock
    {
        private Instant _now = SystemClock.Instance.GetCurrentInstant();

        public void Pass(int seconds) => _now += Duration.FromSeconds(seconds);

        public Instant GetCurrentInstant() => _now;
    }
}
