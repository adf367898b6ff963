using CotnvPga.Domain;
using CotnvPga.Identity;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// The form of this page is never lost: it comes back as it was left, "Bewaar en stop" keeps it, script keeps it now and then,
/// and sending it throws the draft away.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsTypedAttribute : Attribute, IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var page = (PortalPage)context.HandlerInstance;
        var drafts = http.RequestServices.GetRequiredService<DraftBox>();
        var account = http.RequestServices.GetRequiredService<ICurrentActor>().Get().Account;
        var isPost = HttpMethods.IsPost(http.Request.Method);

        if (isPost && http.Request.Form[FormFields.Keep] is [{ } how])
        {
            context.Result = await KeepAsync(how, page, drafts, account);
            return;
        }
        var executed = await next();
        if (executed.Exception is not null)
            return;
        if (!isPost && executed.Result is PageResult)
        {
            if (await drafts.FindAsync(account, http.Request.Path, http.RequestAborted) is { } draft)
                await page.RestoreAsync(draft);
        }
        else if (isPost && !page.KeepsDraft && executed.Result is RedirectToPageResult)
        {
            await drafts.RemoveAsync(account, http.Request.Path, http.RequestAborted);
        }
    }

    private static async Task<IActionResult> KeepAsync(string how, PortalPage page, DraftBox drafts, AccountId account)
    {
        var request = page.Request;
        var cancel = page.HttpContext.RequestAborted;
        if (how == FormFields.KeepNothing)
        {
            await drafts.RemoveAsync(account, request.Path, cancel);
            return new LocalRedirectResult(request.PathBase + request.Path);
        }
        var at = await drafts.SaveAsync(account, request.Path, request.Form, cancel);
        if (how == FormFields.KeepSilently)
            return new JsonResult(new { bewaard = at.ToClockText() });
        page.TempData[nameof(PortalPage.Done)] = "Wat u typte is bewaard. U vindt het terug als u de pagina weer opent.";
        return new RedirectToPageResult("/Werkvoorraad/Index");
    }
}
