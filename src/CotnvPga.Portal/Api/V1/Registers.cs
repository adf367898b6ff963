using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Registers;
using CotnvPga.Domain;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The registers beside the cases: only added to, without a case and without a person.</summary>
internal static class Registers
{
    public static void MapRegisters(this RouteGroupBuilder api)
    {
        api.MapGet("/registers", List);
        api.MapGet("/registers/{register}/stukken", ReadAsync);
        api.MapPost("/registers/{register}/stukken", AddAsync);
        api.MapGet("/registers/{register}/stukken/{stuk}", OpenAsync);
        api.MapGet("/registers/{register}/uitvoer", ExportAsync);
    }

    private static Task<IResult> List(ApiCall call, RegisterDesk desk) => call.ReadAsync(_ => Task.FromResult<Result<Data.Repeats.StoredAnswer>>(Replies.Ok(new
    {
        Registers = desk.Of(call.Actor).Select(r => new
        {
            Register = r.Code,
            Naam = r.Label,
            Toelichting = r.Explanation,
            Grondslagen = r.Grounds,
            Zekerheid = r.Certainty,
            Stukken = r.Forms.Select(f => Form(f, desk.Offered(call.Actor, r).Contains(f))),
        }),
    })));

    private static Task<IResult> ReadAsync(string register, HttpRequest request, ApiCall call, RegisterDesk desk, CancellationToken cancel) => call.ReadAsync(errors =>
    {
        var page = PageQuery.Read(request.Query, errors, RegisterDesk.PageSize);
        return desk.ReadAsync(call.Actor, register, new RegisterSearch(One(request.Query, "zoek", errors), One(request.Query, "stuk", errors), page.Pagina), cancel)
            .ReplyAsync(view => Replies.Ok(new { Totaal = view.Total, Wachten = view.Waiting, Stukken = view.Records.Select(r => Line(view.Register, r)) }));
    });

    private static Task<IResult> OpenAsync(string register, string stuk, ApiCall call, RegisterDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .OpenAsync(call.Actor, register, RouteId.Of(stuk), cancel)
        .ReplyAsync(entry => Replies.Ok(new
        {
            Stuk = Line(entry.Register, entry.Record),
            Erbij = entry.About.Select(r => Line(entry.Register, r)),
            Mogelijk = entry.Next.Select(f => f.Code),
            Getrokken = entry.Drawn.Count == 0 ? null : entry.Drawn,
        })));

    private static Task<IResult> AddAsync(string register, ApiCall call, RegisterDesk desk, CancellationToken cancel) => call.ChangeAsync((body, _) => desk
        .AddAsync(call.Actor, register, new NewRegisterRecord(
            body.Text("stuk"), body.Text("gemeente"), new NewRecord(body.Id("bij"), body.Id("vervangt"), body.Answers("velden") ?? new Dictionary<string, IReadOnlyList<string>>())), cancel)
        .ReplyAsync(id => Replies.Ok(new { Id = id })));

    private static Task<IResult> ExportAsync(string register, ApiCall call, RegisterDesk desk, CancellationToken cancel) => call.ReadAsync(_ => desk
        .ExportAsync(call.Actor, register, cancel)
        .ReplyAsync(export => Replies.Ok(new { Register = export.Register.Code, Heel = export.BrokenAt is null, BreuktBij = export.BrokenAt, Stukken = export.Records.Select(r => Line(export.Register, r)) })));

    internal static object Line(RegisterDefinition register, RegisterRecord record) => new
    {
        record.Id,
        Nummer = record.Cited,
        Stuk = record.Form,
        Titel = record.Title,
        Uitkomst = record.Outcome,
        Gemeente = record.Municipality,
        record.Words.Bij,
        record.Words.Vervangt,
        Partij = record.Party,
        Door = record.By,
        Op = record.At,
        Uiterlijk = record.Due,
        GeldtTot = record.Until,
        AfgerondDoor = record.EndedBy,
        Velden = record.Words.Velden.ToDictionary(
            v => v.Key,
            object (v) => register.Form(record.Form)?.Record.Fields.FirstOrDefault(f => f.Code == v.Key)?.Kind == RecordFieldKind.Rijen ? record.Words.Rows(v.Key) : v.Value),
        Regels = record.Rules,
        Vorige = record.Previous,
        Vingerafdruk = record.Fingerprint,
        Heel = record.IsWhole,
    };

    private static object Form(RegisterForm form, bool may) => new
    {
        Stuk = form.Code,
        Naam = form.Label,
        Toelichting = form.Record.Step.Explanation,
        Grondslagen = form.Record.Step.Grounds,
        Zekerheid = form.Record.Step.Certainty,
        Bij = form.Record.About,
        Sluit = form.Record.Closes,
        IemandAnders = form.ByAnother,
        Vereist = form.Needs.Select(any => any.Select(n => n.ToString())),
        Mag = may,
        Velden = form.Record.Fields.Select(f => new { Veld = f.Code, Vraag = f.Label, Verplicht = f.Required, Uit = f.From }),
    };

    private static string? One(IQueryCollection query, string name, List<FieldError> errors)
    {
        if (!query.TryGetValue(name, out var sent))
            return null;
        if (sent.Count == 1 && sent[0] is { Length: <= 200 } text && !text.Any(char.IsControl))
            return text.Length == 0 ? null : text;
        errors.Add(new FieldError(name, "Geef één tekst van ten hoogste 200 tekens."));
        return null;
    }
}
