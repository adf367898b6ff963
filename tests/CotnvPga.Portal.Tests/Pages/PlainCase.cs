using CotnvPga.Convenant;
using CotnvPga.Data;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.Identity;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// The case page as it would be without visibility and without a log: the same rows of the same case with what stands beside them, read by
/// somebody for whom no policy holds, in the same way, with no ticket, no transaction, no mask, no reason for what is seen and no line in the
/// log; opened with the same key, with the same steps and terms worked out, shown by the same page. What the engine said of each item is taken
/// over from before, and so is who looks.
/// </summary>
public sealed class PlainCase(KeyFolder keys, NpgsqlDataSource everything) : IAsyncPageFilter
{
    /// <summary>In the address: show it this way.</summary>
    public const string Mark = "zonder";

    private const string Items = """
        select g.id, g.veld, g.categorie, g.bijzonder, g.verstrekker, g.vlaggen, g.waarde, g.vastgelegd_namens, g.vastgelegd_op,
          1 + coalesce(v.aantal, 0)::int as versie, v.laatst as gecorrigeerd_op, t.namens as getoetst_namens, t.op as getoetst_op,
          (select count(*) from zaak.wijzigingsvoorstel w where w.gegeven_id = g.id and w.besluit is null)::int as voorstellen,
          (select count(*) from zaak.terugmelding m where m.gegeven_id = g.id and m.gelezen_op is null)::int as terugmeldingen,
          (select h.inhoud from zaak.herkomst h where h.gegeven_id = g.id) as herkomst,
          (select e.verstrekker from zaak.eerste_verstrekker e where e.gegeven_id = g.id) as eerste_verstrekker,
          (select jsonb_agg(jsonb_build_object('id', b.id, 'kenmerken', toegang.tekst(b.kenmerken), 'namens', b.namens, 'op', toegang.tekst(b.op)) order by b.op, b.id)
            from zaak.bijlage b where b.gegeven_id = g.id) as bijlagen
        from zaak.gegeven g
        left join lateral (select count(*) as aantal, max(x.op) as laatst from zaak.gegeven_versie x where x.gegeven_id = g.id) v on true
        left join lateral (select k.namens, k.op from zaak.kwaliteitstoets k where k.gegeven_id = g.id and k.versie = 1 + v.aantal order by k.op desc limit 1) t on true
        where g.signaal_id = {0} order by g.vastgelegd_op, g.id
        """;

