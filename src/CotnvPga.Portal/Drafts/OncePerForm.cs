using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Identity;
using CotnvPga.Portal.Pages;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Nothing is saved twice. The same form sent again leads where it led before; the same form with other words does not save either: the words
/// are kept, and the page says so, for who goes back in the browser and types on.
/// </summary>
internal sealed class OncePerForm(FormNumber numbers, FormRepeats repeats, DraftBox drafts, ICurrentActor current, IDataProtectionProvider protection) : IAsyncPageFilter
{
    /// <summary>Who reports without an account: such forms are told apart by their number alone.</summary>
    private static readonly Actor Nobody = new(new AccountId(Guid.Empty), "", "", []);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is not PortalPage page || !HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType
            || http.Request.Form.ContainsKey(FormFields.Keep) || numbers.Read(http.Request.Form[FormFields.Number]) is not { } number)
        {
            await next();
            return;
        }
        var actor = current.Find() ?? Nobody;
        var cancel = http.RequestAborted;
        var path = http.Request.Path.ToString().ToLowerInvariant();
        if (await repeats.TakeAsync(actor, path, number, HashOf(http.Request.Form), cancel) is { } earlier)
        {
            context.Result = await AgainAsync(page, earlier, actor, number, cancel);
            return;
        }
        string? place = null;
        try
        {
            var executed = await next();
            if (executed is { Exception: null, Result: PageResult } && page is IPublicForm { Receipt: not null })
                place = PathOf(page);
            // A page that only goes on to another part of the same form saved nothing yet.
            else if (executed is { Exception: null, Result: RedirectToPageResult or LocalRedirectResult } && !page.KeepsDraft)
                place = PlaceOf(page, executed.Result);
        }
        finally
        {
            // Also when the browser has gone: what was saved is saved.
            await repeats.KeepAsync(actor, path, number, place, place is null ? [] : Seal(number, page), CancellationToken.None);
        }
    }

    private async Task<IActionResult> AgainAsync(PortalPage page, EarlierForm earlier, Actor actor, string number, CancellationToken cancel)
    {
        if (page is IPublicForm form)
            return Again(page, form, earlier, number);
        var here = PathOf(page);
        if (earlier is { IsSame: true, Place: { } place })
        {
            foreach (var (name, value) in Open(number, earlier.Told))
                page.TempData[name] = value;
            return new LocalRedirectResult(place);
        }
        if (page.HttpContext.GetEndpoint()?.Metadata.GetMetadata<KeepsTypedAttribute>() is not null && !earlier.IsSame)
        {
            await drafts.SaveAsync(actor.Account, page.Request.Path, page.Request.Form, cancel);
            page.TempData[nameof(PortalPage.Done)] = "Dit formulier hebt u al eerder verstuurd. Wat u daarna typte, staat er nog en is niet verstuurd. Klopt het zo? Verstuur het dan opnieuw.";
            return new LocalRedirectResult(here);
        }
        page.TempData[nameof(PortalPage.Done)] = "Dit formulier hebt u al eerder verstuurd. Er is niets dubbel bewaard.";
        return new LocalRedirectResult(earlier.Place ?? here);
    }

    // Without cookies there is no other page to tell it: the same page does.
    private PageResult Again(PortalPage page, IPublicForm form, EarlierForm earlier, string number)
    {
        if (earlier is { IsSame: true, Place: not null })
            form.Receipt = Open(number, earlier.Told)[nameof(IPublicForm.Receipt)];
        else
            form.SentBefore();
        return page.Page();
    }

    private static string PathOf(PortalPage page) => page.Request.PathBase + page.Request.Path;

    private static string PlaceOf(PortalPage page, IActionResult result) => result switch
    {
        LocalRedirectResult local => local.Url,
        RedirectToPageResult other => page.Url.Page(other.PageName, other.PageHandler, other.RouteValues) ?? "/",
        _ => throw new ArgumentException("Not a redirect.", nameof(result)),
    };

    private static byte[] HashOf(IFormCollection form) => SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
        form.Where(f => !FormFields.IsOwn(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new { f.Key, Value = f.Value.ToArray() }))));

    // What the next page is told can hold a receipt, which the database may not be able to read.
    private byte[] Seal(string number, PortalPage page)
    {
        if (page is IPublicForm form)
            return Protector(number).Protect(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?> { [nameof(IPublicForm.Receipt)] = form.Receipt }));
        var told = page.TempData.Keys.ToDictionary(name => name, name => page.TempData.Peek(name) as string);
        if (page.Done is { } done)
            told[nameof(PortalPage.Done)] = done;
        return Protector(number).Protect(JsonSerializer.SerializeToUtf8Bytes(told));
    }

    private Dictionary<string, string?> Open(string number, byte[] told) => JsonSerializer.Deserialize<Dictionary<string, string?>>(Protector(number).Unprotect(told))!;

    private IDataProtector Protector(string number) => protection.CreateProtector("formulierantwoord", number);
}
