using CotnvPga.Data;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>Reads a case once more under the same tickets through the tables and their policies, and notes what the sheets give otherwise.</summary>
public sealed class SheetAgainstPolicies(KeyFolder keys) : IAsyncPageFilter
{
    /// <summary>In the address: compare.</summary>
    public const string Mark = "vergelijk";

    public List<string> Differences { get; } = [];

    public (int Items, int Promised, int Records, int Judgements, int Marks) Compared { get; private set; }

    public int Asked { get; private set; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.HandlerInstance is not IndexModel || !http.Request.Query.ContainsKey(Mark))
        {
            await next();
            return;
        }
        var (services, id) = (http.RequestServices, new SignalId((Guid)context.HandlerArguments["id"]!));
        var db = services.GetRequiredService<ZaakContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var actor = services.GetRequiredService<ICurrentActor>().Get();
        if (await services.GetRequiredService<CaseDoor>().EnterAsync(actor, id, null, forChange: false, default) is { IsDone: true, Value: var entry })
            await CompareAsync(services, db, entry);
        context.Result = new NoContentResult();
    }

    private async Task CompareAsync(IServiceProvider services, ZaakContext db, CaseEntry entry)
    {
        var (door, reader, marks) = (services.GetRequiredService<CaseDoor>(), services.GetRequiredService<CaseReader>(), services.GetRequiredService<ItemMarksOf>());
        var wrapped = await db.Database.SqlQueryRaw<byte[]>("select '\\x'::bytea as \"Value\"").SingleAsync();
        var parts = services.GetRequiredService<CaseDesk>().PartsOf(entry) with { Judging = WeighingDesk.Ground };
        var sheet = await reader.SheetAsync(entry, parts, default) ?? throw new InvalidOperationException("The case that was entered gave no sheet.");
        var (visible, conditional, standing, judgements) = (sheet.Visible, sheet.Conditional, ProcessStanding.Of(sheet.Process), sheet.Judgements);
        var (view, brief) = await reader.BriefAsync(entry, default);
        var rows = await db.Database.SqlQueryRaw<ItemRow>("select * from toegang.gegevens_lezen()").ToListAsync();
        if (rows.Count > 0)
            wrapped = await db.Database.SqlQueryRaw<byte[]>("select ingepakt as \"Value\" from toegang.onthul({0}::jsonb)", Reasons(door, entry, brief, view)).SingleAsync();
        using var key = rows.Count == 0 ? null : CaseKey.Unwrap(entry.State.Id, wrapped, keys);
        Compare(entry, "items", visible.Select(v => Words(v.Id.Value, v.Field, v.Value, v.Category, v.Nature, v.Supplier, v.RecordedFor, v.RecordedAt, v.Answer, v.Marks)),
            rows.Select(r => Words(r.Id, r.Veld, key!.Read(r.Waarde, $"gegeven/{r.Id}"), r.Categorie, r.Bijzonder, r.Verstrekker, r.VastgelegdNamens, r.VastgelegdOp,
                view.Explain(r.Categorie, r.Bijzonder, r.Verstrekker, brief.Single(b => b.Id == r.Id).Vlaggen), marks.Of(r, key))));
        Compare(entry, "promised", conditional.Select(c => Words(c.Id.Value, c.Category, c.Supplier, c.Answer.Rule, c.Answer.Missing)),
            brief.Where(b => b is { Beloofd: true, Zichtbaar: false }).OrderBy(b => b.Id).Select(b =>
                Words(b.Id, b.Categorie, b.Verstrekker, view.Explain(b.Categorie, b.Bijzonder, b.Verstrekker, b.Vlaggen).Rule, view.Explain(b.Categorie, b.Bijzonder, b.Verstrekker, b.Vlaggen).Missing)));

        await door.ShowForProcessAsync(entry, default);
        var process = await db.Database.SqlQueryRaw<ProcessStandingRow>("select * from toegang.processtand({0}, {1})", entry.State.Id.Value, entry.State.Round).SingleAsync();
        Compare(entry, "process", [Words(standing)], [Words(ProcessStanding.Of(process))]);
        var given = await db.Database.SqlQueryRaw<JudgementRow>("select partij, ronde, oordeel, inhoud, op from zaak.weging order by ronde, op").ToListAsync();
        using var working = given.Count == 0 ? null : await reader.WorkKeyAsync(entry.State.Id, "oordelen lezen", WeighingDesk.Ground, default);
        Compare(entry, "judgements", judgements.Select(j => Words(j)), given.Select(j => Words(j.Open(working!))));
        if (parts.Asking is not null)
        {
            var steps = (await services.GetRequiredService<StepHistory>().ReadAsync(entry.Viewer.Actor, entry.State.Id, default)).Value!;
            Compare(entry, "question", [Words(sheet.Question)], [Words(steps.LastOrDefault(s => s.Words?.Vraag is not null)?.Words?.Vraag)]);
            Asked += sheet.Question is null ? 0 : 1;
        }
        Compared = (Compared.Items + rows.Count, Compared.Promised + conditional.Count, Compared.Records + standing.Records.Count, Compared.Judgements + given.Count,
            Compared.Marks + visible.Count(v => v.Marks.Version > 1 || v.Marks.TestedBy is not null || v.Marks.OpenProposals > 0 || v.Marks.OpenMessages > 0));
    }

    private static string Reasons(CaseDoor door, CaseEntry entry, List<BriefRow> brief, Convenant.Deciding.ViewTable view) => CaseReader.Grounds(
        door.Question(entry, Act.Raadplegen), brief.Where(b => b.Zichtbaar).Select(b => (b.Id, b.Vlaggen, view.Explain(b.Categorie, b.Bijzonder, b.Verstrekker, b.Vlaggen))));

    private void Compare(CaseEntry entry, string what, IEnumerable<string> sheet, IEnumerable<string> policies)
    {
        if (!sheet.SequenceEqual(policies))
            Differences.Add($"{entry.Viewer.Party} in {entry.State.Number} ({entry.State.Phase}): {what}\n  {string.Join("\n  ", sheet)}\nagainst\n  {string.Join("\n  ", policies)}");
    }

    private static string Words(params object?[] parts) => Canonical.Write(parts);
}
