using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Oversight;

/// <summary>
/// Makes the logged decisions of a case again, each under the rule data that was in force then, for who reviews (wet-pga:13.1.b, 14.2):
/// whether what was shown followed from the covenant, and whether the log still says so.
/// </summary>
public sealed class DecisionReplay(ZaakContext db, CaseDoor door, ConvenantArchive archive)
{
    /// <summary>Every decision about an item of the case, newest first.</summary>
    /// <returns><see cref="NotKnown"/>, or <see cref="NotAllowed"/> for who does not review.</returns>
    public Task<Result<IReadOnlyList<ReplayedLine>>> ReplayAsync(Actor actor, SignalId id, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var entered = await door.EnterAsync(actor, id, purpose, forChange: false, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var entry = entered.Value;
        if (entry.Viewer.Purpose != Purpose.Toetsing)
            return new NotAllowed("Een beslissing herhalen is aan wie toetst.", ["wet-pga:13.1.b"], []);
        await door.ShowAsync(entry, Act.Raadplegen, door.View(entry, Act.Raadplegen), cancel);
        var rows = await db.Database.SqlQuery<ReplayRow>($"select * from toegang.herhaling()").ToListAsync(cancel);
        var then = new Dictionary<string, CompiledConvenant?>(StringComparer.Ordinal);
        foreach (var hash in rows.Select(r => r.Convenant).Distinct())
            then[hash] = await archive.FindAsync(db, hash, cancel);
        return Result.Done<IReadOnlyList<ReplayedLine>>([.. rows.Select(r => Again(r, then[r.Convenant]))]);
    }, cancel);

    private static ReplayedLine Again(ReplayRow row, CompiledConvenant? convenant)
    {
        if (row.Bewijs is null)
            return Line(row, ReplayOutcome.NietTeHerhalen, "Van deze beslissing is geen bewijs bewaard.");
        if (row.Bijzonder is not { } nature)
            return Line(row, ReplayOutcome.NietTeHerhalen, "Het gegeven bestaat niet meer.");
        if (convenant is null)
            return Line(row, ReplayOutcome.NietTeHerhalen, "De regels van toen zijn niet of niet ongewijzigd bewaard.");
        if (LoggedDecision.Read(row.Bewijs) is not { } logged
            || logged.Again(convenant, row.Handeling, row.Doel, row.Categorie, nature, row.Verstrekker) is not (var answer, var decision))
            return Line(row, ReplayOutcome.Anders, "Het bewijs bij deze regel kan niet van het systeem komen.", "bewijs");
        var differences = new List<string>();
        if (decision.AnswerHash != logged.AnswerHash || !answer.Decision)
            differences.Add("antwoord");
        if (!decision.SaysTheSame(logged))
            differences.Add("bewijs");
        if (answer.Rule != row.Regel)
            differences.Add("regel");
        if (!answer.Grounds.SequenceEqual(row.Grondslagen))
            differences.Add("grondslagen");
        if (logged.Party != (row.Aan ?? row.Partij))
            differences.Add("partij");
        return differences.Count == 0
            ? Line(row, ReplayOutcome.Gelijk, "Dezelfde regels geven hetzelfde antwoord.")
            : Line(row, ReplayOutcome.Anders, $"Dezelfde regels geven iets anders dan hier staat: {string.Join(", ", differences)}.", [.. differences]);
    }

    private static ReplayedLine Line(ReplayRow row, ReplayOutcome outcome, string words, params string[] differences) => new(
        row.Op, row.Account, row.Partij, row.Gemeente, row.Aan, row.Handeling, row.Doel, row.Convenant, outcome, words, differences);
}
