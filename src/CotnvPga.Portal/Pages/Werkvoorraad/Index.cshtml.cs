using CotnvPga.Data.Signals;
using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Shared;
using CotnvPga.Portal.Pages.Signalen;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Werkvoorraad;

/// <summary>The worklist: what is late, what is this week's, what waits for others. No name, subject or reason.</summary>
public sealed class IndexModel(Worklist worklist, Outcomes outcomes, WorklistPages pages, RegistrationPlaces places, ContinuityBoard board, ContinuityRules rules, ContinuityPages people) : PortalPage
{
    private const int MostCases = 500;

    /// <summary>Which list is shown; the first when not given.</summary>
    [FromQuery]
    public string? Lijst { get; set; }

    /// <summary>Which part of a list that does not fit on one page.</summary>
    [FromQuery]
    public int? Pagina { get; set; }

    public PagedList Paged { get; private set; } = null!;

    public LocalDate Today => pages.Today;

    public bool MayRegister => places.MayRegister(Actor);

    public IReadOnlyList<WorklistTab> Lists { get; private set; } = [];

    public IReadOnlyList<WorklistGroup> Groups { get; private set; } = [];

    /// <summary>Outcomes told to the person's parties: a case they registered that is not submitted.</summary>
    public IReadOnlyList<ToldRow> Told { get; private set; } = [];

    /// <summary>Who is there to do the work.</summary>
    public IReadOnlyList<PeopleLine> People { get; private set; } = [];

    public int Total => Groups.Sum(g => g.Rows.Count);

    public string EmptyText => Lists.First(l => l.IsHere).EmptyText;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var number = PagedList.NumberOf(Pagina);
        var page = await worklist.PageAsync(Actor, PagedList.SkipOf(number, MostCases), MostCases, unread: false, cancel);
        if (!page.IsDone)
            return Show(page.Refusal);
        Paged = new PagedList("/Werkvoorraad/Index", "zaken", number, MostCases, page.Value.Total, Lijst);
        var told = await outcomes.ToldAsync(Actor, cancel);
        if (!told.IsDone)
            return Show(told.Refusal);
        (Lists, Groups) = pages.Of(page.Value.Lines, Lijst);
        Told = pages.Told(told.Value);
        People = await PeopleAsync(cancel);
        return Page();
    }

    private async Task<IReadOnlyList<PeopleLine>> PeopleAsync(CancellationToken cancel)
    {
        var arranged = rules.ArrangedBy(Actor, Today);
        var lines = people.ForWorklist(await board.OfAsync(Actor, cancel), arranged).ToList();
        foreach (var municipality in arranged)
        {
            if (people.ReviewTask(municipality, await board.LeftToReviewAsync(Actor, municipality, cancel)) is { } task)
                lines.Add(task);
        }
        return lines;
    }
}
