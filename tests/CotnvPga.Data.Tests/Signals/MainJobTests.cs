using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.TestHost.Cases;

namespace CotnvPga.Data.Tests.Signals;

/// <summary>From a signal to the case consultation, on the services and a real database.</summary>
public sealed class MainJobTests : IAsyncLifetime
{
    private readonly Actor _burgemeester = CaseWorld.Person(Party.Burgemeester, "9901", "coordinator");
    private readonly Actor _politie = CaseWorld.Person(Party.Politie, "9901");
    private readonly Actor _om = CaseWorld.Person(Party.Om, "9901");
    private readonly Actor _reclassering = CaseWorld.Person(Party.Reclassering, "9901");
    private readonly Actor _burgemeesterElders = CaseWorld.Person(Party.Burgemeester, "9902");
    private CaseWorld _world = null!;

    public async Task InitializeAsync() => _world = await CaseWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task From_a_signal_to_the_table_everybody_sees_exactly_what_the_law_lets_them()
    {
        var signal = Done(await _world.Do<SignalDesk, Result<SignalState>>(desk => desk.RegisterAsync(_burgemeester, new NewSignal(
            "9901", "Een jongerenwerker maakt zich zorgen.", null,
            [Item("waarneming", "Roept leuzen op straat."), Item("achternaam", "A.")]), default)));
        signal.Phase.ShouldBe(Phase.Melding);

        (await Open(_burgemeester, signal.Id)).Value!.Items.Select(i => i.Field).ShouldBe(["aanleiding", "waarneming", "achternaam"], ignoreOrder: true);
        (await Open(_politie, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();
        (await Open(_burgemeesterElders, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();

        Done(await Take(_burgemeester, signal.Id, "aanmelden", new StepWords { Kwaliteit = new QualityCheck(true, "Nagebeld met de melder.") })).Phase.ShouldBe(Phase.Aanmelding);
        (await Open(_om, signal.Id)).Value!.Items.Count.ShouldBe(3);
        (await Open(_reclassering, signal.Id)).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Take(_burgemeester, signal.Id, "in_weging", new StepWords())).Phase.ShouldBe(Phase.Weging);

        Done(await Judge(_politie, signal.Id, "in_overeenstemming"));
        (await Open(_om, signal.Id)).Value!.Judgements.ShouldBeEmpty();
        (await Open(_om, signal.Id)).Value!.Standing.ShouldContain(new JudgementStanding("politie", true));
        Done(await Judge(_om, signal.Id, "in_overeenstemming"));
        (await Open(_om, signal.Id)).Value!.Judgements.Select(j => j.Party).ShouldBe(["politie", "om"]);
        (await Take(_om, signal.Id, "weging_vaststellen", new StepWords())).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["drie_oordelen"]);
        Done(await Judge(_burgemeester, signal.Id, "in_overeenstemming"));
        (await Judge(_burgemeester, signal.Id, "niet_in_overeenstemming")).Refusal.ShouldBeOfType<NotNow>();
        Done(await Take(_om, signal.Id, "weging_vaststellen", new StepWords())).Phase.ShouldBe(Phase.Verzameling);

        var words = new StepWords
        {
            Deelnemers = [new("burgemeester", "regie", null), new("politie", "veiligheid", null), new("om", "vervolging", null), new("reclassering", "toezicht", null)],
        };
        Done(await Take(_burgemeester, signal.Id, "deelnemers_vaststellen", words)).WaitingFor.ShouldBe(["om", "politie"]);
        Done(await Take(_politie, signal.Id, "deelnemers_vaststellen", words)).WaitingFor.ShouldBe(["om"]);
        Done(await Take(_om, signal.Id, "deelnemers_vaststellen", words)).Phase.ShouldBe(Phase.Casusoverleg);

        (await Open(_politie, signal.Id)).Value!.Items.Count.ShouldBe(3);
        var forReclassering = (await Open(_reclassering, signal.Id)).Value!;
        forReclassering.Items.ShouldBeEmpty("necessity was not recorded for this party");
        forReclassering.Conditional.Count.ShouldBe(3);
        forReclassering.Conditional.ShouldAllBe(c => c.Answer.Missing[0][0] == "noodzakelijk");

        var page = Done(await _world.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(_reclassering, 0, 50, false, default)));
        page.Lines.Single().State.Id.ShouldBe(signal.Id);
        Done(await _world.Do<Worklist, Result<WorklistPage>>(list => list.PageAsync(_burgemeesterElders, 0, 50, false, default))).Total.ShouldBe(0);
    }

    private static NewItem Item(string field, string value) => new(field, value, null, null, null, "Nodig voor de weging.", null, [], null);

    private Task<Result<CaseView>> Open(Actor actor, SignalId id) => _world.Do<CaseDesk, Result<CaseView>>(desk => desk.OpenAsync(actor, id, null, default));

    private Task<Result<StepOutcomeView>> Take(Actor actor, SignalId id, string step, StepWords words) =>
        _world.Do<StepDesk, Result<StepOutcomeView>>(desk => desk.TakeAsync(actor, id, step, words, default));

    private Task<Result<GivenJudgement>> Judge(Actor actor, SignalId id, string verdict) => _world.Do<WeighingDesk, Result<GivenJudgement>>(desk => desk.JudgeAsync(actor, id,
        new NewJudgement(verdict, [.. CaseWorld.Convenant.Process.Criteria.Keys.Select(c => new NewFinding(c, "Gezien.", "Niets gevonden in de registratie."))], "Samen bezien."), default));

    private static T Done<T>(Result<T> result)
    {
        result.Refusal.ShouldBeNull();
        return result.Value!;
    }
}
