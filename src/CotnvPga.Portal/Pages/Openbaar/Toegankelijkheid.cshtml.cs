using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CotnvPga.Portal.Pages.Openbaar;

/// <summary>The accessibility statement: what was checked, and what was not yet.</summary>
[AllowAnonymous]
public sealed class ToegankelijkheidModel : PageModel;
