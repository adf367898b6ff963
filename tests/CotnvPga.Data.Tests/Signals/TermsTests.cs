using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Clockwork;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.TestHost.Cases;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Signals;

/// <summary>Terms are those of the covenant of the municipality: what it chose once it acceded, the strictest before.</summary>
public sealed class TermsTests : CaseTest
{
    private static readonly LocalCovenant Modelveen = CaseWorld.Convenant.Covenants.Locals.Single(l => l.Municipality == "9902");

    [Fact]
    public async Task A_municipality_has_its_own_terms_from_its_accession_on()
    {
        var table = new CaseTable(World, "9902");
        var before = await table.InWeighing(Item("waarneming", "Iets gezien."));
        WorkingDaysUntil(await WeighingEnd(table, before)).ShouldBe(CaseWorld.Convenant.WithoutLocal("9902").Terms["wegen"].Value);

        await AccedeAsync(table);
        var after = await table.InWeighing(Item("waarneming", "Iets gezien."));
        WorkingDaysUntil(await WeighingEnd(table, after)).ShouldBe(int.Parse(Modelveen.Choices["wegen_termijn"], null));
    }

    [Fact]
    public async Task A_closed_case_is_destroyed_when_the_term_of_its_own_municipality_has_run()
    {
        var modelveen = new CaseTable(World, "9902");
        await AccedeAsync(modelveen);
        var own = Done(await modelveen.Register(modelveen.Burgemeester, Item("waarneming", "Iets gezien."))).Id;
        var polderdam = new CaseTable(World, "9903");
        var other = Done(await polderdam.Register(polderdam.Burgemeester, Item("waarneming", "Iets gezien."))).Id;
        var years = int.Parse(Modelveen.Choices["vernietigen_afgesloten_termijn"], null);
        years.ShouldBeLessThan(CaseWorld.Convenant.WithoutLocal("9903").Terms["vernietigen_afgesloten"].Value);

        await AsSuperuser($"update zaak.signaal set fase = 'afgesloten', laatst_verwerkt_op = now() - interval '{years} years' + interval '2 days'");
        (await World.Do<CaseClock, int>(clock => clock.RunAsync(default))).ShouldBe(0);
        await AsSuperuser($"update zaak.signaal set laatst_verwerkt_op = now() - interval '{years} years' - interval '2 days'");
        (await World.Do<CaseClock, int>(clock => clock.RunAsync(default))).ShouldBe(1);

        (await AsSuperuser($"select fase from zaak.signaal where id = '{own}'")).ShouldBe("vernietigd");
        (await AsSuperuser($"select fase from zaak.signaal where id = '{other}'")).ShouldBe("afgesloten");
    }

    [Fact]
    public async Task How_often_a_weighing_may_begin_again_is_what_the_municipality_chose_in_the_database_too()
    {
        const string Chosen = "  wegen_termijn: 20\n";
        var files = CaseWorld.Convenant.Files.Select(f => f.Path.Contains("9902", StringComparison.Ordinal) ? f with { Text = f.Text.Replace(Chosen, Chosen + "  weegrondes_aantal: 4\n", StringComparison.Ordinal) } : f);
        await using var world = await CaseWorld.AfterChangeAsync(World.Database, CompiledConvenant.Load([.. files]).Valid());
        var modelveen = new CaseTable(world, "9902");
        (await RoundsAsync(modelveen)).ShouldBe(3, "before it signs, the strictest holds");
        await world.Do<AccessionDesk, Declaration>(async desk => Done(await desk.AccedeAsync(
            modelveen.Burgemeester, "9902", new NewDeclaration(Modelveen.Version, "B. Model", "burgemeester", "Besluit van de raad", new LocalDate(2025, 7, 1), null), default)));
        (await RoundsAsync(modelveen)).ShouldBe(4);
        (await RoundsAsync(new CaseTable(world, "9901"))).ShouldBe(3);
    }

    /// <summary>Disagrees until no round is left; each new round was allowed by the lifecycle and by the trigger.</summary>
    private static async Task<int> RoundsAsync(CaseTable table)
    {
        var id = await table.InWeighing(Item("waarneming", "Iets gezien."));
        for (var round = 1; ; round++)
        {
            Done(await table.Judge(table.Om, id, "in_overeenstemming"));
            Done(await table.Judge(table.Politie, id, "niet_in_overeenstemming"));
            Done(await table.Judge(table.Burgemeester, id, "in_overeenstemming"));
            if ((await table.Take(table.Om, id, "nieuwe_ronde")).Refusal is NotNow)
                return round;
        }
    }

    private Task<Declaration> AccedeAsync(CaseTable table) => World.Do<AccessionDesk, Declaration>(async desk => Done(await desk.AccedeAsync(
        table.Burgemeester, "9902", new NewDeclaration(Modelveen.Version, "B. Model", "burgemeester", "Besluit van de raad", new LocalDate(2025, 7, 1), null), default)));

    private static async Task<LocalDate> WeighingEnd(CaseTable table, SignalId id) => Done(await table.Open(table.Om, id)).Terms.Single(t => t.Code == "wegen").On;

    private static int WorkingDaysUntil(LocalDate end)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        return Enumerable.Range(1, Period.Between(today, end, PeriodUnits.Days).Days).Count(d => today.PlusDays(d).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
    }
}
