using System.ComponentModel.DataAnnotations;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.OwnServers;
using CotnvPga.Identity.SecondSteps;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>Logging in with name and password; goes on to where somebody came from. 429 after too many tries from one address.</summary>
[AllowAnonymous]
[EnableRateLimiting(LogInRate.Policy)]
public sealed class InloggenModel(LogIn logIn, LogInCookie cookie, HalfLogInCookie half, SecondStep second, OwnServers servers) : PageModel
{
    /// <summary>Longest name or password that is looked at.</summary>
    public const int MaxLength = 256;

    /// <summary>Where to go afterwards; only a place on this site counts.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    [BindProperty]
    [StringLength(MaxLength)]
    public string Gebruikersnaam { get; set; } = string.Empty;

    [BindProperty]
    [StringLength(MaxLength)]
    public string Wachtwoord { get; set; } = string.Empty;

    /// <summary>Whether somebody comes here from changing the password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Gewijzigd { get; set; }

    /// <summary>Whether to say that it did not work. It never says why: that would tell who has an account.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Servers of organisations, at which their own people log in.</summary>
    public IReadOnlyList<OwnServer> Servers => servers.All;

    /// <summary>Goes to such a server. 404 for one that is not known.</summary>
    public IActionResult OnGetBij(string? server) => servers.Find(server) is { } found
        ? Challenge(new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(Terug) ? Terug : Url.Content("~/") }, found.Scheme)
        : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || await logIn.TryAsync(Gebruikersnaam, Wachtwoord, HttpContext.Connection, cancel) is not { } account)
        {
            IsRefused = true;
            return Page();
        }

        if (await second.IsRequiredAsync(account, cancel))
        {
            await half.SetAsync(HttpContext, account);
            return RedirectToPage("/Account/TweedeStap", new { Terug });
        }
        await cookie.SetAsync(HttpContext, account, Assurance.Low);
        return Url.IsLocalUrl(Terug) ? Redirect(Terug) : RedirectToHome();
    }

    private LocalRedirectResult RedirectToHome() => LocalRedirect("~/");
}
