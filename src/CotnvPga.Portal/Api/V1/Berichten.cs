using CotnvPga.Convenant;
using CotnvPga.Domain;
using CotnvPga.Identity.Notifications;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>What somebody was told: fixed texts, without anything of a case.</summary>
internal static class Berichten
{
    public static void MapBerichten(this RouteGroupBuilder api)
    {
        api.MapGet("/berichten", ReadAsync);
        api.MapPost("/berichten/gelezen", MarkAsync);
        api.MapPost("/berichten/voorkeur", PreferAsync);
    }

    private static Task<IResult> ReadAsync(ApiCall call, Inbox inbox, CompiledConvenant convenant, CancellationToken cancel) => call.ReadAsync(async _ =>
    {
        var known = convenant.Process.Notifications.ToDictionary(n => n.Code);
        var messages = await inbox.ReadAsync(call.Actor, cancel);
        return Replies.Ok(new
        {
            Ongelezen = await inbox.UnreadAsync(call.Actor, cancel),
            Mail = await inbox.IsDailyAsync(call.Actor, cancel) ? MailWays.Daily : MailWays.AtOnce,
            Berichten = messages.Where(m => known.ContainsKey(m.Code)).Select(m => new { m.Id, Bericht = m.Code, Naam = known[m.Code].Label, Tekst = known[m.Code].Text, Op = m.At, Gelezen = m.IsRead }),
        });
    });

    private static Task<IResult> MarkAsync(ApiCall call, Inbox inbox, CancellationToken cancel) =>
        call.ChangeAsync(async (_, _) => Replies.Ok(new { Aantal = await inbox.MarkReadAsync(call.Actor, cancel) }));

    private static Task<IResult> PreferAsync(ApiCall call, Inbox inbox, CancellationToken cancel) => call.ChangeAsync(async (body, _) =>
    {
        var way = body.Text("mail");
        return body.IsReadable ? await inbox.PreferAsync(call.Actor, way, cancel).ReplyAsync(chosen => Replies.Ok(new { Mail = chosen })) : new NotValid([]);
    });
}
