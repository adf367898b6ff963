using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;

namespace CotnvPga.TestHost.Cases;

/// <summary>The people of one municipality and the words they use, so that a test says only what it is about.</summary>
/// <param name="world">The case services.</param>
/// <param name="municipality">The municipality of the cases.</param>
/// <param name="people">Who somebody is: a person with one membership of a party in a municipality (null: national).</param>
public sealed class CaseTable(CaseWorld world, string municipality, Func<Party, string?, string, Actor> people)
{
    public CaseTable(CaseWorld world, string municipality) : this(world, municipality, CaseWorld.Person) { }

    /// <summary>A person by party and municipality.</summary>
    public Actor Person(Party party, string? where) => Met(people(party, where, "lid"));

    private readonly Dictionary<(Party, string), Actor> _met = [];

    public CaseWorld World => world;
    public Actor Burgemeester => One(Party.Burgemeester, "coordinator");
    public Actor Plaatsvervanger => One(Party.Burgemeester, "plaatsvervanger");
    public Actor College => One(Party.College, "lid");
    public Actor Politie => One(Party.Politie, "lid");
    public Actor Om => One(Party.Om, "lid");
    public Actor Reclassering => One(Party.Reclassering, "lid");
    public Actor Fg => One(Party.Fg, "lid");

    public static NewItem Item(string field, string value, string? supplier = null, NewGate? gate = null) =>
        new(field, value, null, null, supplier, "Nodig voor de weging.", null, [], gate);

    public Task<Result<SignalState>> Register(Actor actor, params NewItem[] items) =>
        world.Do<SignalDesk, Result<SignalState>>(desk => desk.RegisterAsync(actor, new NewSignal(municipality, "Zorg van een jongerenwerker.", "burgemeester", items), default));

    public Task<Result<IReadOnlyList<ItemId>>> Add(Actor actor, SignalId id, params NewItem[] items) =>
        world.Do<SignalDesk, Result<IReadOnlyList<ItemId>>>(desk => desk.AddAsync(actor, id, null, items, default));

    public Task<Result<CaseView>> Open(Actor actor, SignalId id, Purpose? purpose = null) => world.Do<CaseDesk, Result<CaseView>>(desk => desk.OpenAsync(actor, id, purpose, default));

    public Task<Result<StepOutcomeView>> Take(Actor actor, SignalId id, string step, StepWords? words = null) =>
        world.Do<StepDesk, Result<StepOutcomeView>>(desk => desk.TakeAsync(actor, id, step, words ?? new StepWords(), default));

    public Task<Result<GivenJudgement>> Judge(Actor actor, SignalId id, string verdict) => world.Do<WeighingDesk, Result<GivenJudgement>>(desk => desk.JudgeAsync(actor, id,
        new NewJudgement(verdict, [.. CaseWorld.Convenant.Process.Criteria.Keys.Select(c => new NewFinding(c, "Gezien.", "Niets gevonden."))], "Samen bezien."), default));

    public async Task<SignalId> InRegistration(params NewItem[] items)
    {
        var signal = Done(await Register(Burgemeester, items));
        Done(await Take(Burgemeester, signal.Id, "aanmelden", new StepWords { Kwaliteit = new QualityCheck(true, "Nagebeld.") }));
        return signal.Id;
    }

    public async Task<SignalId> InWeighing(params NewItem[] items)
    {
        var id = await InRegistration(items);
        Done(await Take(Burgemeester, id, "in_weging"));
        return id;
    }

    public async Task<SignalId> Weighed(string verdict, params NewItem[] items)
    {
        var id = await InWeighing(items);
        foreach (var actor in new[] { Politie, Om, Burgemeester })
            Done(await Judge(actor, id, verdict));
        Done(await Take(Om, id, "weging_vaststellen"));
        return id;
    }

    public async Task<SignalId> AtTable(IReadOnlyList<string> participants, params NewItem[] items)
    {
        var id = await Weighed("in_overeenstemming", items);
        await Together(id, "deelnemers_vaststellen", new StepWords { Deelnemers = [.. participants.Select(p => new NewParticipant(p, "nodig", null))] });
        return id;
    }

    public async Task Together(SignalId id, string step, StepWords words)
    {
        foreach (var actor in new[] { Burgemeester, Politie, Om })
            Done(await Take(actor, id, step, words));
    }

    private Actor One(Party party, string role) =>
        _met.TryGetValue((party, role), out var known) ? known : _met[(party, role)] = Met(people(party, municipality, role));

    private Actor Met(Actor person)
    {
        world.Colleagues.Add(person);
        return person;
    }

    /// <summary>The value of a result that must not be a refusal.</summary>
    public static T Done<T>(Result<T> result) => result.IsDone ? result.Value : throw new InvalidOperationException($"Refused: {result.Refusal}");
}
