using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Account;

/// <summary>Shown when a log-in did not come back as it went out, for example after going back in the browser.</summary>
[AllowAnonymous]
public sealed class InloggenMisluktModel : PageModel;
