using CotnvPga.Convenant;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Rechten;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the rights of the person concerned: requests, the collected copy, the letter.</summary>
public sealed class RightsPages(CompiledConvenant convenant, SignalLifecycle lifecycle, RecordPages records, Municipalities municipalities, Words words, DutchClock clock)
{
    private const string Kinds = "verzoek_soort";
    private const string Outcomes = "verzoek_uitkomst";
    private const string Refusals = "weigeringsgronden";
    private const string OfTheRequest = "avg:14";

    /// <summary>The records about rights, with what can be added.</summary>
    public RecordPart? Part(RecordsView view) => records.Parts(view).FirstOrDefault(p => p.Part == lifecycle.Record(OversightDesk.Request)?.Part);

    /// <summary>Whether this viewer's party is the contact point.</summary>
    public bool IsContactPoint(Viewer viewer) => SignalLifecycle.Belongs(lifecycle.Act("verzoek_openen"), viewer.Party, viewer.CircumstanceCodes);

    /// <summary>The requests, newest first.</summary>
    public IReadOnlyList<RequestLine> Requests(RecordsView view) =>
        [.. view.Records.Where(r => r.Kind == OversightDesk.Request && r.Words is not null).Reverse().Select(r => Line(r, Decision(r.Id, view)))];

    /// <summary>What can be asked.</summary>
    public IReadOnlyList<Choice> WhatCanBeAsked => List(Kinds);

    /// <summary>Who can ask.</summary>
    public IReadOnlyList<Choice> WhoCanAsk => List("verzoeker");

    /// <summary>What can be decided.</summary>
    public IReadOnlyList<Choice> WhatCanBeDecided => List(Outcomes);

    /// <summary>On which grounds a request can be refused: not the one that is for informing alone.</summary>
    public IReadOnlyList<Choice> Grounds => [.. convenant.Process.Reasons[Refusals].Where(r => !r.Grounds.Contains(OfTheRequest)).Select(r => new Choice(r.Code, $"{r.Label} ({words.Articles(r.Grounds)})"))];

    /// <summary>The letter about a request; null while it was not decided.</summary>
    public DecisionLetter? Letter(Guid request, RecordsView view, SignalState state)
    {
        if (view.Records.FirstOrDefault(r => r.Id == request && r.Kind == OversightDesk.Request) is not { Words: { } asked } open || Decision(request, view) is not { Words: { } said } decision)
            return null;
        var named = said.Answer("gronden_noemen") != "nee" ? said.Velden.GetValueOrDefault("gronden") ?? [] : [];
        return new DecisionLetter(
            municipalities.NameOf(state.Municipality),
            state.Number,
            clock.DayOf(open.At).ToDateText(),
            words.Reason(Kinds, asked.Answer("soort")!).ToLowerInvariant(),
            clock.DayOf(decision.At).ToDateText(),
            said.Answer("uitkomst") is { } outcome ? words.Reason(Outcomes, outcome) : null,
            said.Answer("besluit") ?? "",
            [.. convenant.Process.Reasons[Refusals].Where(r => named.Contains(r.Code)).Select(r => $"{r.Label} ({words.Articles(r.Grounds)})")]);
    }

    /// <summary>The collected copy: what the engine lets be given to who asked.</summary>
    public IReadOnlyList<CopyLine> Copy(CaseView view) =>
        [.. view.Items.Select(i => new CopyLine(i.FieldLabel, i.Value, words.Supplier(i.Supplier), clock.DayOf(i.RecordedAt).ToDateText()))];

    private static CaseRecord? Decision(Guid request, RecordsView view) => view.Records.FirstOrDefault(r => r.About == request && r.Kind == OversightDesk.Decision);

    private RequestLine Line(CaseRecord request, CaseRecord? decision) => new(
        request.Id,
        words.Reason(Kinds, request.Words!.Answer("soort")!),
        words.Reason("verzoeker", request.Words.Answer("verzoeker")!),
        clock.DayOf(request.At).ToDateText(),
        decision is null ? null
        : decision.Words?.Answer("uitkomst") is { } outcome ? $"{words.Reason(Outcomes, outcome)} op {clock.DayOf(decision.At).ToDateText()}" : $"Besloten op {clock.DayOf(decision.At).ToDateText()}");

    private List<Choice> List(string list) => [.. convenant.Process.Reasons[list].Select(r => new Choice(r.Code, r.Label, r.Explanation))];
}
