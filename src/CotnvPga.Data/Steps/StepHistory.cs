using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Steps;

/// <summary>
/// The steps that were taken, with their words, for who sits at the table now; who is only asked something reads the question.
/// </summary>
public sealed class StepHistory(ZaakContext db, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, IColleagues colleagues)
{
    internal static readonly string[] Ground = ["wet-pga:6.1", "wet-pga:6.2"];

    /// <summary>The steps of a case, oldest first. Words are null where the viewer does not sit at the table.</summary>
    public Task<Result<IReadOnlyList<TakenStep>>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        await door.ShowForProcessAsync(entry, cancel);
        var rows = await db.Stappen.AsNoTracking().OrderBy(s => s.Op).ToListAsync(cancel);
        var atTable = door.MayTakePart(entry) && CaseDoor.Refusal(entry.Viewer) is null;
        if (rows.Count == 0)
            return Result.Done<IReadOnlyList<TakenStep>>([]);
        using var key = await reader.WorkKeyAsync(id, "stappen lezen", Ground, cancel);
        // Both names are for the own party and for who reviews: other parties deal with the function.
        var standIns = rows.Where(r => r.Vervangt is not null && (r.Partij == entry.Viewer.Party.Code() || entry.Viewer.Purpose == Purpose.Toetsing)).ToList();
        var names = standIns.Count == 0
            ? new Dictionary<AccountId, string>()
            : await colleagues.NamesAsync([.. standIns.SelectMany(r => new[] { r.Door, r.Vervangt }).OfType<Guid>().Distinct().Select(a => new AccountId(a))], cancel);
        var taken = rows.ConvertAll(row =>
        {
            var words = row.Toelichting is { } sealedWords ? Canonical.Read<StepWords>(key.Read(sealedWords, $"stap/{row.Id}")) : null;
            var asked = words?.Vraag is not null && words.Partij == entry.Viewer.Party.Code();
            return (Asked: asked, Step: new TakenStep(row.Stap, lifecycle.Step(row.Stap)?.Label ?? row.Stap, row.Van, row.Naar, row.Partij, row.Op, atTable || asked ? words : null)
            {
                StandIn = standIns.Contains(row) ? StandIn.Of(row.Door, row.Vervangt, names) : null,
            });
        });
        return Result.Done<IReadOnlyList<TakenStep>>([.. taken.Where(t => t.Asked || door.WorksOn(entry)).Select(t => t.Step)]);
    }, cancel);
}

/// <summary>A step that was taken.</summary>
/// <param name="Code">Code of the step.</param>
/// <param name="Label">Its name.</param>
/// <param name="From">Phase before.</param>
/// <param name="To">Phase after.</param>
/// <param name="Party">By which party; null for the process itself.</param>
/// <param name="At">When.</param>
/// <param name="Words">What was written with it, for who may read that.</param>
public sealed record TakenStep(string Code, string Label, string From, string To, string? Party, Instant At, StepWords? Words)
{
    /// <summary>Both names, when the person stood in for a colleague and the reader is of that party.</summary>
    public StandIn? StandIn { get; init; }
}
