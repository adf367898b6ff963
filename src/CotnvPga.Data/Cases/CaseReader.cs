using System.Text.Json;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>The one way to read items: the engine's mask, row-level security, and a log line for every value, in one transaction.</summary>
public sealed class CaseReader(ZaakContext db, CaseDoor door, KeyFolder keys, CompiledConvenant convenant, ItemMarksOf marks, OwnNames ownNames, ReasonsInUse reasons)
{
    private const int MostSetsTold = 3;
    private const int MostTimesAsked = 5;

    /// <summary>All items that the viewer may see, and those that would be visible if something about the item itself were added.</summary>
    public async Task<(IReadOnlyList<VisibleItem> Visible, IReadOnlyList<ConditionalItem> Conditional)> ReadAsync(CaseEntry entry, CancellationToken cancel) =>
        await SheetAsync(entry, SheetParts.ItemsOnly, cancel) is { } sheet ? (sheet.Visible, sheet.Conditional) : ([], []);

    /// <summary>The whole case as this viewer may see it, in one question. Null when the case went on meanwhile.</summary>
    internal async Task<CaseSheet?> SheetAsync(CaseEntry entry, SheetParts parts, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Raadplegen);
        var given = reasons.Of(entry, view, door.Question(entry, Act.Raadplegen));
        if (await RowAsync(entry, view, given, parts, cancel) is not { } row)
            return null;
        var promised = Canonical.Read<List<ItemPlace>>(row.Beloofd ?? "[]");
        var conditional = promised.ConvertAll(p => new ConditionalItem(new ItemId(p.Id), p.Categorie, p.Verstrekker, WithoutNature(given.For(p))));
        if (row.Ingepakt is not { } wrapped)
            return new CaseSheet([], conditional, row, [], null);
        using var key = CaseKey.Unwrap(entry.State.Id, wrapped, keys);
        var visible = Canonical.Read<List<ItemRow>>(row.Gezien ?? "[]").ConvertAll(r => Visible(r, key, given.For(r)));
        var judgements = Canonical.Read<List<JudgementRow>>(row.Wegingen ?? "[]").ConvertAll(r => r.Open(key));
        var asked = Canonical.Read<List<AskingStep>>(row.Gevraagd ?? "[]").ConvertAll(r => Canonical.Read<StepWords>(key.Read(r.Toelichting, $"stap/{r.Id}")));
        var question = asked.LastOrDefault(w => w.Vraag is not null && w.Partij == entry.Viewer.Party.Code())?.Vraag;
        return new CaseSheet(await NotedAsync(entry, visible, cancel), conditional, row, judgements, question);
    }

    /// <summary>Asks for the sheet, and again with the reasons that lacked; null when the ticket opens nothing.</summary>
    /// <exception cref="InvalidOperationException">Each time there was another item without its reason.</exception>
    private async Task<CaseSheetRow?> RowAsync(CaseEntry entry, ViewTable view, GivenReasons given, SheetParts parts, CancellationToken cancel)
    {
        var (words, seal) = await door.TicketAsync(entry, Act.Raadplegen, view, cancel);
        for (var time = 0; time < MostTimesAsked; time++)
        {
            var rows = await db.Database.SqlQuery<CaseSheetRow>($"select * from toegang.zaakblad({words}, {seal}, {given.Words}::jsonb, {entry.State.Round}, {parts.Judging}, {parts.AskingSteps}, {parts.Asking})").ToListAsync(cancel);
            if (rows is not [{ ZonderReden: { } lacking }])
                return rows.SingleOrDefault();
            given.Learn(Canonical.Read<List<ItemPlace>>(lacking));
        }
        throw new InvalidOperationException("The items of the case kept changing while they were read.");
    }

    /// <summary>
    /// One item with the key for all that belongs to it, and one line in the log; refused as not allowed when the viewer is only told
    /// that it could see it. The ticket for reading stays shown, so that what is written about the item is tested against what its writer sees.
    /// </summary>
    internal async Task<Result<OpenedItem>> OpenItemAsync(CaseEntry entry, ItemId id, CancellationToken cancel)
    {
        var (view, all) = await BriefAsync(entry, cancel);
        if (all.SingleOrDefault(b => b.Id == id.Value) is not { } brief)
            return new NotKnown();
        var answer = Explain(view, brief);
        if (!brief.Zichtbaar)
            return new NotAllowed(WithoutNature(answer).Explanation, answer.Grounds, answer.Missing);
        var answers = new Dictionary<Guid, Answer> { [brief.Id] = answer };
        if (await DiscloseAsync(entry, [brief], answers, cancel) is not { } disclosed)
            return new NotKnown();
        var rows = await db.Database.SqlQuery<ItemRow>($"select * from toegang.gegevens_lezen() where id = {id.Value}").ToListAsync(cancel);
        if (await NotedAsync(entry, Values(disclosed, rows, answers), cancel) is [var item])
            return new OpenedItem(item, disclosed.Key);
        disclosed.Dispose();
        return new NotKnown();
    }

    /// <summary>
    /// Some of the items that the viewer may see, chosen by id and field; only those are read, and only those get a line in the log.
    /// </summary>
    internal Task<IReadOnlyList<VisibleItem>> ReadSomeAsync(CaseEntry entry, Func<Guid, string, bool> choose, CancellationToken cancel) =>
        ReadChosenAsync(entry, r => choose(r.Id, r.Veld), cancel);

    /// <summary>The items that the viewer's own party supplied and recorded in a period, as far as the viewer may see them; only those get a line in the log.</summary>
    internal async Task<IReadOnlyList<VisibleItem>> ReadOwnAsync(CaseEntry entry, Interval recorded, CancellationToken cancel)
    {
        var own = entry.Viewer.Party.Code();
        return (await BriefAsync(entry, cancel)).Items.Exists(b => b.Zichtbaar && b.Verstrekker == own)
            ? await ReadChosenAsync(entry, r => r.Verstrekker == own && r.VastgelegdNamens == own && recorded.Contains(r.VastgelegdOp), cancel)
            : [];
    }

    private async Task<IReadOnlyList<VisibleItem>> ReadChosenAsync(CaseEntry entry, Predicate<ItemRow> choose, CancellationToken cancel)
    {
        var (view, brief) = await BriefAsync(entry, cancel);
        var rows = (await RowsAsync(cancel)).FindAll(choose);
        var chosen = brief.FindAll(b => b.Zichtbaar && rows.Exists(r => r.Id == b.Id));
        var answers = chosen.ToDictionary(b => b.Id, b => Explain(view, b));
        using var disclosed = await DiscloseAsync(entry, chosen, answers, cancel);
        return disclosed is null ? [] : await NotedAsync(entry, Values(disclosed, rows, answers), cancel);
    }

    private Task<List<ItemRow>> RowsAsync(CancellationToken cancel) => db.Database.SqlQuery<ItemRow>($"select * from toegang.gegevens_lezen()").ToListAsync(cancel);

    private async Task<IReadOnlyList<VisibleItem>> NotedAsync(CaseEntry entry, IReadOnlyList<VisibleItem> shown, CancellationToken cancel)
    {
        await ownNames.NoteAsync(db, entry.Viewer.Actor, shown, cancel);
        return shown;
    }

    /// <summary>The values of what was disclosed; what a colleague took away meanwhile is left out.</summary>
    private IReadOnlyList<VisibleItem> Values(Disclosed disclosed, List<ItemRow> rows, Dictionary<Guid, Answer> answers) =>
        [.. rows.Where(r => disclosed.Items.Contains(r.Id)).Select(r => Visible(r, disclosed.Key, answers[r.Id]))];

    private static Answer Explain(ViewTable view, BriefRow item) => view.Explain(item.Categorie, item.Bijzonder, item.Verstrekker, item.Vlaggen);

    private VisibleItem Visible(ItemRow row, CaseKey key, Answer answer) => new(
        new ItemId(row.Id), row.Veld, convenant.Fields[row.Veld].Label, key.Read(row.Waarde, $"gegeven/{row.Id}"),
        row.Categorie, row.Bijzonder, row.Verstrekker, row.VastgelegdNamens, row.VastgelegdOp, answer)
    {
        WaitsForSecondLook = (row.Vlaggen & (ItemFlags.ExtraCareBit | ItemFlags.SecondLookBit)) == ItemFlags.ExtraCareBit,
        Marks = marks.Of(row, key),
    };

    /// <summary>The items that this viewer sees or could see, without field or value. The ticket for reading stays shown.</summary>
    internal async Task<(ViewTable View, List<BriefRow> Items)> BriefAsync(CaseEntry entry, CancellationToken cancel)
    {
        var view = door.View(entry, Act.Raadplegen);
        await door.ShowAsync(entry, Act.Raadplegen, view, cancel);
        return (view, await door.OnceAsync(entry, "kort", () => db.Database.SqlQuery<BriefRow>($"select * from toegang.gegevens_kort()").ToListAsync(cancel)));
    }

    /// <summary>The key for the words of the process; writes the line that says who asked for it and why.</summary>
    /// <exception cref="InvalidOperationException">The ticket shown does not give it: a fault, since the door was passed.</exception>
    internal async Task<CaseKey> WorkKeyAsync(SignalId signal, string why, IReadOnlyList<string> grounds, CancellationToken cancel)
    {
        return Unwrap(signal, await db.Database.SqlQuery<byte[]?>($"select toegang.werksleutel({why}, {grounds.ToArray()}) as \"Value\"").SingleAsync(cancel));
    }

    /// <summary>Opens the key for the words of the process that the database gave.</summary>
    /// <exception cref="InvalidOperationException">It gave none: a fault, since the door was passed.</exception>
    internal CaseKey Unwrap(SignalId signal, byte[]? wrapped) =>
        CaseKey.Unwrap(signal, wrapped ?? throw new InvalidOperationException("The database gave no key for the process."), keys);

    /// <summary>The engine's own sentence names the nature of an item, which is not told of an item that may not be seen.</summary>
    private Answer WithoutNature(Answer answer)
    {
        var sets = answer.Missing.Take(MostSetsTold).Select(set => string.Join(" en ", set.Select(code => $"‘{convenant.LabelOf("omstandigheid", code)}’")));
        return answer with { Explanation = $"U kunt dit gegeven zien als dit erbij komt: {string.Join(", of ", sets)}." };
    }

    /// <summary>Writes the lines in the log and gets the key; null when nothing is visible.</summary>
    private async Task<Disclosed?> DiscloseAsync(CaseEntry entry, List<BriefRow> visible, Dictionary<Guid, Answer> answers, CancellationToken cancel)
    {
        if (visible.Count == 0)
            return null;
        var row = await db.Database.SqlQuery<DisclosedRow>($"select * from toegang.onthul({Grounds(entry, visible, answers)}::jsonb)").SingleOrDefaultAsync(cancel);
        return row is null ? null : new Disclosed(CaseKey.Unwrap(entry.State.Id, row.Ingepakt, keys), row.Welke.ToHashSet());
    }

    private string Grounds(CaseEntry entry, List<BriefRow> visible, Dictionary<Guid, Answer> answers) =>
        Grounds(door.Question(entry, Act.Raadplegen), visible.Select(b => (b.Id, b.Vlaggen, answers[b.Id])));

    /// <summary>For every item its rule, its articles and the receipt of the decision, as the log takes them.</summary>
    internal static string Grounds(ViewQuestion question, IEnumerable<(Guid Id, int Flags, Answer Answer)> answers) => JsonSerializer.Serialize(
        answers.Select(a => new { id = a.Id, regel = a.Answer.Rule, grondslagen = a.Answer.Grounds, bewijs = LoggedDecision.Of(question, a.Flags, a.Answer) }));
}

/// <summary>An item that was disclosed, with the key for what belongs to it.</summary>
internal sealed record OpenedItem(VisibleItem Item, CaseKey Key) : IDisposable
{
    public void Dispose() => Key.Dispose();
}

/// <summary>The items for which the database wrote a line in the log, and the key to read them.</summary>
internal sealed record Disclosed(CaseKey Key, IReadOnlySet<Guid> Items) : IDisposable
{
    public void Dispose() => Key.Dispose();
}

internal sealed class DisclosedRow
{
    public byte[] Ingepakt { get; init; } = [];
    public Guid[] Welke { get; init; } = [];
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
