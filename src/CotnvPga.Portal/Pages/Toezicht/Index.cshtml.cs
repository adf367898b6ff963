using CotnvPga.Data.Oversight;
using CotnvPga.Data.Registers;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Toezicht;

/// <summary>The desk of the coordinating data protection officer: how things stand, without a case. 404 for others.</summary>
public sealed class IndexModel(OversightStand stand, LogReview logs, BreachRegister breaches, RegisterDesk registers, IColleagues colleagues, OversightPages pages, Words words, Municipalities municipalities) : PortalPage
{
    private const string Own = "fg";

    public IReadOnlyList<WaitingLine> Waiting { get; private set; } = [];

    public IReadOnlyList<PeopleLine> People { get; private set; } = [];

    public int OpenFlags { get; private set; }

    public int OpenBreaches { get; private set; }

    public long WaitingFindings { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var read = await stand.ReadAsync(Actor, cancel);
        if (!read.IsDone)
            return NotFound();
        Waiting = [.. read.Value.Select(pages.Waiting)];
        OpenFlags = await logs.OpenFlagsAsync(Actor, cancel);
        OpenBreaches = await breaches.ReadAsync(Actor, cancel) is { IsDone: true, Value: var all } ? all.Count(b => !b.IsDone) : 0;
        WaitingFindings = await registers.CountWaitingAsync(Actor, Own, cancel) is { IsDone: true, Value: var waiting } ? waiting : 0;
        var people = await colleagues.InAsync(Actor.Memberships.Select(m => m.Municipality).OfType<Municipality>(), cancel);
        People = [.. people.GroupBy(p => (p.Party, p.Municipality)).Select(g => new PeopleLine(words.Party(g.Key.Party.Code()), municipalities.NameOf(g.Key.Municipality), g.Count(), g.Count(p => !p.CanWork), g.Count(p => !p.IsTrained)))];
        return Page();
    }
}

/// <summary>How many people a party has in a municipality.</summary>
public sealed record PeopleLine(string Party, string Where, int All, int NotAuthorised, int NotTrained);
