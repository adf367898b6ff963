using CotnvPga.Convenant.Logging;
using CotnvPga.Convenant.Registers;
using CotnvPga.Convenant.Reporting;

namespace CotnvPga.Convenant.Process;

/// <summary>The process as data (<c>convenant/proces/</c>): what may happen next, by whom, and which records it needs.</summary>
/// <param name="Starts">In which phase a case starts, by who registers it.</param>
/// <param name="Steps">All steps.</param>
/// <param name="Acts">Acts beside the steps (<c>nevenstappen</c>): same form, they never change the phase.</param>
/// <param name="Terms">Terms and other numbers that people chose, by code.</param>
/// <param name="Criteria">The five criteria of the weighing, code to definition.</param>
/// <param name="Reasons">Lists of reasons with a code, by list name.</param>
/// <param name="Memberships">What a membership of a party brings with it.</param>
public sealed record ProcessModel(
    IReadOnlyList<StartDefinition> Starts,
    IReadOnlyList<StepDefinition> Steps,
    IReadOnlyList<StepDefinition> Acts,
    IReadOnlyDictionary<string, ParameterDefinition> Terms,
    IReadOnlyDictionary<string, CriterionDefinition> Criteria,
    IReadOnlyDictionary<string, IReadOnlyList<ReasonDefinition>> Reasons,
    IReadOnlyDictionary<string, MembershipDefinition> Memberships)
{
    /// <summary>The facts that steps can need, by code; empty when the process does not name them.</summary>
    public IReadOnlyDictionary<string, FactDefinition> Facts { get; init; } = new Dictionary<string, FactDefinition>();

    /// <summary>Circumstance to what sets it: a step or act, <c>start</c>, <c>lidmaatschap</c>, <c>gegeven</c> or <c>verstrekking</c>; empty when the process does not say.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> SetBy { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The kinds of record that can be laid down beside the steps (<c>stukken</c>).</summary>
    public IReadOnlyList<RecordDefinition> Records { get; init; } = [];

    /// <summary>The interventions that a plan can choose from (<c>interventies</c>).</summary>
    public InterventionCatalogue Interventions { get; init; } = InterventionCatalogue.Empty;

    /// <summary>What starts the term of retention again, and what does not (<c>verwerkingen</c>).</summary>
    public IReadOnlyList<ProcessingDefinition> Processings { get; init; } = [];

    /// <summary>What is told to whom when something happens.</summary>
    public IReadOnlyList<NotificationDefinition> Notifications { get; init; } = [];

    /// <summary>The national tables (<c>tabellen</c>).</summary>
    public ReportCatalogue Report { get; init; } = ReportCatalogue.Empty;

    /// <summary>The registers beside the cases (<c>registers</c>).</summary>
    public IReadOnlyList<RegisterDefinition> Registers { get; init; } = [];

    /// <summary>Every kind of record: those in a case, and those of the registers beside them.</summary>
    public IEnumerable<RecordDefinition> AllRecords => Records.Concat(Registers.SelectMany(r => r.Forms).Select(f => f.Record));

    /// <summary>What in the log asks for a look (<c>vlaggen</c>).</summary>
    public IReadOnlyList<LogFlagDefinition> LogFlags { get; init; } = [];

    /// <summary>How cases of before the portal are entered; empty when the process does not say.</summary>
    public IReadOnlyList<RunningStart> Running { get; init; } = [];
}

/// <summary>Something that happens in a case, and whether the term of retention begins again by it (wet-pga:9 counts from the last processing).</summary>
/// <param name="Code">Its code, such as <c>vastleggen</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Restarts">The phases in which it starts the term again; empty when it never does.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">Why, in a Dutch sentence.</param>
public sealed record ProcessingDefinition(string Code, string Label, IReadOnlySet<string> Restarts, IReadOnlyList<string> Grounds, string Certainty, string Explanation);


/// <summary>How a case of before the portal is entered, in the phase in which it is.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Parties">Parties that enter it.</param>
/// <param name="Phases">Phases in which it can be.</param>
/// <param name="Becomes">Circumstances that the party that enters it gets.</param>
/// <param name="NeedsWeighing">Whether the day of the old weighing is asked.</param>
/// <param name="SeatsParties">Whether the parties that it names get a seat.</param>
/// <param name="Tasks">What is missing in the portal and becomes a task: codes of the list <c>inhaaltaken</c>.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">A Dutch sentence for people.</param>
public sealed record RunningStart(
    string Label,
    IReadOnlySet<string> Parties,
    IReadOnlySet<string> Phases,
    IReadOnlyList<string> Becomes,
    bool NeedsWeighing,
    bool SeatsParties,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Grounds,
    string Certainty,
    string Explanation);

/// <summary>A fact of a case, or of what somebody wrote, that a step can need.</summary>
/// <param name="Code">Its code, such as <c>drie_oordelen</c>.</param>
/// <param name="Label">It in words.</param>
/// <param name="Excludes">Facts that cannot hold with it.</param>
/// <param name="Term">The term that it counts with; null when none.</param>
/// <param name="Reasons">The list of reasons that it chooses from; null when none.</param>
public sealed record FactDefinition(string Code, string Label, IReadOnlyList<string> Excludes, string? Term, string? Reasons);

