using System.ComponentModel.DataAnnotations;
using CotnvPga.Domain;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.SecondSteps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>
/// The second step of logging in, and the first time making it. 302 to the log-in page for whoever did not give a password;
/// 429 after too many tries from one address.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(LogInRate.Policy)]
public sealed class TweedeStapModel(SecondStep second, HalfLogInCookie half, LogInCookie cookie) : PageModel
{
    /// <summary>Longest code that is looked at.</summary>
    public const int MaxLength = 40;

    /// <summary>Where to go afterwards; only a place on this site counts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    [BindProperty]
    [StringLength(MaxLength)]
    public string Code { get; set; } = string.Empty;

    /// <summary>The secret for a new app; null when there is an app already.</summary>
    public string? Secret { get; private set; }

    /// <summary>The codes on paper, shown once; null before the app is there.</summary>
    public IReadOnlyList<string>? PaperCodes { get; private set; }

    public bool IsRefused { get; private set; }

    /// <summary>A place on this site, always.</summary>
    public string Place => Url.IsLocalUrl(Terug) ? Terug : Url.Content("~/");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await half.FindAsync(HttpContext) is not { } account)
            return LogInFirst();
        Secret = await second.SecretToShareAsync(account, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await half.FindAsync(HttpContext) is not { } account)
            return LogInFirst();
        Secret = await second.SecretToShareAsync(account, cancel);
        if (ModelState.IsValid && await TakeAsync(account, cancel))
        {
            await HalfLogInCookie.ClearAsync(HttpContext);
            await cookie.SetAsync(HttpContext, account);
            return PaperCodes is null ? LocalRedirect(Place) : Page();
        }
        IsRefused = true;
        return Page();
    }

    private async Task<bool> TakeAsync(AccountId account, CancellationToken cancel)
    {
        if (Secret is null)
            return await second.TryAsync(account, Code, HttpContext.Connection, cancel);
        PaperCodes = await second.ConfirmAsync(account, Code, HttpContext.Connection, cancel);
        return PaperCodes is not null;
    }

    private RedirectToPageResult LogInFirst() => RedirectToPage("/Account/Inloggen", new { Terug });
}
