using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Exercise;
using CotnvPga.Domain.Exercise;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Weging;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Oefening;

/// <summary>A fictional case, weighed with the form of the real weighing. 404 for who does not weigh.</summary>
[KeepsTyped]
public sealed class ZaakModel(ExerciseDesk desk, ExercisePages pages, CompiledConvenant convenant, Words words) : FormPage<ExerciseInput>
{
    public ExerciseToWeigh Exercise { get; private set; } = null!;

    public IReadOnlyList<GivenView> Given { get; private set; } = [];

    public IReadOnlyList<CriterionDefinition> Criteria { get; } = [.. convenant.Process.Criteria.Values];

    public string Party => words.Party(Exercise.Party);

    public async Task<IActionResult> OnGetAsync(Guid zaak, CancellationToken cancel) => await LoadAsync(zaak, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid zaak, CancellationToken cancel)
    {
        if (!await LoadAsync(zaak, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var plays = Criteria.Select((c, i) => (c.Code, Input.Speelt.ElementAtOrDefault(i))).ToDictionary(c => c.Code, c => c.Item2, StringComparer.Ordinal);
        var given = await desk.JudgeAsync(Actor, zaak, new NewExerciseJudgement(Input.ToJudgement(), plays), cancel);
        if (!given.IsDone)
            return Show(given.Refusal);
        Done = "Uw oordeel ligt vast.";
        return RedirectToPage(new { zaak });
    }

    protected override string? Place(string field) => JudgementPages.CriterionOf(field) is { } at && at < Criteria.Count ? Criteria[at].Label : null;

    protected override IEnumerable<Domain.FieldError> InPageOrder(IEnumerable<Domain.FieldError> errors) => errors.OrderBy(e => JudgementPages.CriterionOf(e.Field) is null);

    protected override string FieldName(string field) => JudgementPages.CriterionOf(field) is { } at && field.EndsWith(".speelt", StringComparison.Ordinal)
        ? base.FieldName($"{nameof(Input.Speelt)}[{at}]")
        : base.FieldName(field);

    private async Task<bool> LoadAsync(Guid zaak, CancellationToken cancel)
    {
        var read = await desk.CaseAsync(Actor, zaak, cancel);
        if (!read.IsDone)
            return false;
        Exercise = read.Value;
        Given = [.. Exercise.Given.Select(pages.Given)];
        // The criteria in their own order, whatever came back in the form.
        Input.Criteria = [.. Criteria.Select(c => Input.Criteria.Find(i => i.Criterium == c.Code) ?? new CriterionInput { Criterium = c.Code })];
        while (Input.Speelt.Count < Criteria.Count)
            Input.Speelt.Add(null);
        return true;
    }
}

/// <summary>A judgement in an exercise as it is typed: that of the real form, and which criterion plays a part.</summary>
public sealed class ExerciseInput : JudgementInput
{
    public List<string?> Speelt { get; set; } = [];
}
