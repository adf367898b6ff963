using CotnvPga.Data.Exercise;
using CotnvPga.Domain.Exercise;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Oefening;

/// <summary>The cases of a round: made by one organisation, looked at by two others. 404 for who does neither.</summary>
[KeepsTyped]
public sealed class MakenModel(ExerciseDesk desk, Words words) : FormPage<CaseInput>
{
    public ExerciseRound Round { get; private set; } = null!;

    public IReadOnlyList<Choice> YesNo { get; } = Signalen.Stap.StepForm.YesNo;

    /// <summary>Name of an organisation.</summary>
    public string NameOf(string party) => words.Party(party);

    public async Task<IActionResult> OnGetAsync(Guid ronde, CancellationToken cancel) => await LoadAsync(ronde, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid ronde, string? actie, CancellationToken cancel)
    {
        if (!await LoadAsync(ronde, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var done = actie == "controle"
            ? await desk.CheckAsync(Actor, ronde, Input.Akkoord, Input.Toelichting, cancel)
            : await desk.AddCaseAsync(Actor, ronde, new NewExerciseCase(Input.Titel, Input.Kenmerk, Input.Tekst, CaseText.ReadWords(Input.VersieA), CaseText.ReadWords(Input.VersieB)), cancel);
        if (!done.IsDone)
            return Show(done.Refusal);
        Done = actie == "controle" ? "Uw controle ligt vast." : "De zaak is toegevoegd.";
        return RedirectToPage(new { ronde });
    }

    private async Task<bool> LoadAsync(Guid ronde, CancellationToken cancel)
    {
        var read = await desk.OpenAsync(Actor, cancel);
        if (!read.IsDone || read.Value.Weighs || read.Value.Rounds.FirstOrDefault(r => r.Id == ronde) is not { } found)
            return false;
        Round = found;
        return true;
    }
}

/// <summary>A case, or a check, as it is typed. The names are those of the API.</summary>
public sealed class CaseInput
{
    public string? Titel { get; set; }

    public string? Kenmerk { get; set; }

    public string? Tekst { get; set; }

    public string? VersieA { get; set; }

    public string? VersieB { get; set; }

    public bool? Akkoord { get; set; }

    public string? Toelichting { get; set; }
}
