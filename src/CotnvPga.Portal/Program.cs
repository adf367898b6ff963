using CotnvPga.Portal;

var builder = WebApplication.CreateBuilder(args);
builder.AddPages();

var app = builder.Build();
app.UseOuterShell();
app.UseRouting();
app.MapRazorPages();
app.Run();
