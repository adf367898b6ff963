using CotnvPga.Data.Signals;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Signals: registering one, the caller's cases, and one case as the caller may see it.</summary>
internal static class Signalen
{
    public static void MapSignalen(this RouteGroupBuilder api)
    {
        api.MapPost("/signalen", RegisterAsync);
        api.MapGet("/signalen", ListAsync);
        api.MapGet("/signalen/{id}", OpenAsync);
    }

    /// <summary>What is told of a case to who just made or changed it.</summary>
    public static object Brief(SignalState state) => new { Id = state.Id.Value, Nummer = state.Number, Fase = state.Phase.Code() };

    /// <summary>Terms, with how sure they are: most are people's choice and not the law's.</summary>
    public static IEnumerable<object> Terms(IReadOnlyList<Term> terms) => terms.Select(t => new
    {
        Termijn = t.Code,
        Naam = t.Label,
        Op = t.On,
        VolgensConvenant = t.OnPaper,
        Zekerheid = t.Certainty,
        Toelichting = t.Explanation,
    });

    /// <summary>The steps that the caller's party can take now: nothing is missing but the words of the step itself.</summary>
    public static IEnumerable<string> PossibleNow(CaseView view) => view.Steps.Where(s => s.Missing.Count == 0).Select(s => s.Code);

    private static Task<IResult> RegisterAsync(ApiCall call, SignalDesk desk, CancellationToken cancel) => call.ChangeAsync((body, purpose) => desk
        .RegisterAsync(call.Actor, Read(body), purpose, cancel)
        .ReplyAsync(state => Replies.Created(Brief(state), ApiPaths.Signal(state.Id))));

    private static Task<IResult> ListAsync(HttpRequest request, ApiCall call, Worklist worklist, CancellationToken cancel) => call.ReadAsync(errors =>
    {
        var page = PageQuery.Read(request.Query, errors);
        return worklist.PageAsync(call.Actor, page.Skip, page.Aantal, unread: false, cancel).ReplyAsync(found => Replies.Ok(new
        {
            Signalen = found.Lines.Select(Line),
            page.Pagina,
            page.Aantal,
            Totaal = found.Total,
        }));
    });

    private static Task<IResult> OpenAsync(string id, ApiCall call, CaseDesk desk, CancellationToken cancel) => call.ReadCaseAsync(id, (signal, purpose) => desk
        .OpenAsync(call.Actor, signal, purpose, cancel)
        .ReplyAsync(view => Replies.Ok(View(view))));

    private static NewSignal Read(SentObject body) => new(body.Text("gemeente"), body.Text("aanleiding"), body.Text("aan"), Items.Read(body));

    private static object Line(WorklistLine line) => new
    {
        Id = line.State.Id.Value,
        Nummer = line.State.Number,
        Gemeente = line.State.Municipality.Code,
        Fase = line.State.Phase.Code(),
        Partij = line.Party.Code(),
        Termijnen = Terms(line.Terms),
    };

    private static object View(CaseView view) => new
    {
        Id = view.State.Id.Value,
        Nummer = view.State.Number,
        Fase = view.State.Phase.Code(),
        Gemeente = view.State.Municipality.Code,
        Partij = view.Viewer.Party.Code(),
        MogelijkeStappen = PossibleNow(view),
        Stappen = view.Steps.Select(Step),
        Termijnen = Terms(view.Terms),
        Gegevens = view.Items.Select(Items.Write).Concat(view.Conditional.Select(Items.Write)),
        Stand = view.Standing.Count > 0 ? view.Standing.Select(s => new { Partij = s.Party, Gegeven = s.Given, Veranderd = s.Changed ? true : (bool?)null }) : null,
        Wegingen = view.Judgements.Count > 0 ? view.Judgements.Select(Wegingen.Write) : null,
    };

    private static object Step(OfferedStep step) => new
    {
        Stap = step.Code,
        Naam = step.Label,
        Wijze = step.Manner.Code(),
        Ontbreekt = step.Missing,
        WachtOp = step.WaitingFor,
        ZelfIngestemd = step.AgreedBySelf,
        Grondslagen = step.Grounds,
        Toelichting = step.Explanation,
    };
}
