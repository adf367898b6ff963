using AutoMapper;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Meldingen;
using CotnvPga.Portal.Pages.Werkvoorraad;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the worklist: four lists with counts, each grouped by how near the deadline is.</summary>
public sealed class WorklistPages(IMapper mapper, Words words, Municipalities municipalities, DutchClock clock)
{
    private const string Waiting = "wacht";

    // Where a case is worked on, when that is another page than the case itself.
    private static readonly Dictionary<Phase, string> WorkPages = new() { [Phase.Weging] = "/Signalen/Weging/Index" };

    /// <summary>Today, in the Netherlands.</summary>
    public LocalDate Today => clock.Today;

    /// <summary>The lists with their counts, and the groups of the one that is shown.</summary>
    public (IReadOnlyList<WorklistTab> Lists, IReadOnlyList<WorklistGroup> Groups) Of(IReadOnlyList<WorklistLine> lines, string? list)
    {
        var own = lines.Where(l => l.Steps.Count > 0).Select(Row).ToList();
        var late = own.Where(r => r.Deadline is { WorkingDays: < 0 }).ToList();
        var waiting = lines.Where(l => l.Steps.Count == 0).Select(Row).ToList();
        (string Code, string Label, List<WorklistRow> Rows, string Empty)[] all =
        [
            ("voor-u", "Voor uw partij", own, "U hebt geen open taken."),
            ("laat", "Te laat", late, "Er is niets te laat."),
            (Waiting, "Wacht op anderen", waiting, "U wacht op niemand."),
        ];
        var here = all.FirstOrDefault(a => a.Code == list) is { Rows: not null } chosen ? chosen : all[0];
        return ([.. all.Select(a => new WorklistTab(a.Code, a.Label, a.Rows.Count, a.Code == here.Code, a.Code == "laat" && a.Rows.Count > 0, a.Empty))], Groups(here.Rows));
    }

    /// <summary>Rows in order of deadline, without groups.</summary>
    public IReadOnlyList<WorklistRow> Rows(IReadOnlyList<WorklistLine> lines) =>
        [.. lines.Select(Row).OrderBy(r => r.Deadline?.Due ?? LocalDate.MaxIsoValue).ThenBy(r => r.Number, StringComparer.Ordinal)];

    /// <summary>The person-free lines in words.</summary>
    public IReadOnlyList<NotBroughtRow> NotBrought(IReadOnlyList<NotBroughtLine> lines) => [.. lines.Select(l => new NotBroughtRow(
        l.Op.ToDateText(), words.Reason("niet_aanmelden", l.Reden), words.Party(l.Partij), municipalities.NameOf(new Municipality(l.Gemeente))))];

    /// <summary>The cases that wait to be brought to the three, in words.</summary>
    public IReadOnlyList<RegisteredRow> Registered(IReadOnlyList<RegisteredLine> lines) => [.. lines.Select(l => new RegisteredRow(
        l.Sinds.ToMomentText(), l.Nummer, words.Party(l.Partij), municipalities.NameOf(new Municipality(l.Gemeente))))];

    /// <summary>The outcomes in words.</summary>
    public IReadOnlyList<ToldRow> Told(IReadOnlyList<ToldOutcome> told) =>
        [.. told.Select(t => new ToldRow(t.Nummer, Codes.Parse<Phase>(t.Uitkomst) is { } phase ? words.Phase(phase) : words.Fact(t.Uitkomst), t.Op.ToDateText()))];

    private WorklistRow Row(WorklistLine line)
    {
        var terms = mapper.Map<IReadOnlyList<Deadline>>(line.Terms).OrderBy(t => t.Due).ToList();
        var isAsked = line.Steps.Count > 0;
        return new WorklistRow(
            line.State.Id.Value,
            line.State.Number,
            words.Phase(line.State.Phase),
            municipalities.NameOf(line.State.Municipality),
            isAsked ? terms.FirstOrDefault()?.Label ?? line.Steps[0].Label : "Bekijk de zaak",
            line.State.UrgentUntil is null ? null : "Spoed",
            terms.FirstOrDefault(),
            isAsked && WorkPages.TryGetValue(line.State.Phase, out var page) ? page : "/Signalen/Zaak/Index");
    }

    private List<WorklistGroup> Groups(List<WorklistRow> rows)
    {
        var endOfWeek = Today.Next(IsoDayOfWeek.Monday);
        return [.. rows
            .OrderBy(r => r.Deadline?.Due ?? LocalDate.MaxIsoValue).ThenBy(r => r.Number, StringComparer.Ordinal)
            .GroupBy(r => r.Deadline is not { } d ? 3 : d.WorkingDays < 0 ? 0 : d.Due < endOfWeek ? 1 : 2)
            .Select(g => new WorklistGroup(g.Key switch { 0 => "Te laat", 1 => "Deze week", 2 => "Later", _ => "Zonder termijn" }, [.. g]))];
    }
}
