using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.PriorCases;

/// <summary>A case of before the portal, as somebody enters it.</summary>
/// <param name="Municipality">The municipality of stay.</param>
/// <param name="Reference">The own reference by which the three know the case; never a name.</param>
/// <param name="Phase">The phase in which the case really is.</param>
/// <param name="Since">Since when.</param>
/// <param name="WeighedOn">The day of the old weighing.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Cause">Why there is a case.</param>
/// <param name="Items">What is recorded of it.</param>
/// <param name="Document">The document of the old weighing; null when it is not at hand.</param>
public sealed record NewRunningCase(
    string? Municipality, string? Reference, string? Phase, LocalDate? Since, LocalDate? WeighedOn,
    IReadOnlyList<string> Parties, string? Cause, IReadOnlyList<NewItem> Items, NewAttachment? Document)
{
    private const int LongestReference = 60;
    private const string CauseField = "aanleiding";
    private const string WhyTheCause = "Nodig om te weten waarom de zaak loopt.";

    /// <summary>The case that can be kept as a concept, or everything that is wrong with it.</summary>
    /// <param name="party">The party that enters it.</param>
    /// <param name="convenant">The process data and the catalogue.</param>
    /// <param name="today">The day.</param>
    public Result<RunningCase> Read(Party party, CompiledConvenant convenant, LocalDate today)
    {
        List<FieldError> errors = [];
        void Wrong(string field, string message) => errors.Add(new FieldError(field, message));

        var start = convenant.Process.Running.FirstOrDefault(r => r.Parties.Contains(party.Code()) && Phase is not null && r.Phases.Contains(Phase));
        if (start is null)
            Wrong("fase", $"Kies de fase waarin de zaak is: {string.Join(", ", Phases(convenant.Process, party))}.");
        if (string.IsNullOrWhiteSpace(Reference) || Reference.Length > LongestReference)
            Wrong("kenmerk", $"Geef uw eigen kenmerk van de zaak, in ten hoogste {LongestReference} tekens. Gebruik geen naam.");
        if (Since is not { } since)
            Wrong("sinds", "Noem de dag waarop deze fase begon (jjjj-mm-dd).");
        else if (since > today)
            Wrong("sinds", "Deze dag ligt in de toekomst.");
        if (start is { NeedsWeighing: true } && WeighedOn is null)
            Wrong("wegingOp", "Noem de dag van de oude weging (jjjj-mm-dd).");
        if (WeighedOn is { } weighed && (weighed > today || weighed > Since))
            Wrong("wegingOp", "De weging was niet later dan het begin van deze fase.");
        ReadParties(start, convenant, Wrong);
        if (string.IsNullOrWhiteSpace(Cause))
            Wrong(CauseField, "Schrijf wat de aanleiding is.");
        var (items, itemErrors) = new ItemIntake(convenant).ReadAll([CauseItem(), .. Items], party, today);
        errors.AddRange(itemErrors.Select(Shift).OfType<FieldError>());
        var document = Document?.Read();
        if (document?.Refusal is NotValid { Errors: var wrong })
            errors.AddRange(wrong.Select(e => e with { Field = $"document.{e.Field}" }));
        return errors.Count > 0
            ? new NotValid(errors)
            : new RunningCase(start!, Reference!.Trim(), Codes.Known<Phase>(Phase!), Since!.Value, WeighedOn, [.. Parties.Distinct().Order(StringComparer.Ordinal)], items, document?.Value);
    }

    /// <summary>The phases in which a party can enter a case.</summary>
    public static IEnumerable<string> Phases(ProcessModel process, Party party) => process.Running.Where(r => r.Parties.Contains(party.Code())).SelectMany(r => r.Phases);

    private void ReadParties(RunningStart? start, CompiledConvenant convenant, Action<string, string> wrong)
    {
        if (start is not { SeatsParties: true })
            return;
        // A party of another municipality is brought in by the three, in the portal, with its municipality.
        var own = convenant.GroupOf("partij", "deelnemers").Except(convenant.GroupOf("partij", "elders")).ToHashSet(StringComparer.Ordinal);
        var three = convenant.GroupOf("partij", "drie");
        if (Parties.Any(p => !own.Contains(p)))
            wrong("partijen", $"Kies uit: {string.Join(", ", own.Order(StringComparer.Ordinal))}.");
        else if (!three.IsSubsetOf(Parties))
            wrong("partijen", $"De drie zitten altijd aan tafel: {string.Join(", ", three.Order(StringComparer.Ordinal))}.");
    }

    /// <summary>The case began with somebody's report; whoever enters it answers for what that said.</summary>
    private NewItem CauseItem() => new(CauseField, Cause ?? "-", null, null, Supplier.Melder.Code(), WhyTheCause, null, [], null);

    /// <summary>The cause stands first among the items here and has a field of its own in what was sent.</summary>
    private static FieldError? Shift(FieldError error)
    {
        var end = error.Field.IndexOf(']', StringComparison.Ordinal);
        var index = int.Parse(error.Field["gegevens[".Length..end], System.Globalization.CultureInfo.InvariantCulture);
        return index == 0 ? null : error with { Field = $"gegevens[{index - 1}]{error.Field[(end + 1)..]}" };
    }
}

/// <summary>A running case that can be kept as a concept.</summary>
/// <param name="Start">How it is entered.</param>
/// <param name="Reference">The own reference.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Since">Since when.</param>
/// <param name="WeighedOn">The day of the old weighing; null where none is asked.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Items">What is recorded of it, the cause first.</param>
/// <param name="Document">The document of the old weighing.</param>
public sealed record RunningCase(
    RunningStart Start, string Reference, Phase Phase, LocalDate Since, LocalDate? WeighedOn, IReadOnlyList<string> Parties, IReadOnlyList<Item> Items, Attachment? Document);

/// <summary>A concept as somebody may see it: who entered it, and later the three who must confirm.</summary>
/// <param name="Id">The concept, and the case that it becomes.</param>
/// <param name="Number">Its number.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="EnteredFor">Code of the party that entered it.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Since">Since when.</param>
/// <param name="WeighedOn">The day of the old weighing.</param>
/// <param name="Parties">Who takes part.</param>
/// <param name="Reference">The own reference.</param>
/// <param name="HasDocument">Whether the document of the old weighing is there.</param>
/// <param name="Stage"><c>concept</c> or <c>voorgelegd</c>.</param>
/// <param name="WaitingFor">Which of the three have not confirmed.</param>
/// <param name="IsOwn">Whether this person entered it.</param>
/// <param name="MayAgree">Whether this person's party must still confirm it.</param>
public sealed record RunningCaseLine(
    Guid Id, string Number, string Municipality, string EnteredFor, string Phase, LocalDate Since, LocalDate? WeighedOn, IReadOnlyList<string> Parties,
    string Reference, bool HasDocument, string Stage, IReadOnlyList<string> WaitingFor, bool IsOwn, bool MayAgree)
{
    /// <summary>What is recorded of it; only for who entered it.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];
}
