using CotnvPga.Data.Continuity;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Continuiteit;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the report of a hand-over of work, for the screen and as a file. Nothing about the person of a case is in it.</summary>
public sealed class WorkReportPages(Words words, Municipalities municipalities)
{
    /// <summary>The cases, the nearest term first.</summary>
    public IReadOnlyList<WorkReportRow> Rows(WorkReport report) =>
    [
        .. report.Lines.Select(line => (Line: line, Term: line.Case.Terms.OrderBy(t => t.On).FirstOrDefault()))
            .OrderBy(l => l.Term?.On ?? NodaTime.LocalDate.MaxIsoValue).ThenBy(l => l.Line.Case.State.Number, StringComparer.Ordinal)
            .Select(l => new WorkReportRow(
                l.Line.Case.State.Id.Value,
                l.Line.Case.State.Number,
                municipalities.NameOf(l.Line.Case.State.Municipality),
                words.Phase(l.Line.Case.State.Phase),
                l.Term is { } term ? term.On.ToDateText() : "geen termijn",
                l.Line.Case.Steps.Count > 0 ? l.Line.Case.Steps[0].Label : "wacht op anderen",
                l.Line.LastAt.ToMomentText(),
                l.Line.HandedTo)),
    ];

    /// <summary>People to choose from, by party.</summary>
    public IReadOnlyList<Choice> Choices(IReadOnlyList<Colleague> people) =>
        [.. people.Select(c => new Choice(c.Account.ToString(), c.Name, Group: words.Party(c.Party.Code())))];

    /// <summary>The report as a file that a spreadsheet opens.</summary>
    public byte[] Csv(WorkReport report) => SpreadsheetFile.Of(
        ["zaak", "gemeente", "fase", "termijn", "volgende stap", "laatst aan gewerkt", "overgedragen aan"],
        Rows(report).Select(row => new[] { row.Number, row.Municipality, row.Phase, row.Term, row.Task, row.LastAt, row.HandedTo ?? "" }));
}
