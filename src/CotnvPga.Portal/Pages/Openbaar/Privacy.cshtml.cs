using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Openbaar;

/// <summary>For anybody: what happens with the data of who reports, and of whom a report is about.</summary>
[AllowAnonymous]
public sealed class PrivacyModel : PageModel;
