using System.Globalization;
using CotnvPga.Portal.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace CotnvPga.Portal.Pages;

/// <summary>A page with one form. Its fields have the names of the API, so that a service's errors land at the right field.</summary>
/// <typeparam name="TInput">What is typed.</typeparam>
public abstract class FormPage<TInput> : PortalPage where TInput : class, new()
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public TInput Input { get; set; } = new();

    private DraftBox Drafts => HttpContext.RequestServices.GetRequiredService<DraftBox>();

    /// <summary>Puts kept text back as if it had just been typed: also what cannot be read as a date or a number.</summary>
    internal override async Task RestoreAsync(Draft draft)
    {
        var form = new FormCollection(new Dictionary<string, StringValues>(draft.Fields));
        ModelState.Clear();
        await TryUpdateModelAsync(Input, nameof(Input), new FormValueProvider(BindingSource.Form, form, CultureInfo.InvariantCulture));
        foreach (var entry in ModelState.Values)
        {
            entry.Errors.Clear();
            entry.ValidationState = ModelValidationState.Valid;
        }
        RestoredAt = draft.SavedAt;
    }

    /// <summary>Keeps the form and goes to the page that shows it whole before it is sent.</summary>
    protected async Task<IActionResult> KeepAndGoAsync(string page, object values, CancellationToken cancel)
    {
        await Drafts.SaveAsync(Actor.Account, Request.Path, await Request.ReadFormAsync(cancel), cancel);
        KeepsDraft = true;
        return RedirectToPage(page, values);
    }

    /// <summary>Fills <see cref="Input"/> from the draft of another page; false when there is none.</summary>
    protected async Task<bool> TakeDraftAsync(string path, CancellationToken cancel)
    {
        if (await Drafts.FindAsync(Actor.Account, path, cancel) is not { } draft)
            return false;
        await RestoreAsync(draft);
        return true;
    }

    /// <summary>Throws away the draft of another page, because it was sent.</summary>
    protected Task ForgetDraftAsync(string path, CancellationToken cancel) => Drafts.RemoveAsync(Actor.Account, path, cancel);

    /// <summary>Shows the page again after rows were added or removed: the model has what was typed, at its new place.</summary>
    protected PageResult AsTyped()
    {
        ModelState.Clear();
        return Page();
    }

    /// <summary>Shows the page again, because something typed cannot be read at all.</summary>
    protected IActionResult BadForm()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    protected override string FieldName(string field) => field.Length == 0 ? field : $"{nameof(Input)}.{field}";
}
