using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Quality;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Cases;

/// <summary>The one way to read items: the engine's mask, row-level security, and a log line for every value, in one transaction.</summary>
public sealed class CaseReader(ZaakContext db, CaseDoor door, KeyFolder keys, CompiledConvenant convenant, ItemMarksReader marks)
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
        var beside = await marks.ReadAsync(key, rows, cancel);
        var origins = await OriginsAsync(rows, cancel);
        return ([.. rows.Select(r => Visible(r, key, answers[r.Id], beside[r.Id], origins.GetValueOrDefault(r.Id)))], conditional);
    }

    /// <summary>
    /// One item with the key for all that belongs to it, and one line in the log; refused as not allowed when the viewer is only told
    /// that it could see it. The ticket for reading stays shown, so that what is written about the item is tested against what its writer sees.
    /// </summary>
    internal async Task<Result<OpenedItem>> OpenItemAsync(CaseEntry entry, ItemId id, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, cancel);
        if ((await BriefAsync(cancel)).SingleOrDefault(b => b.Id == id.Value) is not { } brief)
            return new NotKnown();
        var answer = view.Explain(brief.Categorie, brief.Bijzonder, brief.Verstrekker, brief.Vlaggen);
        if (!brief.Zichtbaar)
            return new NotAllowed(WithoutNature(answer).Explanation, answer.Grounds, answer.Missing);
        var ground = JsonSerializer.Serialize(Ground(door.Question(entry, Act.Raadplegen), brief.Id, brief.Vlaggen, answer));
        var wrapped = await db.Database.SqlQuery<byte[]?>($"select toegang.onthul_van({id.Value}, {ground}::jsonb) as \"Value\"").SingleAsync(cancel)
            ?? throw new InvalidOperationException("The database gave no key for an item that the engine lets be seen.");
        var key = CaseKey.Unwrap(entry.State.Id, wrapped, keys);
        var row = await db.Gegevens.AsNoTracking().SingleAsync(r => r.Id == id.Value, cancel);
        return new OpenedItem(Visible(row, key, answer, (await marks.ReadAsync(key, [row], cancel))[row.Id], (await OriginsAsync([row], cancel)).GetValueOrDefault(row.Id)), key);
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
        var beside = await marks.ReadAsync(key, rows, cancel);
        var origins = await OriginsAsync(rows, cancel);
        return [.. rows.Select(r => Visible(r, key, answers[r.Id], beside[r.Id], origins.GetValueOrDefault(r.Id)))];
    }

    private VisibleItem Visible(GegevenRow row, CaseKey key, Answer answer, ItemMarks beside, string? firstSupplier) => new(
        new ItemId(row.Id), row.Veld, convenant.Fields[row.Veld].Label, key.Read(row.Waarde, $"gegeven/{row.Id}"),
        row.Categorie, row.Bijzonder, row.Verstrekker, row.VastgelegdNamens, row.VastgelegdOp, answer)
    {
        WaitsForSecondLook = (row.Vlaggen & (ItemFlags.ExtraCareBit | ItemFlags.SecondLookBit)) == ItemFlags.ExtraCareBit,
        Marks = beside,
        FirstSupplier = firstSupplier,
    };

    /// <summary>Who first supplied what another municipality sent along; asked only when something came from there.</summary>
    private async Task<Dictionary<Guid, string>> OriginsAsync(List<GegevenRow> rows, CancellationToken cancel) =>
        rows.Exists(r => r.Verstrekker == Supplier.CasusoverlegElders.Code())
            ? await db.Database.SqlQuery<OriginRow>($"select gegeven_id, verstrekker from zaak.eerste_verstrekker").ToDictionaryAsync(o => o.GegevenId, o => o.Verstrekker, cancel)
            : [];

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
        answers.Select(a => Ground(question, a.Id, a.Flags, a.Answer)));

    private static object Ground(ViewQuestion question, Guid id, int flags, Answer answer) =>
        new { id, regel = answer.Rule, grondslagen = answer.Grounds, bewijs = LoggedDecision.Of(question, flags, answer) };
}

/// <summary>An item that was disclosed, with the key for what belongs to it.</summary>
internal sealed record OpenedItem(VisibleItem Item, CaseKey Key) : IDisposable
{
    public void Dispose() => Key.Dispose();
}

/// <summary>Who first supplied an item that another municipality sent along.</summary>
internal sealed class OriginRow
{
    public Guid GegevenId { get; init; }
    public string Verstrekker { get; init; } = "";
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
