using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Reports;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Npgsql;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Steps;

/// <summary>Steps go as the process data say; the database refuses the rest, also past the code.</summary>
public sealed class StepTests : CaseTest
{
    private static readonly StepWords Participants = new() { Deelnemers = [new("politie", "veiligheid", null), new("om", "vervolging", null)] };

    [Fact]
    public async Task A_different_body_is_a_new_proposal_and_old_agreement_does_not_count_for_it()
    {
        var id = await Table.Weighed("in_overeenstemming", Item("waarneming", "Iets gezien."));
        Done(await Table.Take(Table.Burgemeester, id, "deelnemers_vaststellen", Participants)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await Table.Take(Table.Politie, id, "deelnemers_vaststellen", Participants)).WaitingFor.ShouldBe(["om"]);
        var other = Participants with { Deelnemers = [.. Participants.Deelnemers!, new("reclassering", "toezicht", null)] };
        Done(await Table.Take(Table.Om, id, "deelnemers_vaststellen", other)).WaitingFor.ShouldBe(["burgemeester", "politie"]);
        Done(await Table.Take(Table.Om, id, "deelnemers_vaststellen", other)).WaitingFor.ShouldBe(["burgemeester", "politie"]);
        Done(await Table.Take(Table.Burgemeester, id, "deelnemers_vaststellen", other));
        Done(await Table.Take(Table.Politie, id, "deelnemers_vaststellen", other)).Phase.ShouldBe(Phase.Casusoverleg);
        Done(await Table.Open(Table.Reclassering, id)).State.Id.ShouldBe(id);
    }

