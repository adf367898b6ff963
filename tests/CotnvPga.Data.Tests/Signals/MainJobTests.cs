using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Signals;

/// <summary>From a signal to the case consultation, on the services and a real database.</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private readonly Actor _elders = CaseWorld.Person(Party.Burgemeester, "9902");
    private CaseWorld _world = null!;
    private CaseTable _table = null!;

    public async Task InitializeAsync() => _table = new CaseTable(_world = await CaseWorld.CreateAsync(), "9901");

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task From_a_signal_to_the_table_everybody_sees_exactly_what_the_law_lets_them()
    {
        var signal = Done(await _table.Register(_table.Burgemeester, Item("waarneming", "Roept leuzen op straat."), Item("achternaam", "A.")));
        signal.Phase.ShouldBe(Phase.Melding);

        (await _table.Open(_table.Burgemeester, signal.Id)).Value!.Items.Select(i => i.Field).ShouldBe(["aanleiding", "waarneming", "achternaam"], ignoreOrder: true);
        (await _table.Open(_table.Politie, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();
        (await _table.Open(_elders, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();

        Done(await _table.Take(_table.Burgemeester, signal.Id, "aanmelden", new StepWords { Kwaliteit = new QualityCheck(true, "Nagebeld met de melder.") })).Phase.ShouldBe(Phase.Aanmelding);
        (await _table.Open(_table.Om, signal.Id)).Value!.Items.Count.ShouldBe(3);
        (await _table.Open(_table.Reclassering, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await _table.Take(_table.Burgemeester, signal.Id, "in_weging")).Phase.ShouldBe(Phase.Weging);

        Done(await _table.Judge(_table.Politie, signal.Id, "in_overeenstemming"));
        (await _table.Open(_table.Om, signal.Id)).Value!.Judgements.ShouldBeEmpty();
        (await _table.Open(_table.Om, signal.Id)).Value!.Standing.ShouldContain(new JudgementStanding("politie", true));
        Done(await _table.Judge(_table.Om, signal.Id, "in_overeenstemming"));
        (await _table.Open(_table.Om, signal.Id)).Value!.Judgements.Select(j => j.Party).ShouldBe(["politie", "om"]);
        (await _table.Take(_table.Om, signal.Id, "weging_vaststellen")).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["drie_oordelen"]);
        Done(await _table.Judge(_table.Burgemeester, signal.Id, "in_overeenstemming"));
        (await _table.Judge(_table.Burgemeester, signal.Id, "niet_in_overeenstemming")).Refusal.ShouldBeOfType<NotNow>();
        Done(await _table.Take(_table.Om, signal.Id, "weging_vaststellen")).Phase.ShouldBe(Phase.Verzameling);

        var words = new StepWords
        {
            Deelnemers = [new("burgemeester", "regie", null), new("politie", "veiligheid", null), new("om", "vervolging", null), new("reclassering", "toezicht", null)],
        };
        Done(await _table.Take(_table.Burgemeester, signal.Id, "deelnemers_vaststellen", words)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await _table.Take(_table.Politie, signal.Id, "deelnemers_vaststellen", words)).WaitingFor.ShouldBe(["om"]);
        Done(await _table.Take(_table.Om, signal.Id, "deelnemers_vaststellen", words)).Phase.ShouldBe(Phase.Casusoverleg);

        (await _table.Open(_table.Politie, signal.Id)).Value!.Items.Count.ShouldBe(3);
        var forReclassering = (await _table.Open(_table.Reclassering, signal.Id)).Value!;
        forReclassering.Items.ShouldBeEmpty("necessity was not recorded for this party");
        forReclassering.Conditional.Count.ShouldBe(3);
        forReclassering.Conditional.ShouldAllBe(c => c.Answer.Missing[0][0] == "noodzakelijk");

        var page = Done(await _world.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(_table.Reclassering, 0, 50, false, default)));
        page.Lines.Single().State.Id.ShouldBe(signal.Id);
        Done(await _world.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(_elders, 0, 50, false, default))).Total.ShouldBe(0);
    }
}
