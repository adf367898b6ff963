using System.ComponentModel.DataAnnotations;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.SecondSteps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>
/// The second step of logging in, and making it with the code of an invitation. 302 to the log-in page for whoever did not give a password;
/// 429 after too many tries from one address.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(LogInRate.Policy)]
public sealed class TweedeStapModel(SecondStep second, NewSecondStep making, HalfLogInCookie half, LogInCookie cookie) : PageModel
{
    /// <summary>Longest code that is looked at.</summary>
    public const int MaxLength = 40;

    /// <summary>Where to go afterwards; only a place on this site counts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    [BindProperty]
    [StringLength(MaxLength)]
    public string Code { get; set; } = string.Empty;

    /// <summary>The secret for a new app; null when no app is being made.</summary>
    public string? Secret { get; private set; }

    /// <summary>Whether this account has a second step already.</summary>
    public bool HasStep { get; private set; }

    /// <summary>The codes on paper, shown once; null before the app is there.</summary>
    public IReadOnlyList<string>? PaperCodes { get; private set; }

    public bool IsRefused { get; private set; }

    /// <summary>What the page is for now.</summary>
    public string Heading =>
        PaperCodes is not null ? "Uw herstelcodes" : Secret is not null ? "Tweede stap instellen" : HasStep ? "Tweede stap" : "Account activeren";

    /// <summary>A place on this site, always.</summary>
    public string Place => Url.IsLocalUrl(Terug) ? Terug : Url.Content("~/");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) is null ? LogInFirst() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await LoadAsync(cancel) is not { } person)
            return LogInFirst();
        if (ModelState.IsValid)
        {
            if (person.NewStep is { } step && Secret is not null)
                return await ConfirmAsync(person, step, cancel);
            if (await making.BeginAsync(person.Account, Code, cancel) is { } begun)
            {
                await half.SetAsync(HttpContext, person.Account, begun);
                return RedirectToPage(new { Terug });
            }
            if (await second.TryAsync(person.Account, Code, HttpContext.Connection, cancel))
            {
                await LogInAsync(person);
                return LocalRedirect(Place);
            }
        }
        return Refuse();
    }

    private async Task<IActionResult> ConfirmAsync(HalfLogIn person, Guid step, CancellationToken cancel)
    {
        PaperCodes = await making.ConfirmAsync(person.Account, step, Code, HttpContext.Connection, cancel);
        if (PaperCodes is null)
            return Refuse();
        await LogInAsync(person);
        return Page();
    }

    private async Task<HalfLogIn?> LoadAsync(CancellationToken cancel)
    {
        if (await half.FindAsync(HttpContext) is not { } person)
            return null;
        HasStep = await second.HasAsync(person.Account, cancel);
        Secret = person.NewStep is { } step ? await making.SecretToShareAsync(person.Account, step, cancel) : null;
        return person;
    }

    private async Task LogInAsync(HalfLogIn person)
    {
        await HalfLogInCookie.ClearAsync(HttpContext);
        await cookie.SetAsync(HttpContext, person.Account, Assurance.Substantial);
    }

    private PageResult Refuse()
    {
        IsRefused = true;
        return Page();
    }

    private RedirectToPageResult LogInFirst() => RedirectToPage("/Account/Inloggen", new { Terug });
}
