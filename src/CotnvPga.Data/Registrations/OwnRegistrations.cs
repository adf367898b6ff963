using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Data.Registrations;

/// <summary>
/// What the person's own party recorded, to take along to its own system so that nobody types it twice: only in cases that the person may know
/// of now, only what the person may see now, each value with its line in the log. Nothing of others, and not where a case stands.
/// </summary>
public sealed class OwnRegistrations(ZaakContext db, Worklist worklist, CaseDoor door, CaseReader reader, DateTimeZone zone)
{
    private const int MostCases = 2_000;

    /// <summary>What was recorded from a day to another, both included, by number of the case.</summary>
    public async Task<Result<IReadOnlyList<OwnRegistration>>> ReadAsync(Actor actor, LocalDate? from, LocalDate? to, CancellationToken cancel)
    {
        if (ErrorsOf(from, to) is { Count: > 0 } errors)
            return new NotValid(errors);
        var known = await worklist.PageAsync(actor, 0, MostCases, unread: false, cancel);
        if (!known.IsDone)
            return known.Refusal;
        if (known.Value.Total > MostCases)
            return new NotNow($"U kent meer dan {MostCases} zaken. Laat een collega met minder zaken dit bestand maken.", ["zaken"]);
        var period = new Interval(from!.Value.AtStartOfDayInZone(zone).ToInstant(), to!.Value.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        var found = new List<OwnRegistration>();
        foreach (var line in known.Value.Lines.OrderBy(l => l.State.Number, StringComparer.Ordinal))
        {
            var own = await db.InTransactionAsync<IReadOnlyList<VisibleItem>>(async () =>
            {
                var entered = await door.EnterAsync(actor, line.State.Id, null, forChange: false, cancel);
                return entered.IsDone ? Result.Done(await reader.ReadOwnAsync(entered.Value, period, cancel)) : entered.Refusal;
            }, cancel);
            // What somebody was kept out of meanwhile is not there any more.
            if (own.IsDone)
                found.AddRange(own.Value.Select(i => new OwnRegistration(line.State.Number, i)));
        }
        return found;
    }

    private static List<FieldError> ErrorsOf(LocalDate? from, LocalDate? to)
    {
        var errors = new List<FieldError>();
        if (from is null)
            errors.Add(new FieldError("van", "Kies de eerste dag."));
        if (to is null)
            errors.Add(new FieldError("tot", "Kies de laatste dag."));
        else if (to < from)
            errors.Add(new FieldError("tot", "De laatste dag ligt voor de eerste."));
        return errors;
    }
}

/// <summary>An item that the own party recorded.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="Item">The item.</param>
public sealed record OwnRegistration(string Case, VisibleItem Item);