    [Fact]
    public async Task Who_leaves_the_table_sees_nothing_at_the_next_request()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Reclassering, id));
        await Table.Together(id, "deelnemers_wijzigen", new StepWords { Deelnemers = [new("burgemeester", "r", null), new("politie", "r", null), new("om", "r", null)] });
        (await Table.Open(Table.Reclassering, id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Table.Open(Table.Politie, id)).Items.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Another_municipality_has_a_place_only_where_it_was_brought_in_and_one_per_party()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        var near = CaseWorld.Person(Party.Burgemeester, "9902");
        (await Table.Open(near, id)).Refusal.ShouldBeOfType<NotKnown>();
        StepWords With(params string[] municipalities) => new()
        {
            Deelnemers = [new("burgemeester", "r", null), new("politie", "r", null), new("om", "r", null), .. municipalities.Select(m => new NewParticipant("burgemeester_elders", "gevolgen", m))],
        };
        await Table.Together(id, "deelnemers_wijzigen", With("9902"));
        Done(await Table.Open(near, id)).Viewer.Party.ShouldBe(Party.BurgemeesterElders);
        (await Table.Open(CaseWorld.Person(Party.Burgemeester, "9903"), id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Table.Take(Table.Politie, id, "deelnemers_wijzigen", With("9903"))).Refusal.ShouldBeOfType<NotValid>();
        (await Table.Take(Table.Politie, id, "deelnemers_wijzigen", With("9902", "9903"))).Refusal.ShouldBeOfType<NotValid>();
    }

    [Fact]
    public async Task From_the_table_to_a_plan_to_closing_and_then_nobody_sees_anything()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om"], Item("waarneming", "Iets gezien."));
        (await Table.Take(Table.Burgemeester, id, "plan_vaststellen")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["doel", "interventie"]);
        await Table.Together(id, "plan_vaststellen", new StepWords
        {
            Doelen = ["Weer naar school"],
            Interventies = [new("Mentor zoeken", "college", new NodaTime.LocalDate(2030, 1, 15))],
        });
        var history = Done(await World.Do<StepHistory, Result<IReadOnlyList<TakenStep>>>(h => h.ReadAsync(Table.Om, id, default)));
        history.Single(s => s.Code == "plan_vaststellen").Words!.Doelen.ShouldBe(["Weer naar school"]);
        (await Table.Take(Table.Politie, id, "evalueren")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["nog_nodig"]);
        Done(await Table.Take(Table.Politie, id, "evalueren", new StepWords { NogNodig = false })).Phase.ShouldBe(Phase.Uitvoering);
        await Table.Together(id, "afsluiten", new StepWords { Reden = "doelen_bereikt" });

        (await Table.Open(Table.Politie, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Table.Open(Table.Burgemeester, id)).Value!.Items.ShouldBeEmpty();
        Done(await Table.Take(Table.Burgemeester, id, "vernietigen")).WaitingFor.ShouldBe(["tweede_persoon"]);
        Done(await Table.Take(Table.Burgemeester, id, "vernietigen")).WaitingFor.ShouldBe(["tweede_persoon"]);
        Done(await Table.Take(Table.Plaatsvervanger, id, "vernietigen")).Phase.ShouldBe(Phase.Vernietigd);
    }

    [Fact]
    public async Task A_report_from_anyone_is_read_by_its_receiver_only_and_not_bringing_it_takes_two_persons_and_leaves_a_line_without_a_person()
    {
        var code = Done(await World.Do<ReportDesk, Result<string>>(desk => desk.ReceiveAsync(
            new NewReport("9901", null, "Mijn buurman roept rare dingen.", new Dictionary<string, string> { ["achternaam"] = "K." }, "Anna, 06-12345678", "burger"), default)));
        (await World.Do<ReportDesk, string?>(desk => desk.StandingAsync(code, default))).ShouldBe("ontvangen");
        (await World.Do<ReportDesk, string?>(desk => desk.StandingAsync("onzin", default))).ShouldBeNull();

        var id = Done(await World.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(Table.Burgemeester, 0, 10, true, default))).Lines.Single().State.Id;
        Done(await World.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(Table.Politie, 0, 10, true, default))).Total.ShouldBe(0);
        Done(await Table.Open(Table.Burgemeester, id)).Items.Select(i => i.Field).ShouldBe(["aanleiding", "achternaam", "inbrenger"], ignoreOrder: true);

        (await Table.Take(Table.Burgemeester, id, "niet_aanmelden", new StepWords { Reden = "geen zin" })).Refusal.ShouldBeOfType<NotValid>();
        var words = new StepWords { Reden = "niet_te_controleren" };
        Done(await Table.Take(Table.Burgemeester, id, "niet_aanmelden", words)).WaitingFor.ShouldBe(["tweede_persoon"]);
        Done(await Table.Take(Table.Plaatsvervanger, id, "niet_aanmelden", words)).Phase.ShouldBe(Phase.Vernietigd);

        var line = Done(await World.Do<ReportDesk, Result<IReadOnlyList<NotBroughtLine>>>(desk => desk.NotBroughtAsync(Table.Om, default))).Single();
        line.Reden.ShouldBe("niet_te_controleren");
        line.Partij.ShouldBe("burgemeester");
        (await AsSuperuser("select count(*) from zaak.gegeven")).ShouldBe(0L);
        (await World.Do<ReportDesk, string?>(desk => desk.StandingAsync(code, default))).ShouldBe("behandeld");
    }

    [Fact]
    public async Task The_database_refuses_a_move_that_the_process_does_not_have_whoever_writes_it()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."));
        await Refused($"insert into zaak.stap (id, signaal_id, stap, van, naar, partij) values (gen_random_uuid(), '{id}', 'weging_vaststellen', 'weging', 'verzameling', 'politie')");
        await Refused($"insert into zaak.stap (id, signaal_id, stap, van, naar, partij) values (gen_random_uuid(), '{id}', 'deelnemers_vaststellen', 'weging', 'casusoverleg', 'politie')");
        await Refused($"insert into zaak.stap (id, signaal_id, stap, van, naar, partij) values (gen_random_uuid(), '{id}', 'afsluiten', 'uitvoering', 'afgesloten', 'politie')");
        await Refused($"insert into zaak.weging (id, signaal_id, ronde, partij, oordeel, inhoud, door) values (gen_random_uuid(), '{id}', 1, 'reclassering', 'in_overeenstemming', '', gen_random_uuid())");
        foreach (var source in new[] { "stap", "toelating", "toetsing", "verzoek" })
            await Refused($"insert into zaak.omstandigheid (id, signaal_id, partij, code, bron, bron_id) values (gen_random_uuid(), '{id}', 'rvdk', 'betrokken', '{source}', gen_random_uuid())");
        (await AsSuperuser("select fase from zaak.signaal")).ShouldBe("weging");
    }

    private async Task Refused(string sql) => (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(sql))).SqlState.ShouldBeOneOf("23514", "40001");
}
