using CotnvPga.Identity;
using CotnvPga.Portal;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Health;
using CotnvPga.Portal.Hosting;
using CotnvPga.Portal.Mail;

var builder = WebApplication.CreateBuilder(args);
builder.AddPages();
builder.AddCases();
builder.AddApi();
builder.Services.AddPortalIdentity(builder.Configuration);
builder.AddDemoMail();
builder.Services.AddPortalHealth();

var app = builder.Build();
app.UseOuterShell();
app.UseRouting();
// Who it is, then how often, then what that person may. The log-in itself is answered by the first.
app.UseAuthentication();
app.UseRateLimiter();
app.UseMiddleware<KeepTypedText>();
app.UseAuthorization();
app.MapPortalHealth();
app.MapPortalIdentity();
app.MapApi();
app.MapRazorPages();
app.MapGet("/", () => Results.LocalRedirect("/werkvoorraad")).ExcludeFromDescription();
app.Run();
