using CotnvPga.Data.Exercise;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Oefening;

/// <summary>What came of a round that is over: the country, the own weegploeg, and the reasoning of others. 404 before its end.</summary>
public sealed class UitkomstModel(ExerciseDesk desk, ExercisePages pages) : PortalPage
{
    public ExerciseRound Round { get; private set; } = null!;

    public IReadOnlyList<OutcomeView> Cases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid ronde, CancellationToken cancel)
    {
        var read = await desk.OutcomeAsync(Actor, ronde, cancel);
        if (!read.IsDone)
            return NotFound();
        Round = read.Value.Round;
        Cases = [.. read.Value.Cases.Select(pages.Outcome)];
        return Page();
    }
}
