using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>The steps that a case went through: which, when, by which party. No words and nothing about the person.</summary>
public sealed class CaseHistory(ZaakContext db, CaseDoor door)
{
    /// <summary>The steps, newest first, for who sits at the table or may take the next step; <see cref="NotKnown"/> for everybody else.</summary>
    public Task<Result<IReadOnlyList<StepTaken>>> ReadAsync(Actor actor, SignalId id, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, null, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        if (!door.WorksOn(entered.Value))
            return new NotKnown();
        await door.ShowForProcessAsync(entered.Value, cancel);
        var steps = await db.Stappen.AsNoTracking().OrderByDescending(s => s.Op).Select(s => new { s.Stap, s.Van, s.Naar, s.Partij, s.Op }).ToListAsync(cancel);
        return Result.Done<IReadOnlyList<StepTaken>>(
            [.. steps.Select(s => new StepTaken(s.Stap, Codes.Known<Phase>(s.Van), Codes.Known<Phase>(s.Naar), s.Partij, s.Op))]);
    }, cancel);
}

/// <summary>A step that was taken.</summary>
/// <param name="Step">Code of the step.</param>
/// <param name="From">The phase before.</param>
/// <param name="To">The phase after.</param>
/// <param name="Party">Code of the party; null when the process itself took it.</param>
/// <param name="At">When.</param>
public sealed record StepTaken(string Step, Phase From, Phase To, string? Party, Instant At);
