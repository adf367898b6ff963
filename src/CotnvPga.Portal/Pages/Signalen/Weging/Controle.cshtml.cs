using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Weging;

/// <summary>Shows a judgement whole before it is given; the text comes from the draft of the weighing page.</summary>
public sealed class ControleModel(CaseDesk desk, WeighingDesk weighing, CasePages pages, CompiledConvenant convenant) : FormPage<JudgementInput>
{
    public CasePage Case { get; private set; } = null!;

    public string Verdict => Verdicts.Label(Input.Oordeel!);

    public string? Motivation => Input.Motivering;

    public IEnumerable<(string Criterion, string? Finding, string? ContraIndication)> Lines =>
        Input.Criteria.Where(c => convenant.Process.Criteria.ContainsKey(c.Criterium ?? "")).Select(c => (convenant.Process.Criteria[c.Criterium!].Label, c.Bevinding, c.ContraIndicatie));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await LoadAsync(id, cancel) ?? (await HasDraftAsync(id, cancel) ? Page() : Back(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await LoadAsync(id, cancel) is { } refused)
            return refused;
        if (!await HasDraftAsync(id, cancel))
            return Back(id);
        var given = await weighing.JudgeAsync(Actor, new SignalId(id), Input.ToJudgement(), cancel);
        if (!given.IsDone)
            return Show(given.Refusal);
        await ForgetDraftAsync(FormPath(id), cancel);
        Done = "Uw oordeel is gegeven. Hieronder ziet u de oordelen die er nu zijn.";
        return Back(id);
    }

    private async Task<bool> HasDraftAsync(Guid id, CancellationToken cancel) =>
        await TakeDraftAsync(FormPath(id), cancel) && Input.ToJudgement().Read(convenant.Process).IsDone;

    private string FormPath(Guid id) => Url.Page("/Signalen/Weging/Index", new { id })!;

    private RedirectToPageResult Back(Guid id) => RedirectToPage("/Signalen/Weging/Index", new { id });

    private async Task<IActionResult?> LoadAsync(Guid id, CancellationToken cancel)
    {
        var opened = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!opened.IsDone)
            return Show(opened.Refusal);
        Case = pages.Of(opened.Value);
        return null;
    }
}
