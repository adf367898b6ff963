using CotnvPga.Identity;
using CotnvPga.Identity.SecondSteps;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CotnvPga.Portal.Irreversible;

/// <summary>
/// Asks for a code before a form that cannot be undone. What was typed goes along and is sent with the code; it is also kept as a draft, for who
/// stops here.
/// </summary>
internal sealed class AskFreshProof(IrreversibleActs acts, FreshProof proof, DraftBox drafts, ICurrentActor current) : IAsyncPageFilter
{
    public const int LongestCode = 40;
    private const string View = "/Pages/Shared/Bevestigen.cshtml";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is not PortalPage page || context.HandlerMethod is null || !http.Request.HasFormContentType
            || http.Request.Form.ContainsKey(FormFields.Keep) || !await acts.IsAskedAsync(http) || !await proof.IsMissingAsync(http))
        {
            await next();
            return;
        }
        var typed = http.Request.Form[FormFields.Proof];
        if (typed is [{ Length: > 0 and <= LongestCode } code] && await proof.TryAsync(http, code))
        {
            await next();
            return;
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<KeepsTypedAttribute>() is not null)
            await drafts.SaveAsync(current.Get().Account, http.Request.Path, http.Request.Form, http.RequestAborted);
        context.Result = new ViewResult
        {
            ViewName = View,
            StatusCode = StatusCodes.Status401Unauthorized,
            TempData = page.TempData,
            ViewData = new ViewDataDictionary<ProofAsked>(page.MetadataProvider, new ModelStateDictionary()) { Model = Ask(http.Request, typed.Count > 0) },
        };
    }

    private static ProofAsked Ask(HttpRequest request, bool isRefused) => new(
        request.PathBase + request.Path + request.QueryString,
        [
            .. request.Form.Where(f => f.Key == FormFields.Owner || !FormFields.IsOwn(f.Key))
                .SelectMany(f => f.Value.Select(value => KeyValuePair.Create(f.Key, value ?? string.Empty))),
        ],
        isRefused);
}

/// <summary>The page that asks for a code.</summary>
/// <param name="Place">Where the form was going.</param>
/// <param name="Typed">What it said.</param>
/// <param name="IsRefused">Whether a code was given that is not right.</param>
public sealed record ProofAsked(string Place, IReadOnlyList<KeyValuePair<string, string>> Typed, bool IsRefused);
