using CotnvPga.Data.Sharing;
using CotnvPga.Domain.Sharing;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Delen;

/// <summary>"Mag ik dit delen?": asks the convenant, without a case. The question stands in the address.</summary>
public sealed class IndexModel(
    SharingIntake intake, SharingAdvisor advisor, SharingPages pages, SharingChoices choices, ShareProofs proofs, DutchClock clock) : SharingPage(intake, clock)
{
    /// <summary>True when somebody wants to change the question that was asked.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Wijzig { get; set; }

    /// <summary>What can be chosen.</summary>
    public SharingChoices Choices => choices;

    /// <summary>The answer; null before a question was asked, and when it has errors.</summary>
    public AdvicePage? Advice { get; private set; }

    /// <summary>The question in words; empty without an answer.</summary>
    public IReadOnlyList<QuestionLine> Question { get; private set; } = [];

    /// <summary>The address that asks the same question to be changed.</summary>
    public IDictionary<string, string> ChangeRoute => new Dictionary<string, string>(Asked) { [nameof(Wijzig)] = "true" };

    public IActionResult OnGet()
    {
        if (Request.Query.Count == 0 || Wijzig)
        {
            Wie ??= SharingChoices.OwnParty(Actor);
            Gemeente ??= SharingChoices.OwnMunicipality(Actor);
            Doel ??= choices.Purposes[0].Value;
            Dag ??= LocalDatePattern.Iso.Format(Today);
            return Page();
        }
        var read = Read();
        if (!read.IsDone)
            return Show(read.Refusal);
        Advice = pages.Page(advisor.Advise(read.Value, EditionOf(read.Value)), Feiten);
        Question = pages.Question(read.Value);
        return Page();
    }

    /// <summary>Keeps the answer as a proof.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var read = Read();
        if (!read.IsDone)
            return Show(read.Refusal);
        var proof = await proofs.KeepAsync(advisor.Advise(read.Value, EditionOf(read.Value)), cancel);
        Done = $"Deelbewijs {proof.Number} is bewaard.";
        return RedirectToPage("/Delen/Bewijs", new { nummer = proof.Number });
    }
}
