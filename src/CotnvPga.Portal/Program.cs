using CotnvPga.Identity;
using CotnvPga.Portal;
using CotnvPga.Portal.Api;
using CotnvPga.Portal.Busy;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Health;
using CotnvPga.Portal.Hosting;
using CotnvPga.Portal.Mail;
using CotnvPga.Portal.Metrics;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddSecretFiles();
builder.AddPages();
builder.AddCases();
builder.AddApi();
builder.Services.AddPortalIdentity(builder.Configuration);
builder.AddDemoMail();
builder.Services.AddPortalHealth();
builder.Services.AddBusyPortal(builder.Configuration);
builder.Services.AddProxies(builder.Configuration);
builder.Services.AddPortalMetrics(builder.Configuration);

var app = builder.Build();
app.UseForwardedHeaders();
app.UsePortalMetrics();
app.UseOuterShell();
app.UseRouting();
app.UseBusyPortal();
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
