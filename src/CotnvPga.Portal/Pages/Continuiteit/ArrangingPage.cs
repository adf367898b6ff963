using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Continuity;
using CotnvPga.Identity.Continuity;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>A page of one municipality for who arranges its continuity; 404 for everybody else.</summary>
/// <typeparam name="TInput">What is typed.</typeparam>
public abstract class ArrangingPage<TInput>(ContinuityBoard board, ContinuityPages pages, Municipalities municipalities) : FormPage<TInput> where TInput : class, new()
{
    /// <summary>The municipality.</summary>
    public Municipality Where { get; private set; }

    /// <summary>Its name.</summary>
    public string Name => pages.Name(Where);

    /// <summary>Its functions.</summary>
    public IReadOnlyList<Bench> Benches { get; private set; } = [];

    /// <summary>The functions in words.</summary>
    public IReadOnlyList<BenchRow> Rows => pages.Of(Benches);

    /// <summary>Words and days for these pages.</summary>
    public ContinuityPages Words => pages;

    /// <summary>Reads the functions; the answer when there is nothing to show.</summary>
    protected async Task<IActionResult?> LoadAsync(string gemeente, CancellationToken cancel)
    {
        if (municipalities.All.All(m => m.Code != gemeente))
            return NotFound();
        Where = new Municipality(gemeente);
        var benches = await board.AllAsync(Actor, Where, cancel);
        if (!benches.IsDone)
            return NotFound();
        Benches = benches.Value;
        return null;
    }
}

/// <summary>Nothing is typed.</summary>
public sealed class NoInput;
