using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Steps;

/// <summary>What a step gives or ends, as the process data say under <c>geeft</c>, for the parties that its words name.</summary>
public sealed class StepEffects(ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, Municipalities municipalities, IClock clock)
{
    private IReadOnlySet<string> Participants => convenant.GroupOf("partij", "deelnemers");
    private IReadOnlySet<string> Elsewhere => convenant.GroupOf("partij", "elders");

    /// <summary>Everything that is wrong with the words themselves.</summary>
    public IReadOnlyList<FieldError> Errors(StepDefinition step, StepWords words, CaseEntry entry)
    {
        var errors = new List<FieldError>();
        if (step.Needs.Contains("deelnemers"))
            ParticipantErrors(words, entry, errors);
        if (step.Needs.Contains("partij_en_vraag"))
            ConsultedErrors(step, words, entry, errors);
        if (step.Needs.Contains("gemeente") && !OtherMunicipality(words.Gemeente, entry))
            errors.Add(new FieldError("gemeente", "Kies een andere gemeente die met het portaal werkt."));
        if (step.Needs.Contains("reden_uit_norm") && !Reasons(step).Any(r => r.Code == words.Reden))
            errors.Add(new FieldError("reden", $"Kies een reden uit de landelijke norm: {string.Join(", ", Reasons(step).Select(r => r.Code))}."));
        foreach (var (name, text) in new[] { ("toelichting", words.Toelichting), ("vraag", words.Vraag), ("reden", words.Reden), ("spoedreden", words.Spoedreden) })
        {
            if (text?.Length > 10_000)
                errors.Add(new FieldError(name, "Dit is te lang. Gebruik ten hoogste 10000 tekens."));
        }
        return errors;
    }

    /// <summary>
    /// Municipalities that cannot take part because another one did for the same party: an item's supplier is a party without its
    /// municipality, so the second would count as supplier of the first one's items. Needs a ticket for the process.
    /// </summary>
    internal async Task<IReadOnlyList<FieldError>> ElsewhereErrorsAsync(StepWords words, CancellationToken cancel)
    {
        var named = (words.Deelnemers ?? []).Select(d => (d.Partij, d.Gemeente)).Append((words.Partij, words.Gemeente))
            .Where(d => d.Partij is not null && d.Gemeente is not null && Elsewhere.Contains(d.Partij)).ToList();
        if (named.Count == 0)
            return [];
        var earlier = await db.Omstandigheden.AsNoTracking().Where(o => o.Gemeente != null).Select(o => new { o.Partij, o.Gemeente }).Distinct().ToListAsync(cancel);
        return [.. named.Where(d => earlier.Any(e => e.Partij == d.Partij && e.Gemeente != d.Gemeente) || named.Any(o => o.Partij == d.Partij && o.Gemeente != d.Gemeente))
            .Select(d => new FieldError("gemeente", "In een zaak doet per partij ten hoogste één andere gemeente mee. Er deed al een andere gemeente mee."))];
    }

    /// <summary>What a person-free count may say about the step besides its name.</summary>
    public static string? CountedOutcome(StepDefinition step, StepWords words) =>
        step.Needs.Contains("reden_uit_norm") ? words.Reden
        : step.Needs.Contains("nog_nodig") ? (words.NogNodig is true ? "nog_nodig" : "niet_meer_nodig")
        : null;

    /// <summary>Gives circumstances after the step was taken, and tells which; the case is in its new phase. <see cref="EndAsync(StepDefinition, IReadOnlyList{Guid}, CancellationToken)"/> comes last.</summary>
    internal async Task<IReadOnlyList<Guid>> GiveAsync(CaseEntry entry, StepDefinition step, StepWords words, Guid stepId, CancellationToken cancel)
    {
        var gives = step.Grants.Select(Codes.Known<Circumstance>).ToHashSet();
        var endsConsultation = step.Needs.Contains("open_raadpleging");
        if (gives.Count == 0 && !endsConsultation)
            return [];
        await door.ShowForProcessAsync(entry, cancel);
        if (endsConsultation)
            await EndAsync(o => o.Code == "geraadpleegd" && o.Partij == words.Partij && (words.Gemeente == null || o.Gemeente == words.Gemeente), cancel);
        var given = new List<Guid>();
        foreach (var (party, municipality, code) in Given(entry, words, gives))
        {
            given.Add(Guid.NewGuid());
            db.Omstandigheden.Add(new OmstandigheidRow
            {
                Id = given[^1],
                SignaalId = entry.State.Id.Value,
                Partij = party,
                Gemeente = municipality,
                Code = code.Code(),
                Bron = "stap",
                BronId = stepId,
                Sinds = clock.GetCurrentInstant(),
            });
        }
        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return given;
    }

