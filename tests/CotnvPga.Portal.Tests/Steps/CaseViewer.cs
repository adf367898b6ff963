using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Naive;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Demo;
using CotnvPga.TestHost.Cases;
using NodaTime;

namespace CotnvPga.Portal.Tests.Steps;

/// <summary>Somebody of the demo, as the party that he or she is in a case of Voorbeeldstad.</summary>
/// <param name="Account">Who.</param>
/// <param name="Party">The party in the case.</param>
/// <param name="Own">The party of the membership.</param>
/// <param name="Municipality">The own municipality, when that is another one.</param>
/// <param name="Role">The role.</param>
public sealed record CaseViewer(string Account, string Party, string Own, string? Municipality, string Role)
{
    private const string Here = DemoWorld.Voorbeeldstad;
    private const string There = DemoWorld.Modelveen;
    private static readonly NaiveInterpreter Naive = new(CaseWorld.Edition.Rules);

    private static ProcessModel Process => CaseWorld.Convenant.Process;

    /// <summary>One person for every party of the process, here, elsewhere or for the whole country.</summary>
    public static IReadOnlyList<CaseViewer> All { get; } =
    [
        .. DemoWorld.People.Where(p => p.Municipalities.Count == 0 || p.Municipalities is [Here])
            .Select(p => new CaseViewer(p.UserName, p.Party.Code(), p.Party.Code(), null, p.Role))
            .DistinctBy(v => v.Party),
        .. DemoWorld.People.Where(p => p.Municipalities is [There] && Process.Memberships[p.Party.Code()].Elsewhere is not null)
            .Select(p => new CaseViewer(p.UserName, Process.Memberships[p.Party.Code()].Elsewhere!, p.Party.Code(), There, p.Role))
            .DistinctBy(v => v.Party),
    ];

    /// <summary>The circumstances that the process gives: by a start, a step or an act.</summary>
    public static IReadOnlyList<string> Given { get; } =
        [.. Process.SetBy.Where(s => CaseWorld.Convenant.Vocabulary.Circumstance(s.Key)!.Kind == CircumstanceKind.Kijker && !s.Value.Any(by => by is "lidmaatschap" or "gegeven" or "verstrekking")).Select(s => s.Key).Order(StringComparer.Ordinal)];

    /// <summary>A second person of the same party; null when the demo has none.</summary>
    public string? Second => DemoWorld.People.FirstOrDefault(p => p.Party.Code() == Own && p.Municipalities.Contains(Here) && p.UserName != Account && p.Role != "procesregisseur")?.UserName;

    /// <summary>Whether the law lets this viewer know of the case at all: by a seat, a step that is offered, or an item that can be seen.</summary>
    public bool Knows(string phase, IReadOnlySet<string> circumstances, IReadOnlyList<CanaryItem> items)
    {
        if (phase == "vernietigd")
            return false;
        if (Process.Steps.Any(s => s.Manner != StepManner.Proces && s.From.Contains(phase) && MayTake(s, circumstances)))
            return true;
        var today = SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        foreach (var purpose in Process.Memberships[Own].Purposes)
        {
            var codes = new Dictionary<string, string> { ["partij"] = Party, ["handeling"] = Act.Deelnemen.Code(), ["doel"] = purpose, ["fase"] = phase };
            if (CaseWorld.Convenant.Vocabulary.Axis("rol")?.Find(Role)?.Code is { } role)
                codes["rol"] = role;
            if (Naive.Decide(new Question("overleg", codes, today, circumstances)).Outcome == Outcome.Zichtbaar && MayHaveAccess(purpose, phase, today, circumstances))
                return true;
            if (items.Any(i => Naive.Decide(i.Question(Codes.Known<Party>(Party), Act.Raadplegen, Codes.Known<Purpose>(purpose), Codes.Known<Phase>(phase), Role, today, circumstances)).Outcome == Outcome.Zichtbaar))
                return true;
        }
        return false;
    }

    /// <summary>Whether the law lets this party look at anything in this phase: a guest at the table has no access to the case (besluit-pga:11).</summary>
    private bool MayHaveAccess(string purpose, string phase, LocalDate today, IReadOnlySet<string> circumstances)
    {
        var key = (Party, Role, purpose, phase, string.Join(',', circumstances.Order(StringComparer.Ordinal)));
        if (Access.TryGetValue(key, out var known))
            return known;
        HashSet<string> all = [.. circumstances, "geautoriseerd", "opgeleid"];
        string[][] ofItem = [[], .. OfItem.Select(c => new[] { c }), [.. OfItem]];
        var codes = CaseWorld.Convenant;
        return Access[key] = (
            from category in codes.CodesOf("categorie")
            from nature in codes.CodesOf("bijzonder")
            from supplier in codes.CodesOf("verstrekker")
            from item in ofItem
            select Naive.Decide(new Question("gegeven", new Dictionary<string, string>
            {
                ["partij"] = Party,
                ["handeling"] = Act.Raadplegen.Code(),
                ["doel"] = purpose,
                ["fase"] = phase,
                ["categorie"] = category,
                ["bijzonder"] = nature,
                ["verstrekker"] = supplier,
                ["rol"] = Role,
            }, today, all.Union(item).ToHashSet())).Outcome).Any(o => o == Outcome.Zichtbaar);
    }

    private static readonly Dictionary<(string, string, string, string, string), bool> Access = [];

    private static string[] OfItem { get; } = [.. CaseWorld.Convenant.Vocabulary.Circumstances.Where(c => c.Kind == CircumstanceKind.Gegeven).Select(c => c.Code)];

    /// <summary>Whether a step, act or record is this viewer's, as the process data say.</summary>
    public bool MayTake(StepDefinition step, IReadOnlySet<string> circumstances) =>
        step.Parties.Contains(Party) && (step.AnyOf.Count == 0 || step.AnyOf.Overlaps(circumstances));
}
