using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Oversight;

/// <summary>A logged decision is made again under the rule data of then: the same bytes, or somebody is told.</summary>
public sealed class ReplayTests : CaseTest
{
    private static readonly LocalDate Soon = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(30);

    [Fact]
    public async Task Every_decision_repeats_byte_for_byte_also_one_about_a_hand_over()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        var item = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "achternaam").Id.Value;
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Burgemeester, new ItemId(item), null, null, [new PartyNecessity("reclassering", "Voor het plan.", null)], default)));
        Done(await World.Do<Handovers, Result<HandoverView>>(h => h.HandOverAsync(Table.Burgemeester, id, null, new NewHandover("reclassering", [item], null, []), default)));
        await ReviewAsync(id);

        var lines = Done(await Replay(Table.Fg, id));

        lines.ShouldAllBe(l => l.Outcome == ReplayOutcome.Gelijk && l.Differences.Count == 0 && l.Convenant == CaseWorld.Convenant.Hash);
        lines.ShouldContain(l => l.Party == "burgemeester" && l.Act == "raadplegen");
        lines.ShouldContain(l => l.Party == "burgemeester" && l.To == "reclassering" && l.Act == "ontvangen");
    }

    [Fact]
    public async Task After_a_change_of_the_rules_the_old_line_still_repeats_under_the_old_ones()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        Done(await Table.Open(Table.Om, id)).Items.Count.ShouldBe(3);
        await ReviewAsync(id);
        var changed = CompiledConvenant.Load([.. CaseWorld.Convenant.Files, new RuleFile("model/99-later.yaml", """
            laag: modelconvenant
            hoofdstuk: 99
            titel: Later bedacht
            artikelen:
              - nummer: "99.1"
                titel: Het OM ziet geen signalen meer
                aard: hard
                tekst: Vanaf nu niet meer.
                grondslag: ["wet-pga:2.2"]
                zekerheid: afgeleid
                regels:
                  - {id: mc-later, soort: verbod, waar: {partij: om, categorie: signaal}, toelichting: Vanaf nu niet meer.}
            """)]).Valid();
        await using var later = new Later(await CaseWorld.AfterChangeAsync(World.Database, changed));
        Done(await new CaseTable(later.World, "9901").Open(Table.Om, id)).Items.Count.ShouldBe(1);

        var lines = Done(await Replay(Table.Fg, id, later.World));

        lines.ShouldAllBe(l => l.Outcome == ReplayOutcome.Gelijk);
        lines.Count(l => l.Party == "om" && l.Convenant == CaseWorld.Convenant.Hash).ShouldBe(3);
        lines.Count(l => l.Party == "om" && l.Convenant == changed.Hash).ShouldBe(1);

        await AsSuperuser($"update proces.convenant set bestanden = bestanden #- '{{0}}' where hash = '{CaseWorld.Convenant.Hash}'");
        await using var another = new Later(await CaseWorld.AfterChangeAsync(World.Database, changed));
        Done(await Replay(Table.Fg, id, another.World)).Where(l => l.Convenant != changed.Hash)
            .ShouldAllBe(l => l.Outcome == ReplayOutcome.NietTeHerhalen && l.Words.Contains("regels van toen"));
    }

    [Theory]
    [InlineData("regel = 'g-iets-anders'", "regel")]
    [InlineData("grondslagen = '{wet-pga:1}'", "grondslagen")]
    [InlineData("partij = 'politie'", "partij")]
    [InlineData("doel = 'rechten'", "antwoord")]
    [InlineData("categorie = 'bsn'", "antwoord")]
    [InlineData("bewijs = jsonb_set(bewijs, '{antwoord}', '\"00\"')", "antwoord")]
    [InlineData("bewijs = jsonb_set(bewijs, '{regels}', '[\"w-verzonnen\"]')", "bewijs")]
    [InlineData("bewijs = jsonb_set(bewijs, '{periode}', '\"2017-07-21\"')", "bewijs")]
    [InlineData("bewijs = jsonb_set(bewijs, '{omstandigheden}', '[]')", "antwoord")]
    [InlineData("bewijs = jsonb_set(bewijs, '{fase}', '\"geen_fase\"')", "bewijs")]
    [InlineData("bewijs = jsonb_set(bewijs, '{uitgave}', '4000')", "bewijs")]
    [InlineData("bewijs = jsonb_set(bewijs, '{vlaggen}', '-1')", "bewijs")]
    [InlineData("bewijs = jsonb_set(bewijs, '{regels}', 'null')", "bewijs")]
    [InlineData("bewijs = '{}'", "bewijs")]
    [InlineData("bewijs = '7'", "bewijs")]
    public async Task A_tampered_line_is_told(string change, string difference)
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        Done(await Table.Open(Table.Om, id));
        await ReviewAsync(id);
        await AsSuperuser($"alter table zaak.logboek disable trigger user; update zaak.logboek set {change} where id = (select min(id) from zaak.logboek where partij = 'om' and gegeven_id is not null and bewijs is not null)");

        var lines = Done(await Replay(Table.Fg, id));

        var told = lines.Single(l => l.Outcome != ReplayOutcome.Gelijk);
        told.Outcome.ShouldBe(ReplayOutcome.Anders);
        told.Differences.ShouldContain(difference);
    }

    [Fact]
    public async Task What_is_gone_cannot_be_repeated_and_is_not_called_different()
    {
        var id = await Table.InWeighing(Item("waarneming", "Iets gezien."), Item("achternaam", "A."));
        Done(await Table.Open(Table.Om, id));
        await ReviewAsync(id);
        await AsSuperuser("alter table zaak.logboek disable trigger user; update zaak.logboek set bewijs = null where id = (select max(id) from zaak.logboek where partij = 'om' and gegeven_id is not null and bewijs is not null)");
        await AsSuperuser("delete from zaak.gegeven where veld = 'achternaam'");

        var lines = Done(await Replay(Table.Fg, id));

        lines.Where(l => l.Outcome != ReplayOutcome.Gelijk).ShouldAllBe(l => l.Outcome == ReplayOutcome.NietTeHerhalen);
        lines.ShouldContain(l => l.Words.Contains("gegeven bestaat niet meer"));
        lines.ShouldContain(l => l.Words.Contains("geen bewijs"));
    }

    [Fact]
    public async Task Only_who_reviews_may_and_the_database_says_so_too()
    {
        var id = await Table.AtTable(["burgemeester", "politie", "om", "reclassering"], Item("waarneming", "Iets gezien."));
        Done(await Table.Open(Table.Om, id));
        foreach (var actor in new[] { Table.Om, Table.Burgemeester, Table.Reclassering })
            (await Replay(actor, id)).Refusal.ShouldBeOfType<NotAllowed>();
        (await Replay(Table.Fg, id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Replay(CaseWorld.Person(Party.Fg, "9902"), id)).Refusal.ShouldBeOfType<NotKnown>();

        (await World.Do<CaseDoor, int>(door => LinesAsync(door, Table.Om, id))).ShouldBe(0);
    }

    private async Task ReviewAsync(SignalId id)
    {
        Done(await World.Do<OversightDesk, Result<Guid>>(d => d.OpenReviewAsync(Table.Fg, id, "Steekproef", Soon, default)));
        var item = Done(await Table.Open(Table.Burgemeester, id)).Items.Single(i => i.Field == "waarneming").Id;
        Done(await World.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(Table.Burgemeester, item, null, null, [new PartyNecessity("fg", "Toetsing.", null)], default)));
    }

    /// <summary>What the database lets out to a participant who goes past the service.</summary>
    private static async Task<int> LinesAsync(CaseDoor door, Actor actor, SignalId id)
    {
        await using var transaction = await door.Context.Database.BeginTransactionAsync();
        var entry = Done(await door.EnterAsync(actor, id, null, forChange: false, default));
        await door.ShowAsync(entry, Act.Raadplegen, door.View(entry, Act.Raadplegen), default);
        return await door.Context.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from toegang.herhaling()").SingleAsync();
    }

    private Task<Result<IReadOnlyList<ReplayedLine>>> Replay(Actor actor, SignalId id, CaseWorld? world = null) =>
        (world ?? World).Do<DecisionReplay, Result<IReadOnlyList<ReplayedLine>>>(r => r.ReplayAsync(actor, id, null, default));

    /// <summary>The services of later, without the database, which is that of the test.</summary>
    private sealed class Later(CaseWorld world) : IAsyncDisposable
    {
        public CaseWorld World => world;

        public ValueTask DisposeAsync() => world.DisposeServicesAsync();
    }
}
