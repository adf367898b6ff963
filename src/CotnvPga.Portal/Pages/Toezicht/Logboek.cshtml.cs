using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>What in the log asks for a look, and looking at the lines of a person for a purpose of the law. 404 for who does not review.</summary>
public sealed class LogboekModel(LogReview review, OversightPages pages, DutchClock clock) : FormPage<LogReviewInput>
{
    public IReadOnlyList<FlagLine> Flags { get; private set; } = [];

    public IReadOnlyList<LookLine> Looks { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<Choice> Purposes => pages.Purposes;

    public IReadOnlyList<Choice> Verdicts => pages.Verdicts;

    /// <summary>The flags that this person can judge: not one's own.</summary>
    public IReadOnlyList<Choice> Open =>
        [.. Flags.Where(f => f.Verdict is null && f.Flag.Account != Actor.Account.Value).Select(f => new Choice(KeyOf(f.Flag), $"{f.Label}: {f.Who}, {f.Day}, {f.Where}"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? actie, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        if (actie == "oordeel")
        {
            var flag = Flags.FirstOrDefault(f => KeyOf(f.Flag) == Input.Vlag)?.Flag;
            var judged = await review.JudgeAsync(Actor, new NewFlagVerdict(flag?.Rule, flag?.Account ?? Guid.Empty, flag?.Day, flag?.Municipality, Input.Oordeel, Input.Toelichting), cancel);
            if (!judged.IsDone)
                return Show(judged.Refusal);
            Done = "Vastgelegd.";
            return RedirectToPage();
        }
        var opened = await review.LookAsync(Actor, new NewLogLook(Input.Van, Input.Doel, Input.Reden, Input.Tot), cancel);
        return opened.IsDone ? RedirectToPage("/Toezicht/Medewerker", new { inzage = opened.Value }) : Show(opened.Refusal);
    }

    private static string KeyOf(LogFlag flag) => $"{flag.Rule}/{flag.Account}/{LocalDatePattern.Iso.Format(flag.Day)}/{flag.Municipality}";

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var read = await review.OpenAsync(Actor, cancel);
        if (!read.IsDone)
            return false;
        Flags = [.. read.Value.Flags.Select(f => pages.Flag(read.Value, f))];
        Looks = [.. read.Value.Looks.Select(l => pages.Look(read.Value, l, Actor, clock.Today))];
        People = [.. pages.People(read.Value).Where(p => p.Value != Actor.Account.Value.ToString())];
        return true;
    }
}

/// <summary>What is typed here. The names are those of the API.</summary>
public sealed class LogReviewInput
{
    public Guid? Van { get; set; }

    public string? Doel { get; set; }

    public string? Reden { get; set; }

    public LocalDate? Tot { get; set; }

    public string? Vlag { get; set; }

    public string? Oordeel { get; set; }

    public string? Toelichting { get; set; }
}
