using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Cases;

/// <summary>The one way to read items: the engine's mask, row-level security, and a log line for every value, in one transaction.</summary>
public sealed class CaseReader(ZaakContext db, CaseDoor door, KeyFolder keys, CompiledConvenant convenant)
{
    private const int MostSetsTold = 3;

    /// <summary>All items that the viewer may see, and those that would be visible if something about the item itself were added.</summary>
    public async Task<(IReadOnlyList<VisibleItem> Visible, IReadOnlyList<ConditionalItem> Conditional)> ReadAsync(CaseEntry entry, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, cancel);
        var brief = await BriefAsync(cancel);
        var answers = brief.ToDictionary(b => b.Id, b => view.Explain(b.Categorie, b.Bijzonder, b.Verstrekker, b.Vlaggen));
        var conditional = brief.Where(b => b.Beloofd && !b.Zichtbaar).OrderBy(b => b.Id)
            .Select(b => new ConditionalItem(new ItemId(b.Id), b.Categorie, b.Verstrekker, WithoutNature(answers[b.Id]))).ToList();
        if (!brief.Any(b => b.Zichtbaar))
            return ([], conditional);

        using var key = await DiscloseAsync(entry, brief, answers, cancel);
        var rows = await db.Gegevens.AsNoTracking().OrderBy(r => r.VastgelegdOp).ThenBy(r => r.Id).ToListAsync(cancel);
        return ([.. rows.Select(r => Item(r, key, answers[r.Id]))], conditional);
    }

    /// <summary>
    /// Some of the items that the viewer may see, chosen by id and field; only those are read, and only those get a line in the log.
    /// </summary>
    internal async Task<IReadOnlyList<VisibleItem>> ReadSomeAsync(CaseEntry entry, Func<Guid, string, bool> choose, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, cancel);
        var rows = (await db.Gegevens.AsNoTracking().OrderBy(r => r.VastgelegdOp).ThenBy(r => r.Id).ToListAsync(cancel)).FindAll(r => choose(r.Id, r.Veld));
        if (rows.Count == 0)
            return [];
        var flags = (await BriefAsync(cancel)).ToDictionary(b => b.Id, b => b.Vlaggen);
        var answers = rows.ToDictionary(r => r.Id, r => view.Explain(r.Categorie, r.Bijzonder, r.Verstrekker, flags[r.Id]));
        var grounds = Grounds(door.Question(entry, Act.Raadplegen), rows.Select(r => (r.Id, flags[r.Id], answers[r.Id])));
        var wrapped = await db.Database.SqlQuery<byte[]?>($"select toegang.onthul_deze({rows.Select(r => r.Id).ToArray()}, {grounds}::jsonb) as \"Value\"").SingleAsync(cancel)
            ?? throw new InvalidOperationException("The database gave no key for what the engine lets be seen.");
        using var key = CaseKey.Unwrap(entry.State.Id, wrapped, keys);
        return [.. rows.Select(r => Item(r, key, answers[r.Id]))];
    }

    private VisibleItem Item(GegevenRow r, CaseKey key, Answer answer) => new(
        new ItemId(r.Id), r.Veld, convenant.Fields[r.Veld].Label, key.Read(r.Waarde, $"gegeven/{r.Id}"),
        r.Categorie, r.Bijzonder, r.Verstrekker, r.VastgelegdNamens, r.VastgelegdOp, answer)
    {
        WaitsForSecondLook = (r.Vlaggen & (ItemFlags.ExtraCareBit | ItemFlags.SecondLookBit)) == ItemFlags.ExtraCareBit,
    };

    /// <summary>The items that this viewer sees or could see, without field or value. Needs a ticket for reading.</summary>
    internal Task<List<BriefRow>> BriefAsync(CancellationToken cancel) =>
        db.Database.SqlQuery<BriefRow>($"select * from toegang.gegevens_kort()").ToListAsync(cancel);

    /// <summary>The key for the words of the process; writes the line that says who asked for it and why.</summary>
    /// <exception cref="InvalidOperationException">The ticket shown does not give it: a fault, since the door was passed.</exception>
    internal async Task<CaseKey> WorkKeyAsync(SignalId signal, string why, IReadOnlyList<string> grounds, CancellationToken cancel)
    {
        var wrapped = await db.Database.SqlQuery<byte[]?>($"select toegang.werksleutel({why}, {grounds.ToArray()}) as \"Value\"").SingleAsync(cancel)
            ?? throw new InvalidOperationException("The database gave no key for the process.");
        return CaseKey.Unwrap(signal, wrapped, keys);
    }

    /// <summary>The engine's own sentence names the nature of an item, which is not told of an item that may not be seen.</summary>
    private Answer WithoutNature(Answer answer)
    {
        var sets = answer.Missing.Take(MostSetsTold).Select(set => string.Join(" en ", set.Select(code => $"‘{convenant.LabelOf("omstandigheid", code)}’")));
        return answer with { Explanation = $"U kunt dit gegeven zien als dit erbij komt: {string.Join(", of ", sets)}." };
    }

    private async Task<CaseKey> DiscloseAsync(CaseEntry entry, List<BriefRow> brief, Dictionary<Guid, Answer> answers, CancellationToken cancel)
    {
        var grounds = Grounds(door.Question(entry, Act.Raadplegen), brief.Where(b => b.Zichtbaar).Select(b => (b.Id, b.Vlaggen, answers[b.Id])));
        var wrapped = await db.Database.SqlQuery<byte[]?>($"select toegang.onthul({grounds}::jsonb) as \"Value\"").SingleAsync(cancel)
            ?? throw new InvalidOperationException("The database gave no key for what the engine lets be seen.");
        return CaseKey.Unwrap(entry.State.Id, wrapped, keys);
    }

    /// <summary>For every item its rule, its articles and the receipt of the decision, as the log takes them.</summary>
    internal static string Grounds(ViewQuestion question, IEnumerable<(Guid Id, int Flags, Answer Answer)> answers) => JsonSerializer.Serialize(
        answers.Select(a => new { id = a.Id, regel = a.Answer.Rule, grondslagen = a.Answer.Grounds, bewijs = LoggedDecision.Of(question, a.Flags, a.Answer) }));
}

/// <summary>An item without field or value.</summary>
internal sealed class BriefRow
{
    public Guid Id { get; init; }
    public string Categorie { get; init; } = "";
    public string Bijzonder { get; init; } = "";
    public string Verstrekker { get; init; } = "";
    public int Vlaggen { get; init; }
    public bool Zichtbaar { get; init; }
    public bool Beloofd { get; init; }
}
