using System.Globalization;
using System.Text.RegularExpressions;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Makes the form of a step from the process data.</summary>
public sealed partial class StepForms(CompiledConvenant convenant, Municipalities municipalities, Words words, ProposalWords proposals)
{
    /// <summary>The form of a step with what was typed so far.</summary>
    /// <param name="code">The step.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="page">The case.</param>
    /// <param name="planRecords">The records that a plan can consist of.</param>
    public StepForm For(string code, StepInput input, CasePage page, IReadOnlyList<Choice> planRecords)
    {
        var step = Definition(code);
        var participants = Participants;
        return new StepForm(
            input,
            [.. Needs.PartsOf(step.Needs)],
            [.. (convenant.Process.Reasons.GetValueOrDefault(code) ?? []).Select(r => new Choice(r.Code, r.Label, r.Explanation))],
            participants,
            [.. participants.Where(p => !step.Parties.Contains(p.Value))],
            convenant.GroupOf("partij", "elders"),
            [.. municipalities.All.Where(m => m.Name != page.Head.Municipality).Select(m => new Choice(m.Code, m.Name))])
        {
            PlanRecords = planRecords,
        };
    }

    /// <summary>Whether a step agrees a plan, so that its form offers the records of the plan.</summary>
    public bool AgreesPlan(string code) => Definition(code).Needs.Contains("doel");

    /// <summary>Adds the empty rows with which a fresh form starts.</summary>
    public void Fill(string code, StepInput input, IReadOnlyList<Choice> planRecords)
    {
        var needs = Definition(code).Needs;
        if (needs.Contains("deelnemers"))
            input.Deelnemers = [.. Participants.Select(p => Participant(p.Value, Definition(code).Parties.Contains(p.Value)))];
        if (needs.Contains("doel"))
            input.Doelen = planRecords.Count > 0 ? [] : [null];
        if (needs.Contains("interventie"))
            input.Interventies = planRecords.Count > 0 ? [] : [new InterventionInput()];
        input.Stukken = [.. planRecords.Select(r => r.Value)];
    }

    /// <summary>Adds an empty row when that is what was asked.</summary>
    public static bool Extend(string? action, StepInput input)
    {
        switch (action)
        {
            case "doel-erbij":
                input.Doelen.Add(null);
                return true;
            case "interventie-erbij":
                input.Interventies.Add(new InterventionInput());
                return true;
            default:
                return false;
        }
    }

    /// <summary>A proposal on the table, in words.</summary>
    public ProposalModel Proposal(ProposalView proposal, RecordsView? records) => proposals.Of(proposal, records);

    /// <summary>What to say after the step.</summary>
    public string Outcome(StepView step, StepOutcomeView outcome) => outcome.WaitingFor.Count > 0
        ? $"{step.Label}: uw partij stemde in. Nu wacht het op {string.Join(" en ", outcome.WaitingFor.Select(words.PartyOrSecondPerson))}."
        : $"{step.Label}: gedaan. De zaak is nu in de fase {words.Phase(outcome.Phase).ToLower(CultureInfo.CurrentCulture)}.";

    /// <summary>The field in the form of a field that a service names: it counts only the ticked participants.</summary>
    public string InForm(string field, StepInput input)
    {
        if (ParticipantField().Match(field) is not { Success: true } match)
            return field;
        var chosen = input.Chosen.ElementAtOrDefault(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        return chosen is null ? field : $"deelnemers[{input.Deelnemers.IndexOf(chosen)}]{match.Groups[2].Value}";
    }

    // Who decides on the case mostly takes part itself. It is a proposal like the rest: only who is listed sits at the table (wet-pga:5.5).
    private static ParticipantInput Participant(string party, bool decides) =>
        new() { Partij = party, DoetMee = decides, Reden = decides ? "Een van de drie partijen die samen beslissen." : null };

    private List<Choice> Participants => [.. convenant.CodesOf("partij").Where(convenant.GroupOf("partij", "deelnemers").Contains).Select(p => new Choice(p, words.Party(p)))];

    private StepDefinition Definition(string code) => convenant.Process.Steps.First(s => s.Code == code);

    [GeneratedRegex(@"^deelnemers\[(\d{1,3})\](.*)$")]
    private static partial Regex ParticipantField();
}