/// <summary>Where a new case starts and what that gives the party that registers it.</summary>
/// <param name="Label">Its name for people.</param>
/// <param name="Parties">Parties to whom this start applies.</param>
/// <param name="Phase">The first phase.</param>
/// <param name="Becomes">Circumstances that the registering party gets.</param>
/// <param name="AddresseeBecomes">Circumstances that the party it is sent to gets; empty when the start has no addressee.</param>
/// <param name="Addressees">Parties that it may be sent to; empty when the start has no addressee.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">A Dutch sentence for people.</param>
public sealed record StartDefinition(
    string Label,
    IReadOnlySet<string> Parties,
    string Phase,
    IReadOnlyList<string> Becomes,
    IReadOnlyList<string> AddresseeBecomes,
    IReadOnlySet<string> Addressees,
    IReadOnlyList<string> Grounds,
    string Certainty,
    string Explanation);

/// <summary>How many must act before a step takes effect.</summary>
public enum StepManner
{
    /// <summary>One of those who may.</summary>
    Alleen,

    /// <summary>All who may (the three), each with the same words.</summary>
    Samen,

    /// <summary>Two persons of the same party.</summary>
    TweePersonen,

    /// <summary>The process itself, when its time has come.</summary>
    Proces,
}

/// <summary>One step of the process.</summary>
/// <param name="Code">Its code, such as <c>in_weging</c>.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="From">Phases it can be taken in.</param>
/// <param name="Outcomes">Where it leads, first match first; a step without outcomes stays in its phase.</param>
/// <param name="Parties">Who may take it.</param>
/// <param name="AnyOf">One of these circumstances must hold for the party; empty asks for none.</param>
/// <param name="Manner">How many must act.</param>
/// <param name="Needs">Facts that must hold (names of <c>feiten</c> in the process data).</param>
/// <param name="Grants">Circumstances that the step gives to the party (or parties) that its body names.</param>
/// <param name="AlsoProcess">The process itself may take it too, when the term of this code has run.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty"><c>vastgesteld</c>, <c>afgeleid</c> or <c>niet_geverifieerd</c>.</param>
/// <param name="Explanation">A Dutch sentence for people.</param>
public sealed record StepDefinition(
    string Code,
    string Label,
    IReadOnlySet<string> From,
    IReadOnlyList<StepOutcome> Outcomes,
    IReadOnlySet<string> Parties,
    IReadOnlySet<string> AnyOf,
    StepManner Manner,
    IReadOnlyList<string> Needs,
    IReadOnlyList<string> Grants,
    string? AlsoProcess,
    IReadOnlyList<string> Grounds,
    string Certainty,
    string Explanation)
{
    /// <summary>Whether it cannot be undone (<c>onherroepelijk</c>).</summary>
    public bool IsIrreversible { get; init; }
}

/// <summary>One way a step can end.</summary>
/// <param name="Phase">The phase it leads to.</param>
/// <param name="When">Facts that must all hold for this outcome; empty always holds.</param>
public sealed record StepOutcome(string Phase, IReadOnlyList<string> When);

/// <summary>A number that people chose, such as a term in days.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit"><c>werkdagen</c>, <c>dagen</c>, <c>jaren</c>, <c>rondes</c>, <c>personen</c> or <c>maanden</c>.</param>
/// <param name="Phase">The phase whose clock it is, if it is one.</param>
/// <param name="Grounds">Articles.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Explanation">A Dutch sentence for people.</param>
public sealed record ParameterDefinition(string Code, string Label, int Value, string Unit, string? Phase, IReadOnlyList<string> Grounds, string Certainty, string Explanation);

/// <summary>One of the criteria of wet-pga:5.3.</summary>
public sealed record CriterionDefinition(string Code, string Label, string Help, IReadOnlyList<string> Grounds, string Certainty);

/// <summary>A reason that can be chosen, such as why a report was not brought to the weighing.</summary>
public sealed record ReasonDefinition(string Code, string Label, string Explanation, string Certainty)
{
    /// <summary>The articles that it rests on; empty when it rests on none.</summary>
    public IReadOnlyList<string> Grounds { get; init; } = [];

    /// <summary>Facts of the case that must hold before it can be chosen in a record (<c>vereist</c>).</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];
}

/// <summary>What a membership of one party brings.</summary>
/// <param name="Party">The party.</param>
/// <param name="Elsewhere">The party that a member counts as in a case of another municipality; null when it has no place there.</param>
/// <param name="Purposes">Purposes it may choose; the first is the default.</param>
/// <param name="Signs">Roles in which a member may sign for the municipality: acceding to a covenant and leaving it.</param>
public sealed record MembershipDefinition(string Party, string? Elsewhere, IReadOnlyList<string> Purposes, IReadOnlySet<string> Signs)
{
    /// <summary>Tasks beside the cases (<c>taken</c>), such as planning meetings, with the roles that have them.</summary>
    public IReadOnlyDictionary<string, IReadOnlySet<string>> Tasks { get; init; } = new Dictionary<string, IReadOnlySet<string>>();

    /// <summary>Whether a member in this role has a task.</summary>
    public bool Gives(string task, string role) => Tasks.TryGetValue(task, out var roles) && roles.Contains(role);

    /// <summary>Parties that keep the list of members of this one who do not work on a case because of an interest of their own; empty when nobody may.</summary>
    public IReadOnlySet<string> InterestsKeptBy { get; init; } = new HashSet<string>();

    /// <summary>Roles in which a member arranges deputies, help from elsewhere and access for the whole municipality.</summary>
    public IReadOnlySet<string> Arranges { get; init; } = new HashSet<string>();
}