    /// <summary>
    /// Ends what others had before the step. Last of all, because who takes the step may be one of those who leave: the ticket holds only
    /// while its circumstances do.
    /// </summary>
    internal async Task EndAsync(StepDefinition step, IReadOnlyList<Guid> given, CancellationToken cancel)
    {
        if (step.Needs.Contains("deelnemers"))
            await EndAsync(o => !given.Contains(o.Id) && (o.Code == "betrokken" || (o.Code == "gevolgen_elders" && o.Partij != "casusoverleg_elders")), cancel);
    }

    private IEnumerable<(string Party, string? Municipality, Circumstance Code)> Given(CaseEntry entry, StepWords words, HashSet<Circumstance> gives)
    {
        if (gives.Contains(Circumstance.Aanmelder))
            yield return (entry.Viewer.Party.Code(), entry.Viewer.Elsewhere?.Code, Circumstance.Aanmelder);
        if (gives.Contains(Circumstance.Geraadpleegd))
        {
            var municipality = Elsewhere.Contains(words.Partij!) ? words.Gemeente : null;
            yield return (words.Partij!, municipality, Circumstance.Geraadpleegd);
        }
        foreach (var participant in gives.Contains(Circumstance.Betrokken) ? words.Deelnemers ?? [] : [])
        {
            var municipality = Elsewhere.Contains(participant.Partij!) ? participant.Gemeente : null;
            yield return (participant.Partij!, municipality, Circumstance.Betrokken);
            if (municipality is not null)
                yield return (participant.Partij!, municipality, Circumstance.GevolgenElders);
        }
        if (gives.Contains(Circumstance.GevolgenElders) && words.Deelnemers is null && words.Gemeente is not null)
            yield return (Party.CasusoverlegElders.Code(), words.Gemeente, Circumstance.GevolgenElders);
    }

    private async Task EndAsync(System.Linq.Expressions.Expression<Func<OmstandigheidRow, bool>> which, CancellationToken cancel)
    {
        var now = clock.GetCurrentInstant();
        await db.Omstandigheden.Where(o => o.Tot == null).Where(which).ExecuteUpdateAsync(set => set.SetProperty(o => o.Tot, now), cancel);
    }

    private void ParticipantErrors(StepWords words, CaseEntry entry, List<FieldError> errors)
    {
        if (words.Deelnemers is not { Count: > 0 } participants)
        {
            errors.Add(new FieldError("deelnemers", "Noem wie meedoet, met bij elke deelnemer een reden."));
            return;
        }
        for (var i = 0; i < participants.Count; i++)
        {
            var participant = participants[i];
            if (participant.Partij is null || !Participants.Contains(participant.Partij))
                errors.Add(new FieldError($"deelnemers[{i}].partij", $"Kies een deelnemer: {string.Join(", ", Participants.Order(StringComparer.Ordinal))}."));
            else if (Elsewhere.Contains(participant.Partij) && !OtherMunicipality(participant.Gemeente, entry))
                errors.Add(new FieldError($"deelnemers[{i}].gemeente", "Noem de andere gemeente waar de gevolgen of de relaties zijn."));
            else if (participants.Take(i).Any(p => p.Partij == participant.Partij && p.Gemeente == participant.Gemeente))
                errors.Add(new FieldError($"deelnemers[{i}].partij", "Deze deelnemer staat er twee keer."));
            if (string.IsNullOrWhiteSpace(participant.Reden))
                errors.Add(new FieldError($"deelnemers[{i}].reden", "Schrijf waarom deze deelnemer nodig is."));
        }
    }

    private void ConsultedErrors(StepDefinition step, StepWords words, CaseEntry entry, List<FieldError> errors)
    {
        if (words.Partij is null || !Participants.Contains(words.Partij) || step.Parties.Contains(words.Partij))
            errors.Add(new FieldError("partij", $"Kies wie u raadpleegt: {string.Join(", ", Participants.Except(step.Parties).Order(StringComparer.Ordinal))}."));
        else if (Elsewhere.Contains(words.Partij) && !OtherMunicipality(words.Gemeente, entry))
            errors.Add(new FieldError("gemeente", "Noem de andere gemeente."));
        if (string.IsNullOrWhiteSpace(words.Vraag))
            errors.Add(new FieldError("vraag", "Schrijf wat u wilt weten."));
    }

    private bool OtherMunicipality(string? code, CaseEntry entry) => code is not null && municipalities.Exists(code) && code != entry.State.Municipality.Code;

    private IReadOnlyList<ReasonDefinition> Reasons(StepDefinition step) => lifecycle.Process.Reasons.GetValueOrDefault(step.Code) ?? [];
}
