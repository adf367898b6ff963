using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Quality;

/// <summary>
/// The way to one item: who does not see it hears what is said of an item that does not exist; who sees it gets it with the key for
/// all that belongs to it, and one line in the log.
/// </summary>
public sealed class ItemDoor(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader)
{
    /// <summary>Enters to read.</summary>
    internal async Task<Result<T>> ReadAsync<T>(Actor actor, ItemId id, Purpose? purpose, Func<CaseEntry, OpenedItem, Task<Result<T>>> read, CancellationToken cancel)
    {
        var entered = await EnterAsync(actor, id, purpose, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var found = await reader.OpenItemAsync(entered.Value, id, cancel);
        if (!found.IsDone)
            return found.Refusal;
        using var opened = found.Value;
        return await read(entered.Value, opened);
    }

    /// <summary>Enters to do an act beside the steps with the item.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">Which item.</param>
    /// <param name="code">The act, in the process data.</param>
    /// <param name="holds">Whether only who answers for the item may (true), or only who does not (false).</param>
    /// <param name="words">What was sent, or what is wrong with it.</param>
    /// <param name="change">Does it. The ticket for reading is shown.</param>
    /// <param name="cancel">Cancels.</param>
    internal async Task<Result<T>> ChangeAsync<TWords, T>(
        Actor actor, ItemId id, string code, bool holds, Result<TWords> words, Func<CaseEntry, OpenedItem, TWords, Task<Result<T>>> change, CancellationToken cancel)
    {
        var entered = await EnterAsync(actor, id, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        var found = await reader.OpenItemAsync(entry, id, cancel);
        if (!found.IsDone)
            return found.Refusal;
        using var opened = found.Value;
        var step = lifecycle.Act(code);
        if (CaseDoor.Refusal(step, entry.Viewer) is { } refusal)
            return refusal;
        if (holds != (opened.Item.Marks.Holder == entry.Viewer.Party.Code()))
        {
            return new NotAllowed(
                holds ? $"'{step.Label}' is aan wie het gegeven verstrekte. U kunt een wijziging voorstellen." : "Uw partij verstrekte dit gegeven zelf. Corrigeer het.", step.Grounds, []);
        }
        if (!words.IsDone)
            return words.Refusal;
        if (!step.From.Contains(entry.State.Phase.Code()))
            return new NotNow($"'{step.Label}' kan niet in de fase {entry.State.Phase.Code()}.", ["fase"]);
        return await change(entry, opened, words.Value);
    }

    private async Task<Result<CaseEntry>> EnterAsync(Actor actor, ItemId id, Purpose? purpose, bool forChange, CancellationToken cancel)
    {
        await door.ShowPersonAsync(actor, cancel);
        var signal = await db.Database.SqlQuery<ItemStandRow>($"select * from toegang.gegeven_stand({id.Value})").Select(r => r.SignaalId).SingleOrDefaultAsync(cancel);
        if (signal == default)
            return new NotKnown();
        var entered = await door.EnterAsync(actor, new SignalId(signal), purpose, forChange, cancel);
        if (entered.IsDone || purpose is null || entered.Refusal is NotKnown)
            return entered;
        // A refused purpose may only be told to who knows of the item.
        var known = await EnterAsync(actor, id, null, forChange, cancel);
        if (!known.IsDone)
            return new NotKnown();
        return (await reader.BriefAsync(known.Value, cancel)).Items.Any(b => b.Id == id.Value) ? entered : new NotKnown();
    }
}
