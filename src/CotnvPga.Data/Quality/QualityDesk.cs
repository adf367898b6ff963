using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Recognition;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Quality;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Quality;

/// <summary>
/// Keeping an item right: who answers for it corrects and tests it, anybody else who sees it proposes. The old text stays as sealed
/// history, and everybody who got it hears of the correction (wet-pga:10, besluit-pga:8, 9).
/// </summary>
public sealed class QualityDesk(ZaakContext db, ItemDoor door, KeyFolder keys, IClock clock)
{
    /// <summary>Gives an item the text that it should have had.</summary>
    public Task<Result<ItemId>> CorrectAsync(Actor actor, ItemId id, NewCorrection sent, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ChangeAsync<Correction, ItemId>(actor, id, "gegeven_corrigeren", holds: true, sent.Read(), async (entry, opened, correction) =>
        {
            if (correction.Value == opened.Item.Value)
                return new NotNow("De tekst is al zo.", ["andere_tekst"]);
            await ReplaceAsync(entry, opened, correction.Value, correction.Reason, cancel);
            return id;
        }, cancel), cancel);

    /// <summary>Proposes another text to who answers for the item.</summary>
    public Task<Result<Guid>> ProposeAsync(Actor actor, ItemId id, NewCorrection sent, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ChangeAsync<Correction, Guid>(actor, id, "wijziging_voorstellen", holds: false, sent.Read(), async (entry, opened, correction) =>
        {
            var proposal = Guid.NewGuid();
            db.Wijzigingsvoorstellen.Add(new WijzigingsvoorstelRow
            {
                Id = proposal,
                SignaalId = entry.State.Id.Value,
                GegevenId = id.Value,
                Waarde = opened.Key.Seal(correction.Value, $"voorstel/{proposal}/waarde"),
                Reden = opened.Key.Seal(correction.Reason, $"voorstel/{proposal}/reden"),
                Namens = entry.Viewer.Party.Code(),
                Gemeente = entry.Viewer.Elsewhere?.Code,
                Door = actor.Account.Value,
                Op = clock.GetCurrentInstant(),
            });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return proposal;
        }, cancel), cancel);

    /// <summary>Answers a proposal; taken, its text becomes that of the item.</summary>
    public Task<Result<ItemId>> DecideAsync(Actor actor, ItemId id, Guid proposal, NewProposalDecision sent, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ChangeAsync<NewProposalDecision, ItemId>(actor, id, "wijziging_beslissen", holds: true, sent.Read(), async (entry, opened, decision) =>
        {
            if (await db.Wijzigingsvoorstellen.AsNoTracking().SingleOrDefaultAsync(v => v.Id == proposal && v.GegevenId == id.Value, cancel) is not { } row)
                return new NotKnown();
            if (row.Besluit is not null)
                return new NotNow("Over dit voorstel is al beslist.", ["open_voorstel"]);
            var why = opened.Key.Seal(decision.Reason!.Trim(), $"voorstel/{proposal}/besluit");
            await db.Database.ExecuteSqlAsync($"select toegang.voorstel_beslissen({proposal}, {decision.Decision}, {why})", cancel);
            var text = opened.Key.Read(row.Waarde, $"voorstel/{proposal}/waarde");
            if (decision.Decision == NewProposalDecision.Taken && text != opened.Item.Value)
                await ReplaceAsync(entry, opened, text, opened.Key.Read(row.Reden, $"voorstel/{proposal}/reden"), cancel);
            return id;
        }, cancel), cancel);

    /// <summary>Records that an item was tested for being right and complete.</summary>
    public Task<Result<ItemId>> TestAsync(Actor actor, ItemId id, string? finding, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ChangeAsync<string, ItemId>(actor, id, "gegeven_toetsen", holds: true, Finding(finding), async (entry, opened, words) =>
        {
            var test = Guid.NewGuid();
            db.Kwaliteitstoetsen.Add(new KwaliteitstoetsRow
            {
                Id = test,
                SignaalId = entry.State.Id.Value,
                GegevenId = id.Value,
                Versie = opened.Item.Marks.Version,
                Inhoud = opened.Key.Seal(words, $"toets/{test}"),
                Namens = entry.Viewer.Party.Code(),
                Door = actor.Account.Value,
                Op = clock.GetCurrentInstant(),
            });
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            return id;
        }, cancel), cancel);

