using CotnvPga.Data.Clockwork;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Records;
using CotnvPga.Data.Retention;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using NodaTime;
using NodaTime.Text;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Retention;

/// <summary>The end of a case: shielded at once, destroyed in time, kept only when a law or a claim asks it, and a certificate without a person (wet-pga:6.3, 9).</summary>
public sealed class RetentionTests : CaseTest
{
    private static readonly string NextMonth = LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusMonths(1));
    private static readonly NewRecord Hold = Said(("grond", "rechtsvordering"), ("toelichting", "Beroep bij de rechtbank."), ("heroverwegen", NextMonth));

    [Fact]
    public async Task Closing_shields_the_case_from_all_participants_at_once_and_the_database_refuses_too()
    {
        var id = await Closed();
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.College })
            (await Table.Open(actor, id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Table.Open(Table.Burgemeester, id)).Items.ShouldBeEmpty("the mayor knows of it, to destroy it, and sees nothing");
        Done(await World.Do<RecordDesk, Result<RecordsView>>(d => d.ReadAsync(Table.Burgemeester, id, default))).Records.ShouldAllBe(r => r.Party == "burgemeester");
        (await AsPortal("select count(*) from zaak.gegeven")).ShouldBe(0L);
        (await AsPortal("select count(*) from zaak.stuk")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_hold_by_two_persons_keeps_the_case_from_the_clock_until_it_is_lifted()
    {
        var id = await Closed();
        Done(await Make(Table.Burgemeester, id, "bewaarplicht", Hold)).WaitingFor.ShouldBe(["tweede_persoon"]);
        (await AsSuperuser("select bewaarplicht from zaak.signaal")).ShouldBe(false);
        var hold = Done(await Make(Table.Plaatsvervanger, id, "bewaarplicht", Hold)).Id;
        await LaterBy("6 years");
        (await Run()).ShouldBe(0);
        (await Table.Take(Table.Burgemeester, id, "vernietigen", new StepWords { Toelichting = "Nu." })).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["geen_bewaarplicht"]);
        Done(await Table.Open(Table.Burgemeester, id)).Terms.ShouldContain(t => t.Code == "stuk:bewaarplicht", "somebody looks again on its day");

        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Make(actor, id, "bewaarplicht_einde", Said(("toelichting", "De uitspraak is er.")) with { About = hold }));
        (await Run()).ShouldBe(1);
        (await AsSuperuser("select fase from zaak.signaal")).ShouldBe("vernietigd");
    }

    [Fact]
    public async Task The_five_years_count_from_the_last_processing_and_nothing_after_closing_starts_them_again()
    {
        var id = await Closed();
        await LaterBy("4 years 11 months");
        Done(await Table.Open(Table.Burgemeester, id));
        Done(await World.Do<OversightDesk, Result<Guid>>(d => d.OpenRequestAsync(Table.Burgemeester, id, new NewRequest("inzage", "betrokkene", []), default)));
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Make(actor, id, "bewaarplicht", Hold));
        (await AsSuperuser("select laatst_verwerkt_op < now() - interval '4 years 10 months' from zaak.signaal")).ShouldBe(true);
        await AsSuperuser("update zaak.signaal set bewaarplicht = false, laatst_verwerkt_op = laatst_verwerkt_op - interval '2 months'");
        (await Run()).ShouldBe(1);
    }

    [Fact]
    public async Task Work_on_an_open_case_starts_the_term_again_and_reading_does_not()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        await LaterBy("1 year");
        Done(await Table.Open(Table.Politie, id));
        (await AsSuperuser("select laatst_verwerkt_op < now() - interval '11 months' from zaak.signaal")).ShouldBe(true);
        Done(await Make(Table.Politie, id, "plan_doel", Said(("leefgebied", "wonen"), ("doel", "Een kamer."))));
        (await AsSuperuser("select laatst_verwerkt_op > now() - interval '1 hour' from zaak.signaal")).ShouldBe(true);
    }

    [Fact]
    public async Task Without_further_risk_the_case_stops_and_is_destroyed_by_the_clock()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        await Table.Together(id, "geen_aanwijzingen", new StepWords { Toelichting = "Het was een misverstand." });
        foreach (var actor in new[] { Table.Politie, Table.Om, Table.College })
            (await Table.Open(actor, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Run()).ShouldBe(0);
        await LaterBy("15 days");
        (await Run()).ShouldBe(1);
        (await AsSuperuser("select count(*) from zaak.gegeven")).ShouldBe(0L);
        (await AsSuperuser("select count(*) from zaak.stuk")).ShouldBe(0L);
        Done(await World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Burgemeester, 0, 100, default))).Certificates.ShouldHaveSingleItem().Partij.ShouldBeNull("the process did it");
    }

    [Fact]
    public async Task What_is_left_of_a_destroyed_case_is_a_certificate_without_a_person()
    {
        var id = await Closed();
        foreach (var actor in new[] { Table.Burgemeester, Table.Plaatsvervanger })
            Done(await Table.Take(actor, id, "vernietigen", new StepWords { Toelichting = "Niet meer nodig." }));
        var certificate = Done(await World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Burgemeester, 0, 100, default))).Certificates.ShouldHaveSingleItem();
        (certificate.Stap, certificate.Van, certificate.Aantal, certificate.Partij).ShouldBe(("vernietigen", "afgesloten", 2, "burgemeester"));
        certificate.Door.Order().ShouldBe(new[] { Table.Burgemeester.Account.Value, Table.Plaatsvervanger.Account.Value }.Order());
        Done(await World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Politie, 0, 100, default))).Certificates.ShouldBeEmpty();
        Done(await World.Do<Certificates, Result<CertificateList>>(c => c.ReadAsync(Table.Person(Party.Burgemeester, "9902"), 0, 100, default))).Certificates.ShouldBeEmpty();
    }

    private async Task<SignalId> Closed()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "college"], Item("waarneming", "Iets gezien."));
        await Table.Together(id, "plan_vaststellen", new StepWords { Doelen = ["Een kamer."], Interventies = [new NewIntervention("Begeleiding.", "college", LocalDatePattern.Iso.Parse(NextMonth).Value)] });
        await Table.Together(id, "afsluiten", new StepWords { Reden = "doelen_bereikt", Toelichting = "Klaar." });
        return id;
    }

    private Task<object?> LaterBy(string interval) => AsSuperuser($"update zaak.signaal set laatst_verwerkt_op = laatst_verwerkt_op - interval '{interval}', fase_sinds = fase_sinds - interval '{interval}'");

    private Task<int> Run() => World.Do<CaseClock, int>(c => c.RunAsync(default));

    private static NewRecord Said(params (string Field, string Answer)[] answers) => new(null, null, answers.ToDictionary(a => a.Field, IReadOnlyList<string> (a) => [a.Answer]));

    private Task<Result<MadeRecord>> Make(Actor actor, SignalId id, string kind, NewRecord record) =>
        World.Do<RecordDesk, Result<MadeRecord>>(desk => desk.MakeAsync(actor, id, kind, record, default));
}
