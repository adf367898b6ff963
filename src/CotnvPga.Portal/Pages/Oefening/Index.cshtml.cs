using CotnvPga.Data.Exercise;
using CotnvPga.Domain.Exercise;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Oefening;

/// <summary>The rounds of the exercise, and a new one for who makes them. 404 for who has no task in it.</summary>
public sealed class IndexModel(ExerciseDesk desk) : FormPage<RoundInput>
{
    public ExerciseView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var begun = await desk.BeginAsync(Actor, new NewRound(Input.Jaar, Input.Helft, Input.Van, Input.Tot), cancel);
        if (!begun.IsDone)
            return Show(begun.Refusal);
        Done = "De oefening is begonnen. Maak nu de zaken.";
        return RedirectToPage("/Oefening/Maken", new { ronde = begun.Value });
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var read = await desk.OpenAsync(Actor, cancel);
        if (!read.IsDone)
            return false;
        View = read.Value;
        return true;
    }
}

/// <summary>A round as it is typed.</summary>
public sealed class RoundInput
{
    public int? Jaar { get; set; }

    public int? Helft { get; set; }

    public LocalDate? Van { get; set; }

    public LocalDate? Tot { get; set; }
}
