using CotnvPga.Convenant;
using CotnvPga.Identity.Notifications;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Berichten;

/// <summary>What this person was told, and how to get mail of it. Fixed texts, without anything of a case.</summary>
public sealed class IndexModel(Inbox inbox, CompiledConvenant convenant) : PortalPage
{
    /// <summary>How the person wants to get mail.</summary>
    [BindProperty]
    public string? Mail { get; set; }

    public IReadOnlyList<MessageRow> Messages { get; private set; } = [];

    public int Unread => Messages.Count(m => !m.IsRead);

    public IReadOnlyList<Choice> Ways { get; } =
    [
        new(MailWays.AtOnce, "Direct", "Een mail zodra er iets voor u klaarstaat."),
        new(MailWays.Daily, "Eén keer per dag", "Eén mail, 's ochtends om acht uur, als er iets is."),
    ];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostGelezenAsync(CancellationToken cancel)
    {
        await inbox.MarkReadAsync(Actor, cancel);
        Done = "Alle berichten zijn gelezen.";
        return RedirectToPage("/Berichten/Index");
    }

    public async Task<IActionResult> OnPostVoorkeurAsync(CancellationToken cancel)
    {
        var chosen = await inbox.PreferAsync(Actor, Mail, cancel);
        if (chosen.IsDone)
        {
            Done = "Uw voorkeur is opgeslagen.";
            return RedirectToPage("/Berichten/Index");
        }
        await LoadAsync(cancel);
        return Show(chosen.Refusal);
    }

    protected override string FieldName(string field) => field == "mail" ? nameof(Mail) : field;

    private async Task LoadAsync(CancellationToken cancel)
    {
        var known = convenant.Process.Notifications.ToDictionary(n => n.Code);
        Messages = [.. (await inbox.ReadAsync(Actor, cancel)).Where(m => known.ContainsKey(m.Code)).Select(m => new MessageRow(known[m.Code].Label, known[m.Code].Text, m.At.ToMomentText(), m.IsRead))];
        Mail ??= await inbox.IsDailyAsync(Actor, cancel) ? MailWays.Daily : MailWays.AtOnce;
    }
}
