using System.ComponentModel.DataAnnotations;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.LoggingIn;
using CotnvPga.Identity.OwnServers;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>The own account: for whom somebody works here, where that person is logged in, and another password.</summary>
[EnableRateLimiting(LogInRate.Policy)]
public sealed class UwAccountModel(OwnAccount account, OwnServers servers, Municipalities municipalities, Words words) : PortalPage
{
    [BindProperty]
    [StringLength(InloggenModel.MaxLength)]
    public string? Huidig { get; set; }

    [BindProperty]
    [StringLength(InloggenModel.MaxLength)]
    public string? Nieuw { get; set; }

    [BindProperty]
    [StringLength(InloggenModel.MaxLength)]
    public string? Nogmaals { get; set; }

    public string Name => Actor.DisplayName;

    public string UserName => Actor.UserName;

    /// <summary>For whom this person works, a line each.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public IReadOnlyList<LogInRow> LogIns { get; private set; } = [];

    public bool HasPassword { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostWachtwoordAsync(CancellationToken cancel)
    {
        var changed = await account.ChangePasswordAsync(Actor, new PasswordChange(Huidig ?? "", Nieuw ?? "", Nogmaals ?? ""), HttpContext.Connection, cancel);
        if (changed.IsDone)
        {
            await HttpContext.SignOutAsync(PortalSchemes.Session);
            return RedirectToPage("/Account/Inloggen", new { gewijzigd = true });
        }
        await LoadAsync(cancel);
        return Show(changed.Refusal);
    }

    public async Task<IActionResult> OnPostBeeindigAsync(Guid inlog, CancellationToken cancel)
    {
        var ended = await account.EndAsync(Actor, inlog, HttpContext.Connection, cancel);
        if (!ended.IsDone)
            return Show(ended.Refusal);
        Done = "Daar bent u nu uitgelogd.";
        return RedirectToPage("/Account/UwAccount");
    }

    protected override string FieldName(string field) => field switch
    {
        "huidig" => nameof(Huidig),
        "nieuw" => nameof(Nieuw),
        "nogmaals" => nameof(Nogmaals),
        _ => field,
    };

    private async Task LoadAsync(CancellationToken cancel)
    {
        Places = [.. Actor.Memberships.Select(m => m.Municipality is { } place ? $"{words.Party(m.Party.Code())}, {municipalities.NameOf(place)}" : words.Party(m.Party.Code())).Distinct()];
        HasPassword = await account.HasPasswordAsync(Actor, cancel);
        LogIns = [.. (await account.LogInsAsync(User, Actor, cancel)).Select(l => new LogInRow(l.Id, l.At.ToMomentText(), Way(l), l.IsHere))];
    }

    private string Way(OwnLogIn logIn) => logIn.Server is { } code
        ? $"bij {servers.Find(code)?.Name ?? code}"
        : logIn.Level is Assurance.Substantial ? "met wachtwoord en code" : "met wachtwoord";
}

/// <summary>Where somebody is logged in.</summary>
/// <param name="Id">The log-in.</param>
/// <param name="Since">Since when.</param>
/// <param name="Way">How.</param>
/// <param name="IsHere">Whether it is this browser.</param>
public sealed record LogInRow(Guid Id, string Since, string Way, bool IsHere);
