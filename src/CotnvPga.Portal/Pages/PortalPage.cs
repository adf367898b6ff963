using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity;
using CotnvPga.Portal.Components.Notices;
using CotnvPga.Portal.Drafts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace CotnvPga.Portal.Pages;

/// <summary>
/// What every page for people who are logged in has: who acts, and one way to show a refusal. A page loads, calls one service and redirects.
/// </summary>
public abstract class PortalPage : PageModel
{
    /// <summary>Why it cannot be done, above the page; null when nothing was refused or the errors stand at fields.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>When the text that was put back was kept; null when nothing was.</summary>
    public Instant? RestoredAt { get; private protected set; }

    /// <summary>What went well on the page before, in one sentence.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>True when a redirect is only a pause: the draft of the form stays.</summary>
    internal bool KeepsDraft { get; private protected set; }

    /// <summary>Who acts, with the memberships as they are at this request.</summary>
    protected Actor Actor => HttpContext.RequestServices.GetRequiredService<ICurrentActor>().Get();

    /// <summary>
    /// Shows a refusal: the same 404 for what does not exist and what the caller cannot know of; otherwise this page again,
    /// with what was typed, under status 403, 400 or 409.
    /// </summary>
    protected IActionResult Show(Refusal refusal)
    {
        if (refusal is NotKnown)
            return NotFound();
        Response.StatusCode = refusal switch
        {
            NotAllowed => StatusCodes.Status403Forbidden,
            NotValid => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status409Conflict,
        };
        if (refusal is NotValid { Errors: var errors })
            ShowErrors(errors);
        else
            Refused = refusal;
        return Page();
    }

    private void ShowErrors(IEnumerable<FieldError> errors)
    {
        List<SummaryLine> summary = [];
        foreach (var error in InPageOrder(errors))
        {
            var message = ServiceMessage.ForPeople(error.Message);
            var field = FieldName(error.Field);
            ModelState.AddModelError(field, message);
            summary.Add(new SummaryLine(field, Place(error.Field) is { } place ? $"{place}: {ServiceMessage.AsClause(message)}" : message));
        }
        ViewData[SummaryLine.Key] = summary;
    }

    /// <summary>Which of several alike fields this is, in words; null when its message says enough.</summary>
    protected virtual string? Place(string field) => null;

    /// <summary>The errors in the order in which their fields stand on the page.</summary>
    protected virtual IEnumerable<FieldError> InPageOrder(IEnumerable<FieldError> errors) => errors;

    /// <summary>Puts kept text back in the form of the page; a page without a form has nothing to put back.</summary>
    internal virtual Task RestoreAsync(Draft draft) => Task.CompletedTask;

    /// <summary>The name in the form of a field that a service names.</summary>
    protected virtual string FieldName(string field) => field;
}
