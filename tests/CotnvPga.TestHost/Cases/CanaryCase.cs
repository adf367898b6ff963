using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.TestHost.Cases;

/// <summary>
/// A case in which every field holds a token that stands nowhere else, from every supplier that the law lets be recorded, with
/// necessities, gates and shielding at random. The test keeps its own account of what it recorded: what may be seen is then asked of the
/// naive interpreter, never of the code under test.
/// </summary>
public sealed class CanaryCase
{
    private static readonly NaiveInterpreter Naive = new(CaseWorld.Edition.Rules);
    private readonly List<CanaryItem> _items = [];
    private readonly Dictionary<Party, Actor> _actors;
    private readonly Random _random;

    private CanaryCase(SignalId id, Dictionary<Party, Actor> actors, int seed) => (Id, _actors, _random) = (id, actors, new Random(seed));

    public SignalId Id { get; }

    /// <summary>What was recorded.</summary>
    public IReadOnlyList<CanaryItem> Items => _items;

    /// <summary>Actors by the party they are in this case.</summary>
    public IReadOnlyDictionary<Party, Actor> Actors => _actors;

    /// <summary>How often the service and the naive interpreter agreed on whether an item may be recorded.</summary>
    public int RecordingsCompared { get; private set; }

    public static async Task<CanaryCase> CreateAsync(CaseTable table, int seed, bool elsewhere = true)
    {
        var actors = new Dictionary<Party, Actor>
        {
            [Party.Burgemeester] = table.Burgemeester,
            [Party.College] = table.College,
            [Party.Politie] = table.Politie,
            [Party.Om] = table.Om,
            [Party.Reclassering] = table.Reclassering,
            [Party.Rvdk] = table.Person(Party.Rvdk, "9901"),
            [Party.BurgemeesterElders] = table.Person(Party.Burgemeester, "9902"),
            [Party.CollegeElders] = table.Person(Party.College, "9902"),
            [Party.Fg] = table.Fg,
            [Party.Rac] = table.Person(Party.Rac, null),
            [Party.Auditor] = table.Person(Party.Auditor, null),
            [Party.Nctv] = table.Person(Party.Nctv, null),
            [Party.Beheer] = table.Person(Party.Beheer, null),
            [Party.Landelijk] = table.Person(Party.Landelijk, null),
        };
        var id = await table.Weighed("in_overeenstemming", CaseTable.Item("waarneming", "Begin."));
        if (!elsewhere)
        {
            actors.Remove(Party.BurgemeesterElders);
            actors.Remove(Party.CollegeElders);
        }
        var canary = new CanaryCase(id, actors, seed);
        await table.Together(id, "deelnemers_vaststellen", new StepWords
        {
            Deelnemers =
            [
                new("burgemeester", "r", null), new("politie", "r", null), new("om", "r", null), new("college", "r", null), new("reclassering", "r", null),
                .. elsewhere ? new[] { new NewParticipant("burgemeester_elders", "r", "9902"), new NewParticipant("college_elders", "r", "9902") } : [],
            ],
        });
        await canary.AdmitThirdPartyAsync(table);
        await canary.RecordAsync(table.World);
        await canary.ChangeAsync(table.World);
        return canary;
    }

    /// <summary>The tokens that the naive interpreter lets a party see, and the items it may be told of without their content.</summary>
    public (HashSet<string> Visible, HashSet<ItemId> Conditional) Allowed(Party party, Purpose purpose, Phase phase, string role, IReadOnlySet<string> viewerCircumstances, LocalDate today)
    {
        var visible = new HashSet<string>(StringComparer.Ordinal);
        var conditional = new HashSet<ItemId>();
        var itemCircumstances = ItemFlags.Order.Select(c => c.Code()).Where(c => !CaseWorld.Convenant.Vocabulary.Circumstance(c)!.Silent).ToHashSet(StringComparer.Ordinal);
        foreach (var item in _items)
        {
            var answer = Naive.Decide(item.Question(party, Act.Raadplegen, purpose, phase, role, today, viewerCircumstances));
            if (answer.Outcome == Outcome.Zichtbaar)
                visible.Add(item.Token);
            else if (answer.Missing.Any(set => set.All(itemCircumstances.Contains)))
                conditional.Add(item.Id);
        }
        return (visible, conditional);
    }