    /// <summary>Says that what the party was told about an item has been read, or passed on to whoever got it from the party.</summary>
    public Task<Result<ItemId>> ReadMessagesAsync(Actor actor, ItemId id, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ReadAsync<ItemId>(actor, id, null, async (_, _) =>
        {
            await db.Database.ExecuteSqlAsync($"select toegang.terugmeldingen_lezen({id.Value})", cancel);
            return id;
        }, cancel), cancel);

    /// <summary>The item with all that happened to it.</summary>
    public Task<Result<ItemHistory>> HistoryAsync(Actor actor, ItemId id, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync(() =>
        door.ReadAsync<ItemHistory>(actor, id, purpose, async (entry, opened) =>
        {
            var key = opened.Key;
            var row = await db.Database.SqlQuery<HistoryRow>($"select * from toegang.verloop({id.Value})").SingleAsync(cancel);
            return new ItemHistory(
                entry.State.Id,
                opened.Item,
                opened.Item.Marks.Holder,
                opened.Item.Marks.Holder == entry.Viewer.Party.Code(),
                [.. Canonical.Read<List<EarlierRow>>(row.Versies).Select(v => new EarlierVersion(v.Nummer, key.Read(v.Waarde, $"versie/{v.Id}/waarde"), key.Read(v.Reden, $"versie/{v.Id}/reden"), v.Namens, v.Op))],
                [.. Canonical.Read<List<TestRow>>(row.Toetsen).Select(t => new QualityTest(t.Versie, t.Namens, t.Op, key.Read(t.Inhoud, $"toets/{t.Id}")))],
                [.. Canonical.Read<List<ProposalRow>>(row.Voorstellen).Select(v => new ChangeProposal(
                    v.Id, key.Read(v.Waarde, $"voorstel/{v.Id}/waarde"), key.Read(v.Reden, $"voorstel/{v.Id}/reden"), v.Namens, v.Op,
                    v.Besluit, v.BesluitReden is { } why ? key.Read(why, $"voorstel/{v.Id}/besluit") : null, v.BeslotenOp))],
                [.. Canonical.Read<List<MessageRow>>(row.Terugmeldingen).Select(m => new ItemMessage(m.Soort, m.Aan, m.Op, m.GelezenOp))]);
        }, cancel), cancel);

    /// <summary>The old text moves to the history under a seal of its own place; the new one takes its place.</summary>
    private async Task ReplaceAsync(CaseEntry entry, OpenedItem opened, string value, string reason, CancellationToken cancel)
    {
        var (item, version) = (opened.Item, Guid.NewGuid());
        var earlier = opened.Key.Seal(item.Value, $"versie/{version}/waarde");
        var why = opened.Key.Seal(reason, $"versie/{version}/reden");
        var now = opened.Key.Seal(value, $"gegeven/{item.Id}");
        await db.Database.ExecuteSqlAsync($"select toegang.gegeven_corrigeren({item.Id.Value}, {version}, {earlier}, {why}, {now})", cancel);
        // A name or number by which the person is recognised in other cases changes with the text.
        if (PersonKey.Of(item.Field, item.Value) is not null)
        {
            var token = PersonKey.Of(item.Field, value) is { } person ? RecognitionDesk.Token(keys, person, entry.State.Municipality.Code) : null;
            await db.Database.ExecuteSqlAsync($"select toegang.teken_vernieuwen({item.Id.Value}, {token})", cancel);
        }
    }

    private static Result<string> Finding(string? finding) => string.IsNullOrWhiteSpace(finding) || finding.Length > 4000
        ? new NotValid("toelichting", "Schrijf in ten hoogste 4000 tekens wat u hebt nagekeken.")
        : finding.Trim();
}
