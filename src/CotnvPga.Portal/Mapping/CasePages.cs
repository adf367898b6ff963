using AutoMapper;
using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Stap;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out a case for the pages: the head, the items under their categories, the steps and the terms.</summary>
public sealed class CasePages(IMapper mapper, CompiledConvenant convenant, Words words, Municipalities municipalities, DutchClock clock, ItemRights rights, StepLines stepWords, ItemMarkPages marks)
{
    /// <summary>The case as this viewer may see it.</summary>
    public CasePage Of(CaseView view)
    {
        var terms = mapper.Map<IReadOnlyList<Deadline>>(view.Terms).OrderBy(t => t.Due).ToList();
        return new CasePage(Head(view, terms), Groups(view), mapper.Map<IReadOnlyList<StepView>>(view.Steps.Where(CanStillCome)), terms, MayRecord(view), view.Standing.Any(s => s.Party == view.Viewer.Party.Code() && !s.Given));
    }

    /// <summary>The steps of a case as a timeline, newest first; registration is its last line.</summary>
    public IReadOnlyList<TimelineEntry> Timeline(SignalState state, IReadOnlyList<TakenStep> steps) =>
    [
        .. steps.Reverse().Select(s => new TimelineEntry(
            s.At,
            s.From == s.To ? s.Label : $"{s.Label}: van {Lower(s.From)} naar {Lower(s.To)}",
            s.Party is null ? "het systeem" : s.StandIn is { } both ? $"{words.Party(s.Party)}: {both.Name}, plaatsvervanger van {both.For}" : words.Party(s.Party),
            s.From != s.To,
            s.Words is null ? [] : stepWords.Lines(s.Code, s.Words))),
        new TimelineEntry(state.OpenedAt, "Signaal geregistreerd", null, true, []),
    ];

    private string Lower(string phase) => words.Phase(Codes.Known<Phase>(phase)).ToLowerInvariant();

    private CaseHead Head(CaseView view, List<Deadline> terms)
    {
        var state = view.State;
        var note = terms.Count > 0 ? $"uiterlijk {terms[0].Due.ToMonthDayText()}" : null;
        return new CaseHead(
            state.Id.Value,
            state.Number,
            municipalities.NameOf(state.Municipality),
            words.Party(view.Viewer.Party.Code()),
            clock.DayOf(state.OpenedAt),
            PhaseSteps.Of(state.Phase, words.Phase, note),
            state.Round,
            terms.FirstOrDefault(),
            state.UrgentUntil,
            CaseTabs.Of(view))
        {
            Notices = mapper.Map<IReadOnlyList<Deadline>>(view.Notices),
        };
    }

    // A report is taken up once, and most facts never change: the step would only say that it cannot be taken.
    private static bool CanStillCome(OfferedStep step) => !step.Missing.Contains("ongelezen_melding") && !step.Missing.Contains(CaseFacts.Changed);

    /// <summary>The list with one item in it; empty when this viewer does not see it listed.</summary>
    public IReadOnlyList<ItemGroup> Only(CasePage page, Guid item) =>
    [
        .. page.Items
            .Select(g => g with { Visible = [.. g.Visible.Where(i => i.Id == item).Select(i => i with { Edit = null })], Conditional = [.. g.Conditional.Where(i => i.Id == item)] })
            .Where(g => g.Visible.Count + g.Conditional.Count > 0),
    ];

    private bool MayRecord(CaseView view) => !convenant.View(
        view.Viewer.Question(Act.Vastleggen, view.State.Phase, clock.Today, convenant, view.Edition)).IsEmpty;

    private ItemView Item(CaseView view, VisibleItem item) => marks.With(view.State.Id, mapper.Map<ItemView>(item), item) with
    {
        Edit = rights.MayExplain(view, item.Id.Value) ? $"/signalen/{view.State.Id}/gegevens/{item.Id}" : null,
    };

    private List<ItemGroup> Groups(CaseView view)
    {
        var order = convenant.Fields.Keys.Index().ToDictionary(f => f.Item, f => f.Index);
        var visible = view.Items.OrderBy(i => order[i.Field]).ThenBy(i => i.RecordedAt).ToLookup(i => i.Category);
        var conditional = view.Conditional.ToLookup(i => i.Category);
        return [.. Codes.All<Category>()
            .Where(category => visible.Contains(category) || conditional.Contains(category))
            .Select(category => new ItemGroup(
                words.Category(category),
                [.. visible[category].Select(i => Item(view, i))],
                mapper.Map<IReadOnlyList<HiddenItemView>>(conditional[category])))];
    }
}