    private const string Process = """
        select
          (select coalesce(jsonb_agg(jsonb_build_object('partij', w.partij, 'oordeel', w.oordeel, 'veranderd',
            exists (select from zaak.oordeel_gegeven o where o.weging_id = w.id and o.veranderd_op is not null))), '[]') from zaak.weging w where w.signaal_id = {0} and w.ronde = {1}) as oordelen,
          (select coalesce(jsonb_agg(jsonb_build_object('term', a.termijn, 'until', a.tot, 'at', toegang.tekst(a.op))), '[]')
            from zaak.afwijking a where a.signaal_id = {0} and a.termijn is not null) as termijnen,
          (select coalesce(jsonb_agg(jsonb_build_object('soort', v.soort, 'posten',
              (select coalesce(jsonb_agg(jsonb_build_object('partij', i.partij, 'door', i.door)), '[]') from zaak.instemming i where i.voorstel_id = v.id))), '[]')
            from zaak.voorstel v where v.signaal_id = {0} and v.stand = 'open') as voorstellen,
          (select coalesce(jsonb_agg(jsonb_build_object('party', o.partij, 'municipality', o.gemeente, 'since', toegang.tekst(o.sinds)) order by o.partij, o.gemeente nulls first), '[]')
            from zaak.omstandigheid o where o.signaal_id = {0} and o.code = 'betrokken' and o.tot is null and o.partij is not null) as betrokken,
          (select coalesce(jsonb_agg(to_jsonb(z)), '[]') from (select t.nummer, t.grondslag, t.dag, t.wet, t.toelichting, t.akkoord
            from coordinatie.zetel t join zaak.stuk k on k.id = t.stuk_id where k.signaal_id = {0} order by t.gevraagd_op desc) z) as zetels,
          (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'soort', s.soort, 'bij', s.bij, 'vervangt', s.vervangt, 'namens', s.namens, 'aan', s.aan, 'uiterlijk', s.uiterlijk)
            order by s.op, s.id), '[]') from zaak.stuk s where s.signaal_id = {0}) as stukken,
          exists (select from zaak.stap s where s.signaal_id = {0} and s.stap = 'plan_vaststellen') as plan,
          exists (select from zaak.overdracht d where d.signaal_id = {0}) as overdracht
        """;

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
        var services = http.RequestServices;
        var (view, question) = await ReadAsync(services, services.GetRequiredService<ICurrentActor>().Get(), (Guid)context.HandlerArguments["id"]!);
        typeof(IndexModel).GetProperty(nameof(IndexModel.Case))!.SetValue(page, services.GetRequiredService<CasePages>().Of(view));
        typeof(IndexModel).GetProperty(nameof(IndexModel.Question))!.SetValue(page, question);
        context.Result = new PageResult();
    }

    private async Task<(CaseView View, string? Question)> ReadAsync(IServiceProvider services, Actor actor, Guid id)
    {
        var desk = services.GetRequiredService<CaseDesk>();
        if (!_before.TryGetValue((actor.Account, id), out var before))
            before = _before[(actor.Account, id)] = (await desk.OpenAsync(actor, new SignalId(id), null, default)).Value!;
        await using var db = new ZaakContext(ZaakContext.On(new DbContextOptionsBuilder<ZaakContext>(), everything).Options);
        var head = await db.Database.SqlQueryRaw<PlainHead>(
            "select s.fase, s.nummer, s.ronde, k.ingepakt from zaak.signaal s join zaak.sleutel k on k.signaal_id = s.id where s.id = {0}", id).SingleAsync();
        using var key = CaseKey.Unwrap(new SignalId(id), head.Ingepakt, keys);
        return (desk.Compose(new CaseEntry(before.State, before.Viewer), await ItemsAsync(services, db, before, key), before.Conditional,
            await ProcessAsync(db, before.State), before.Judgements.Count == 0 ? [] : await JudgementsAsync(db, id, key)),
            before.Viewer.Circumstances.Contains(Circumstance.Geraadpleegd) ? await QuestionAsync(db, id, before, key) : null);
    }

    private static async Task<string?> QuestionAsync(ZaakContext db, Guid id, CaseView before, CaseKey key)
    {
        var rows = await db.Database.SqlQueryRaw<PlainStep>("select id, toelichting from zaak.stap where signaal_id = {0} and toelichting is not null order by op", id).ToListAsync();
        var words = rows.ConvertAll(r => Canonical.Read<StepWords>(key.Read(r.Toelichting, $"stap/{r.Id}")));
        return words.LastOrDefault(w => w.Vraag is not null && w.Partij == before.Viewer.Party.Code())?.Vraag;
    }

    private static async Task<IReadOnlyList<VisibleItem>> ItemsAsync(IServiceProvider services, ZaakContext db, CaseView before, CaseKey key)
    {
        var marks = services.GetRequiredService<ItemMarksOf>();
        var fields = services.GetRequiredService<CompiledConvenant>().Fields;
        var seen = before.Items.ToDictionary(i => i.Id.Value);
        var rows = await db.Database.SqlQueryRaw<ItemRow>(Items, before.State.Id.Value).ToListAsync();
        return [.. rows.Where(r => seen.ContainsKey(r.Id)).Select(r => new VisibleItem(
            new ItemId(r.Id), r.Veld, fields[r.Veld].Label, key.Read(r.Waarde, $"gegeven/{r.Id}"), r.Categorie, r.Bijzonder, r.Verstrekker, r.VastgelegdNamens, r.VastgelegdOp, seen[r.Id].Answer)
            { Marks = marks.Of(r, key), WaitsForSecondLook = seen[r.Id].WaitsForSecondLook })];
    }

    private static async Task<ProcessStanding> ProcessAsync(ZaakContext db, SignalState state)
    {
        var row = await db.Database.SqlQueryRaw<ProcessStandingRow>(Process, state.Id.Value, state.Round).SingleAsync();
        return ProcessStanding.Of(row);
    }

    private static async Task<IReadOnlyList<GivenJudgement>> JudgementsAsync(ZaakContext db, Guid id, CaseKey key)
    {
        var rows = await db.Database.SqlQueryRaw<JudgementRow>("select partij, ronde, oordeel, inhoud, op from zaak.weging where signaal_id = {0} order by ronde, op", id).ToListAsync();
        return [.. rows.Select(r => new GivenJudgement(r.Partij, r.Ronde, r.Oordeel, r.Op, Canonical.Read<JudgementWords>(key.Read(r.Inhoud, $"weging/{r.Ronde}/{r.Partij}"))))];
    }

    private sealed class PlainStep
    {
        public Guid Id { get; init; }
        public byte[] Toelichting { get; init; } = [];
    }

    private sealed class PlainHead
    {
        public string Fase { get; init; } = "";
        public string Nummer { get; init; } = "";
        public int Ronde { get; init; }
        public byte[] Ingepakt { get; init; } = [];
    }
}
