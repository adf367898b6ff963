using CotnvPga.Data.Keys;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Weighing;
using CotnvPga.Identity;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// The case page as it would be without visibility and without a log: the same rows of the same case, read by somebody for whom no policy
/// holds, with no ticket, no mask and no line in the log; opened with the same key and shown by the same page. What the engine, the steps
/// and the terms said is taken over from before, so that this side does less work than a portal without them would.
/// </summary>
public sealed class PlainCase(KeyFolder keys, NpgsqlDataSource everything) : IAsyncPageFilter
{
    /// <summary>In the address: show it this way.</summary>
    public const string Mark = "zonder";

    private readonly Dictionary<(AccountId, Guid), CaseView> _before = [];

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is not IndexModel page || !http.Request.Query.ContainsKey(Mark))
        {
            await next();
            return;
        }
        var view = await ReadAsync(http.RequestServices, http.RequestServices.GetRequiredService<ICurrentActor>().Get(), (Guid)context.HandlerArguments["id"]!);
        typeof(IndexModel).GetProperty(nameof(IndexModel.Case))!.SetValue(page, http.RequestServices.GetRequiredService<CasePages>().Of(view));
        context.Result = new PageResult();
    }

    private async Task<CaseView> ReadAsync(IServiceProvider services, Actor actor, Guid id)
    {
        if (!_before.TryGetValue((actor.Account, id), out var before))
            before = _before[(actor.Account, id)] = (await services.GetRequiredService<CaseDesk>().OpenAsync(actor, new SignalId(id), null, default)).Value!;
        await using var connection = await everything.OpenConnectionAsync();
        byte[] wrapped = [];
        await foreach (var row in RowsAsync(connection, "select s.fase, s.nummer, s.ronde, k.ingepakt from zaak.signaal s join zaak.sleutel k on k.signaal_id = s.id where s.id = $1", id))
            wrapped = (byte[])row["ingepakt"];
        using var key = CaseKey.Unwrap(new SignalId(id), wrapped, keys);
        var answers = before.Items.ToDictionary(i => i.Id.Value, i => i.Answer);
        var items = new List<VisibleItem>();
        await foreach (var row in RowsAsync(connection, "select * from zaak.gegeven where signaal_id = $1 order by vastgelegd_op, id", id))
        {
            if (answers.TryGetValue((Guid)row["id"], out var answer))
            {
                items.Add(new VisibleItem(
                    new ItemId((Guid)row["id"]), (string)row["veld"], before.Items.First(i => i.Id.Value == (Guid)row["id"]).FieldLabel, key.Read((byte[])row["waarde"], $"gegeven/{row["id"]}"),
                    (string)row["categorie"], (string)row["bijzonder"], (string)row["verstrekker"], (string)row["vastgelegd_namens"], NodaTime.Instant.FromDateTimeUtc((DateTime)row["vastgelegd_op"]), answer));
            }
        }
        var judgements = new List<GivenJudgement>();
        await foreach (var row in RowsAsync(connection, "select * from zaak.weging where signaal_id = $1 order by ronde, op", id))
        {
            judgements.Add(new GivenJudgement((string)row["partij"], (int)row["ronde"], (string)row["oordeel"], NodaTime.Instant.FromDateTimeUtc((DateTime)row["op"]),
                Canonical.Read<JudgementWords>(key.Read((byte[])row["inhoud"], $"weging/{row["ronde"]}/{row["partij"]}"))));
        }
        foreach (var process in new[]
        {
            "select * from zaak.voorstel v left join zaak.instemming i on i.voorstel_id = v.id where v.signaal_id = $1 and v.stand = 'open'",
            "select * from zaak.afwijking where signaal_id = $1",
            "select * from zaak.stuk where signaal_id = $1 order by op",
        })
        {
            await foreach (var _ in RowsAsync(connection, process, id))
            {
                // Read as the page reads it.
            }
        }
        return before with { Items = items, Judgements = before.Judgements.Count == 0 ? [] : judgements };
    }

    private static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(NpgsqlConnection connection, string sql, Guid id)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new NpgsqlParameter { Value = id } } };
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            yield return rows;
    }
}