    private async Task AdmitThirdPartyAsync(CaseTable table)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        var admission = new NewAdmission("derde", "M. Mentor", "Jongerenwerk", "deskundigheid", "Kent de jongere", today.PlusDays(1).ToString("uuuu-MM-dd", null), null);
        foreach (var actor in new[] { table.Burgemeester, table.Politie, table.Om })
            CaseTable.Done(await table.World.Do<Admissions, Result<AdmissionView>>(a => a.AdmitAsync(actor, Id, admission, default)));
    }

    private async Task RecordAsync(CaseWorld world)
    {
        var today = SystemClock.Instance.GetCurrentInstant().InUtc().Date;
        foreach (var field in CaseWorld.Convenant.Fields.Values)
        {
            foreach (var supplier in Enum.GetValues<Supplier>().Where(s => field.Suppliers.Contains(s.Code()) || _random.Next(4) == 0))
            {
                var recorder = Recorder(supplier);
                var item = Draw(field, supplier, recorder);
                var circumstances = Circumstances(recorder);
                var allowed = Naive.Decide(item.Question(recorder, Act.Vastleggen, Purpose.Persoonsgericht, Phase.Casusoverleg, _actors[recorder].Memberships[0].Role, today, circumstances)).Outcome == Outcome.Zichtbaar;
                var result = await world.Do<SignalDesk, Result<IReadOnlyList<ItemId>>>(desk => desk.AddAsync(_actors[recorder], Id, null, [item.AsSent(today)], default));
                if (result.IsDone != allowed)
                    throw new InvalidOperationException($"Recording {item.Field} of {item.Supplier} by {recorder}: the service said {result.IsDone}, the naive interpreter {allowed}.");
                RecordingsCompared++;
                if (result.IsDone)
                    _items.Add(item with { Id = result.Value[0] });
            }
        }
    }

    /// <summary>Withdraws, adds and shields at random, and keeps the account.</summary>
    private async Task ChangeAsync(CaseWorld world)
    {
        for (var i = 0; i < _items.Count; i++)
        {
            var item = _items[i];
            if (_random.Next(3) == 0)
            {
                var party = (Party)_random.Next(Enum.GetValues<Party>().Length);
                var special = _random.Next(2) == 0 ? "Ook het bijzondere." : "";
                var set = await world.Do<ItemDesk, Result<ItemId>>(d => d.SetNecessityAsync(
                    _actors[Party.Burgemeester], item.Id, null, null, [new PartyNecessity(party.Code(), "Nodig.", special)], default));
                // Refused only where the mayor's desk may not know of the item; then nothing changed.
                if (set.IsDone)
                    item = item.Needed(party, true, special.Length > 0);
                else if (set.Refusal is not NotKnown)
                    throw new InvalidOperationException($"Refused: {set.Refusal}");
            }
            if (_random.Next(5) == 0 && Codes.Parse<Party>(item.Supplier.Code()) is { } own && _actors.TryGetValue(own, out var supplier))
            {
                CaseTable.Done(await world.Do<ItemDesk, Result<ItemId>>(d => d.ShieldAsync(supplier, item.Id, true, "Onderzoek.", default)));
                item = item with { Shielded = true };
            }
            _items[i] = item;
        }
    }

    private CanaryItem Draw(Convenant.FieldDefinition field, Supplier supplier, Party recorder)
    {
        var natures = field.Nature == Nature.Geen.Code() ? Enum.GetValues<Nature>() : [Codes.Known<Nature>(field.Nature)];
        var nature = _random.Next(3) > 0 ? Codes.Known<Nature>(field.Nature) : natures[_random.Next(natures.Length)];
        var gate = supplier.Code() is "politie" ? "wpg" : supplier.Code() is "om" || field.Category == "justitie" ? "wjsg" : null;
        var item = new CanaryItem(default, $"K-{Id.Value.ToString("N")[..6]}-{field.Code}-{supplier.Code()}", field.Code, Codes.Known<Category>(field.Category), nature, supplier, gate, false, [], []);
        var standing = CaseWorld.Convenant.GroupOf("partij", "drie").Select(Codes.Known<Party>).ToList();
        if (Codes.Parse<Party>(supplier.Code()) is { } own)
            standing.Add(own);
        foreach (var party in standing.Append(recorder).Distinct())
            item = item.Needed(party, true, _random.Next(4) > 0 && nature != Nature.Geen);
        return item;
    }

    /// <summary>Who records an item of a supplier: the supplier itself, else the receiver of the report.</summary>
    private Party Recorder(Supplier supplier) =>
        Codes.Parse<Party>(supplier.Code()) is { } own && _actors.ContainsKey(own) ? own : Party.Burgemeester;

    private static HashSet<string> Circumstances(Party recorder)
    {
        var circumstances = new HashSet<string> { "geautoriseerd", "opgeleid", "toegelaten", "doel_schriftelijk" };
        if (recorder != Party.Rvdk)
            circumstances.Add("betrokken");
        if (recorder is Party.Burgemeester)
            circumstances.UnionWith(["ontvanger", "aanmelder"]);
        if (recorder is Party.BurgemeesterElders or Party.CollegeElders)
            circumstances.Add("gevolgen_elders");
        return circumstances;
    }
}
