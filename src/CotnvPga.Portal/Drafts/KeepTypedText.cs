namespace CotnvPga.Portal.Drafts;

/// <summary>
/// Stands before authorisation. A form that comes back after the session ran out is kept for the account it was made for;
/// logging in again then leads to the same page, with the text in it.
/// </summary>
public sealed class KeepTypedText(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, FormOwner owner, DraftBox drafts)
    {
        if (IsLateForm(context) && context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (owner.Open(form[FormFields.Owner], context.Request.Path) is { } account)
                await drafts.SaveAsync(account, context.Request.Path, form, context.RequestAborted);
        }
        await next(context);
    }

    private static bool IsLateForm(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.User.Identity is not { IsAuthenticated: true }
        && context.GetEndpoint()?.Metadata.GetMetadata<KeepsTypedAttribute>() is not null;
}
