using System.Globalization;
using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Registrations;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Data.Registrations;

/// <summary>
/// Registrations from a file: each goes the way of one that is typed, in one transaction, so that all are recorded or none. What is there
/// already is passed over, so that the same file twice registers nothing twice.
/// </summary>
public sealed class RegistrationImport(ZaakContext db, CompiledConvenant convenant, SignalDesk desk, CaseDoor door, KnownRegistrations known)
{
    /// <summary>How many registrations go in at once.</summary>
    public const int MostRegistrations = 500;

    private const int MostCases = 100;
    private const int LongestReference = 60;
    private const string CauseField = "aanleiding";

    /// <summary>Records what is new in these lines, or tells everything that is wrong with any of them and records nothing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="municipality">Where the new signals are registered; not needed when there are none.</param>
    /// <param name="sent">The lines.</param>
    /// <param name="purpose">What for; null for the default of the membership.</param>
    /// <param name="cancel">Stops.</param>
    public Task<Result<ImportedRegistrations>> ImportAsync(Actor actor, string? municipality, IReadOnlyList<SentRegistration> sent, Purpose? purpose, CancellationToken cancel) => db.InTransactionAsync<ImportedRegistrations>(async () =>
    {
        if (door.InForce(actor).Count == 0)
            return new NotAllowed("U hebt nu geen plaats in het overleg.");
        if (sent.Count == 0)
            return new NotValid("registraties", "Er staan geen registraties in.");
        if (sent.Count > MostRegistrations)
            return new NotValid("registraties", $"Dit zijn meer dan {MostRegistrations} registraties. Splits ze.");
        var work = new Work();
        foreach (var line in sent)
            CheckTarget(line, work);
        var right = sent.Where(l => l.Case is null != l.Reference is null).ToList();
        var (cases, signals) = (right.Where(l => l.Case is not null).ToLookup(l => l.Case!, StringComparer.Ordinal), right.Where(l => l.Case is null).ToLookup(l => l.Reference!.Trim(), StringComparer.OrdinalIgnoreCase));
        if (cases.Count + signals.Count > MostCases)
            return new NotValid("registraties", $"Dit gaat over meer dan {MostCases} zaken. Splits het.");

        var ids = await known.CasesAsync(actor, [.. cases.Select(c => c.Key)], cancel);
        foreach (var group in cases)
        {
            if (await AddAsync(actor, ids.TryGetValue(group.Key, out var id) ? id : null, purpose, [.. group], null, work, cancel) is { } refusal)
                return refusal;
        }
        foreach (var group in signals)
        {
            if (await SignalAsync(actor, municipality, purpose, group.Key, [.. group], work, cancel) is { } refusal)
                return refusal;
        }
        return work.Errors.Count > 0 ? new NotValid([.. work.Errors.DistinctBy(e => (e.Field, e.Message))]) : new ImportedRegistrations(work.Signals, work.Added, work.Known);
    }, cancel);

    private static void CheckTarget(SentRegistration line, Work work)
    {
        if (line.Case is null == line.Reference is null)
            work.Wrong(line, line.Case is null ? "zaak" : "signaal", line.Case is null
                ? "Noem het nummer van de zaak. Is het een nieuw signaal? Geef dan uw eigen kenmerk in 'signaal'."
                : "Vul 'zaak' of 'signaal' in, niet allebei.");
        else if (line.Reference?.Length > LongestReference)
            work.Wrong(line, "signaal", $"Dit kenmerk is te lang. Gebruik ten hoogste {LongestReference} tekens en geen naam.");
        else if (line is { Known: not null, Case: null })
            work.Wrong(line, "gegeven", "Een gegeven dat al in het portaal staat, hoort bij een zaak. Laat de kolom leeg als het nieuw is.");
    }

    /// <summary>Adds what is new to a case that the person knows.</summary>
    private async Task<Refusal?> AddAsync(Actor actor, SignalId? id, Purpose? purpose, List<SentRegistration> lines, byte[]? reference, Work work, CancellationToken cancel)
    {
        var entered = id is { } there ? await door.EnterAsync(actor, there, purpose, forChange: true, cancel) : new NotKnown();
        if (entered.Refusal is NotKnown)
        {
            lines.ForEach(l => work.Wrong(l, "zaak", entered.Refusal.Message));
            return null;
        }
        if (!entered.IsDone)
            return entered.Refusal;
        var before = await known.ReadAsync(entered.Value, cancel);
        var fresh = lines.Where(l => IsNew(l, before, work)).ToList();
        if (fresh.Count == 0)
            return null;
        var added = await desk.AddAsync(actor, entered.Value.State.Id, purpose, [.. fresh.Select(l => l.Item)], cancel);
        if (!added.IsDone)
            return Refused(added.Refusal, fresh, work);
        work.Added += fresh.Count;
        await known.NoteAsync(entered.Value.State.Id, fresh, reference, cancel);
        return null;
    }

