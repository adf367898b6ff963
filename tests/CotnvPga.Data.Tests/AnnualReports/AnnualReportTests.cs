using CotnvPga.Data.AnnualReports;
using CotnvPga.Domain;
using CotnvPga.Domain.AnnualReports;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Tests.AnnualReports;

/// <summary>The public report of a consultation (wet-pga:18): written in versions by who has the task, and never changed.</summary>
public sealed class AnnualReportTests : CaseTest
{
    private const int Year = 2025;

    private static readonly AnnualWords Words = new("Er kwam sneller hulp.", "Wachten duurde lang.", "Wij keken naar elke soort.", "Vanaf mei vaker bij elkaar.");
    private static readonly LocalDate Adopted = new(2026, 2, 1);
    private static readonly Actor Coordinator = CaseWorld.Person(Party.Burgemeester, "9901", "coordinator");
    private static readonly Actor Elsewhere = CaseWorld.Person(Party.Burgemeester, "9902", "coordinator");

    [Fact]
    public async Task Who_coordinates_writes_a_draft_and_later_what_was_adopted()
    {
        (await OpenAsync(Coordinator)).Words.ShouldBeNull();
        Done(await SaveAsync(Coordinator, Words, null));
        Done(await SaveAsync(Coordinator, Words with { Verbetering = "Vanaf juni vaker." }, Adopted));

        var report = await OpenAsync(Coordinator);
        (report.Version, report.AdoptedOn, report.Words!.Verbetering).ShouldBe((2, Adopted, "Vanaf juni vaker."));
        (await SaveAsync(Coordinator, Words, null)).Refusal.ShouldBeOfType<NotNow>();
    }

    [Fact]
    public async Task Nobody_else_writes_it_and_nobody_reads_the_draft_of_another()
    {
        Done(await SaveAsync(Coordinator, Words, null));

        (await SaveAsync(Table.Politie, Words, null)).Refusal.ShouldBeOfType<NotAllowed>();
        (await World.Do<AnnualReportDesk, Result<AnnualReport>>(d => d.OpenAsync(Table.Politie, Year, default))).Refusal.ShouldBeOfType<NotAllowed>();
        (await OpenAsync(Elsewhere)).Words.ShouldBeNull();
        (await AsPortal("select count(*) from landelijk.jaarverslag")).ShouldBe(0L);
    }

    [Fact]
    public async Task What_was_adopted_is_for_everybody()
    {
        Done(await SaveAsync(Coordinator, Words, Adopted));

        (await AsPortal("select count(*) from landelijk.jaarverslag")).ShouldBe(1L);
    }

    [Fact]
    public async Task A_year_that_is_not_over_has_no_report() =>
        (await World.Do<AnnualReportDesk, Result<AnnualReport>>(d => d.OpenAsync(Coordinator, DateTime.UtcNow.Year, default))).Refusal.ShouldBeOfType<NotKnown>();

    [Fact]
    public async Task Words_that_tell_a_number_of_cases_are_refused() =>
        (await SaveAsync(Coordinator, Words with { Opbrengst = "Wij hadden drie zaken." }, null)).Refusal.ShouldBeOfType<NotValid>().Errors.ShouldHaveSingleItem().Field.ShouldBe("opbrengst");

    [Theory]
    [InlineData("update landelijk.jaarverslag set woorden = '{}'")]
    [InlineData("delete from landelijk.jaarverslag")]
    public async Task Not_even_the_owner_changes_it(string sql)
    {
        Done(await SaveAsync(Coordinator, Words, Adopted));

        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(sql))).MessageText.ShouldBe("a public report does not change");
        (await Should.ThrowAsync<PostgresException>(() => AsPortal(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Without_the_task_the_database_takes_nothing_in() => (await Should.ThrowAsync<PostgresException>(() => AsPortal(
        "insert into landelijk.jaarverslag (gemeente, jaar, nummer, woorden, partij, door) values ('9901', 2025, 0, '{}', 'burgemeester', gen_random_uuid())"))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

    private async Task<AnnualReport> OpenAsync(Actor actor) => Done(await World.Do<AnnualReportDesk, Result<AnnualReport>>(d => d.OpenAsync(actor, Year, default)));

    private Task<Result<int>> SaveAsync(Actor actor, AnnualWords words, LocalDate? adopted) =>
        World.Do<AnnualReportDesk, Result<int>>(d => d.SaveAsync(actor, Year, words, adopted, default));

    private static T Done<T>(Result<T> result) => CaseTable.Done(result);
}
