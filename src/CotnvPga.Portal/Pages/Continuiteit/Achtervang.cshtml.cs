using CotnvPga.Data.Signals;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>The pool of trained people that municipalities lend each other: asking, answering, offering.</summary>
public sealed class AchtervangModel(ContinuityBoard board, BackupPool pool, ContinuityPages pages, Municipalities municipalities)
    : ArrangingPage<BackupInput>(board, pages, municipalities)
{
    /// <summary>Everybody of other municipalities who is offered.</summary>
    public IReadOnlyList<Choice> Offers { get; private set; } = [];

    /// <summary>The own people in the pool.</summary>
    public IReadOnlyList<PoolOffer> Own { get; private set; } = [];

    /// <summary>What was asked, of this municipality and by it.</summary>
    public IReadOnlyList<BackupRequest> Requests { get; private set; } = [];

    /// <summary>Who can be offered.</summary>
    public IReadOnlyList<Choice> Lendable => Words.Seats(Benches, s => s.DeputyFor is null && s.LentBy is null && s.CanWork && s.IsTrained, s => s.Membership);

    public async Task<IActionResult> OnGetAsync(string gemeente, CancellationToken cancel) => await ReadAsync(gemeente, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(string gemeente, CancellationToken cancel)
    {
        if (await ReadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        if (!ModelState.IsValid)
            return BadForm();
        var asked = await pool.AskAsync(Actor, Where, Input.ToBackup(), cancel);
        return asked.IsDone ? Again("Uw vraag ligt bij de andere gemeente.") : Show(asked.Refusal);
    }

    public async Task<IActionResult> OnPostAntwoordAsync(string gemeente, Guid verzoek, bool? akkoord, CancellationToken cancel)
    {
        if (await ReadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var answered = await pool.AnswerAsync(Actor, Where, verzoek, akkoord, cancel);
        return answered.IsDone ? Again(answered.Value.Membership is null ? "U leent niemand uit." : "Uw medewerker kan daar nu werken, tot en met de laatste dag.") : Show(answered.Refusal);
    }

    public async Task<IActionResult> OnPostAanbiedenAsync(string gemeente, Guid? lidmaatschap, LocalDate? aanbodTot, CancellationToken cancel)
    {
        if (await ReadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var offered = await pool.OfferAsync(Actor, Where, lidmaatschap, aanbodTot, cancel);
        return offered.IsDone ? Again("Uw medewerker staat in de pool.") : Show(offered.Refusal);
    }

    public async Task<IActionResult> OnPostIntrekkenAsync(string gemeente, Guid aanbod, CancellationToken cancel)
    {
        if (await ReadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var withdrawn = await pool.WithdrawAsync(Actor, Where, aanbod, cancel);
        return withdrawn.IsDone ? Again("Uw medewerker staat niet meer in de pool.") : Show(withdrawn.Refusal);
    }

    private RedirectToPageResult Again(string done)
    {
        Done = done;
        return RedirectToPage("/Continuiteit/Achtervang", new { gemeente = Where.Code });
    }

    private async Task<IActionResult?> ReadAsync(string gemeente, CancellationToken cancel)
    {
        if (await LoadAsync(gemeente, cancel) is { } nothing)
            return nothing;
        var offers = await pool.OffersAsync(cancel);
        Offers = [.. offers.Where(o => o.Lender != Where).Select(Words.Offer)];
        Own = [.. offers.Where(o => o.Lender == Where)];
        Requests = await pool.RequestsAsync(Where, cancel);
        return null;
    }
}