    private static bool IsNew(SentRegistration line, KnownItems before, Work work)
    {
        switch (before.Find(line))
        {
            case KnownStanding.New:
                return true;
            case KnownStanding.There:
                work.Known++;
                return false;
            case KnownStanding.Other:
                work.Wrong(line, "waarde", "Dit gegeven staat er al met een andere waarde. Verbeter het bij het gegeven zelf; dan blijft te zien wat er stond.");
                return false;
            default:
                work.Wrong(line, "gegeven", "Wij vinden dit gegeven niet bij wat uw partij in deze zaak vastlegde. Laat de kolom leeg als het nieuw is.");
                return false;
        }
    }

    /// <summary>Registers a signal, or adds to the one that was registered with this reference before.</summary>
    private async Task<Refusal?> SignalAsync(Actor actor, string? municipality, Purpose? purpose, string reference, List<SentRegistration> lines, Work work, CancellationToken cancel)
    {
        var hash = known.HashOf(actor, municipality, reference);
        var before = await known.SignalAsync(actor, hash, purpose, cancel);
        if (before.IsGone)
        {
            work.Wrong(lines[0], "signaal", "Met dit kenmerk legde u al een signaal vast. U kunt die zaak nu niet zien. Is dit een ander signaal? Geef het een ander kenmerk.");
            return null;
        }
        if (before.Case is { } id)
            return await AddAsync(actor, id, purpose, lines, hash, work, cancel);

        var causes = lines.FindAll(l => l.Item.Field == CauseField);
        if (causes.Count != 1)
        {
            work.Wrong(causes.Count == 0 ? lines[0] : causes[1], "veld", $"Een nieuw signaal heeft één regel met het veld '{CauseField}'.");
            return null;
        }
        var items = lines.Except(causes).DistinctBy(l => (l.Item.Field, KnownItems.Plain(l.Item.Value), l.Item.Supplier)).ToList();
        var registered = await desk.RegisterAsync(
            actor, new NewSignal(municipality, causes[0].Item.Value, lines.Select(l => l.Addressee).FirstOrDefault(a => a is not null), [.. items.Select(l => l.Item)]), purpose, cancel);
        if (!registered.IsDone)
            return Refused(registered.Refusal, items, work, causes[0]);
        work.Added += items.Count + 1;
        work.Known += lines.Count - items.Count - 1;
        work.Signals.Add(new ImportedSignal(reference, registered.Value));
        await known.NoteAsync(registered.Value.Id, lines, hash, cancel);
        return null;
    }

    /// <summary>Puts what is wrong at its lines; a refusal that no line can mend is given back.</summary>
    private Refusal? Refused(Refusal refusal, List<SentRegistration> items, Work work, SentRegistration? cause = null)
    {
        switch (refusal)
        {
            case NotValid { Errors: var errors }:
                foreach (var error in errors)
                    work.Errors.Add(Placed(error, items, cause));
                return null;
            case NotAllowed { Grounds.Count: > 0 }:
                // The engine names the first field that may not be recorded.
                var first = items.Find(l => l.Item.Field is { } field && convenant.Fields.TryGetValue(field, out var known) && refusal.Message.StartsWith($"{known.Label}: ", StringComparison.Ordinal)) ?? cause ?? items[0];
                work.Wrong(first, "veld", refusal.Message);
                return null;
            case NotAllowed when cause is null:
                work.Wrong(items[0], "zaak", refusal.Message);
                return null;
            default:
                return refusal;
        }
    }

    private static FieldError Placed(FieldError error, List<SentRegistration> items, SentRegistration? cause)
    {
        if (error.Field.StartsWith("gegevens[", StringComparison.Ordinal))
        {
            var close = error.Field.IndexOf(']', StringComparison.Ordinal);
            var index = int.Parse(error.Field.AsSpan("gegevens[".Length, close - "gegevens[".Length), CultureInfo.InvariantCulture);
            return items[index].At.Wrong(error.Field[(close + 2)..], error.Message);
        }
        return error.Field == "gemeente" || cause is null ? error : cause.At.Wrong(error.Field == CauseField ? "waarde" : error.Field, error.Message);
    }

    /// <summary>What came of the lines so far.</summary>
    private sealed class Work
    {
        public List<FieldError> Errors { get; } = [];

        public List<ImportedSignal> Signals { get; } = [];

        public int Added { get; set; }

        public int Known { get; set; }

        public void Wrong(SentRegistration line, string column, string message) => Errors.Add(line.At.Wrong(column, message));
    }
}
