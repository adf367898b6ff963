using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Attachments;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Records;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.PriorCases;

/// <summary>
/// Cases of before the portal: a concept, that who entered it sees; then the three see number, phase, days and parties and confirm together;
/// then who entered it opens the case in its real phase, and what is missing becomes a task. Nothing is open before that.
/// </summary>
public sealed class RunningCaseDesk(
    ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, CaseReader reader, ItemRecorder recorder, AttachmentDesk attachments, RecordDesk records,
    KeyFolder keys, CaseEditions editions, Municipalities municipalities, IClock clock)
{
    private const string Act = "lopende_zaak_bevestigen";
    private const string Task = "inhaaltaak";
    private const string DocumentTask = "wegingsdocument";

    /// <summary>Enters one case as a concept.</summary>
    public Task<Result<RunningCaseLine>> EnterAsync(Actor actor, NewRunningCase sent, CancellationToken cancel) => db.InTransactionAsync<RunningCaseLine>(async () =>
    {
        var place = PlaceIn(actor, sent.Municipality);
        if (!place.IsDone)
            return place.Refusal;
        var read = sent.Read(place.Value.Party, convenant, door.Today);
        if (!read.IsDone)
            return read.Refusal;
        if (RefusalOf(actor, place.Value, read.Value) is { } refusal)
            return refusal;
        await door.ShowPersonAsync(actor, cancel);
        if (await AreKnownAsync(place.Value.Municipality!.Value, [read.Value.Reference], cancel) is [_, ..])
            return new NotNow("Een zaak met dit kenmerk is al ingevoerd.", ["nieuw_kenmerk"]);
        return await KeepAsync(actor, place.Value, read.Value, cancel);
    }, cancel);

    /// <summary>Enters many cases at once, all or none: everything that is wrong with any line is told with its line and column.</summary>
    public Task<Result<IReadOnlyList<RunningCaseLine>>> ImportAsync(Actor actor, string? municipality, string? csv, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<RunningCaseLine>>(async () =>
    {
        var place = PlaceIn(actor, municipality);
        if (!place.IsDone)
            return place.Refusal;
        var file = new RunningCaseCsv(convenant).Read(csv, place.Value.Municipality!.Value.Code);
        if (!file.IsDone)
            return file.Refusal;
        List<FieldError> errors = [];
        List<RunningCase> cases = [];
        foreach (var line in file.Value)
        {
            var read = line.Case.Read(place.Value.Party, convenant, door.Today);
            if (read.Refusal is NotValid { Errors: var wrong })
                errors.AddRange(wrong.Select(line.Place));
            else if (read.IsDone && RefusalOf(actor, place.Value, read.Value) is { } refusal)
                errors.Add(line.Place(new FieldError("fase", refusal.Message)));
            else if (read.IsDone)
                cases.Add(read.Value);
        }
        await door.ShowPersonAsync(actor, cancel);
        var references = file.Value.Select(l => l.Case.Reference?.Trim() ?? "").ToList();
        var known = await AreKnownAsync(place.Value.Municipality!.Value, references, cancel);
        errors.AddRange(file.Value.Where(l => known.Contains(l.Case.Reference?.Trim() ?? "")).Select(l => l.Place(new FieldError("kenmerk", "Een zaak met dit kenmerk is al ingevoerd."))));
        errors.AddRange(file.Value.GroupBy(l => l.Case.Reference?.Trim() ?? "", StringComparer.OrdinalIgnoreCase).Where(g => g.Key.Length > 0).SelectMany(g => g.Skip(1))
            .Select(l => l.Place(new FieldError("kenmerk", "Dit kenmerk staat twee keer in het bestand."))));
        if (errors.Count > 0)
            return new NotValid([.. errors.DistinctBy(e => (e.Field, e.Message))]);
        List<RunningCaseLine> kept = [];
        foreach (var one in cases)
            kept.Add(await KeepAsync(actor, place.Value, one, cancel));
        return kept;
    }, cancel);

    /// <summary>The concepts of this person, and those that its party must confirm.</summary>
    public Task<Result<IReadOnlyList<RunningCaseLine>>> ListAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<RunningCaseLine>>(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        List<RunningCaseLine> lines = [];
        foreach (var row in await RowsAsync(null, cancel))
        {
            using var key = await KeyAsync(row.Id, "lopende zaken bekijken", cancel);
            lines.Add(Line(actor, row, key));
        }
        return lines;
    }, cancel);

    /// <summary>One concept; what it says of the person only for who entered it.</summary>
    public Task<Result<RunningCaseLine>> ReadAsync(Actor actor, Guid id, CancellationToken cancel) => db.InTransactionAsync<RunningCaseLine>(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        if (await RowsAsync(id, cancel) is not [var row])
            return new NotKnown();
        using var key = await KeyAsync(id, "lopende zaak bekijken", cancel);
        var line = Line(actor, row, key);
        return line.IsOwn ? line with { Items = (await WordsAsync(id, key, cancel)).Words.Gegevens } : line;
    }, cancel);

    /// <summary>Lays a concept before the three; the own party confirms with it.</summary>
    public Task<Result<RunningCaseLine>> SubmitAsync(Actor actor, Guid id, CancellationToken cancel) => DoAsync(actor, id, line => line switch
    {
        { IsOwn: false } => new NotAllowed("Alleen wie de zaak invoerde, legt haar voor."),
        { Stage: not "concept" } => new NotNow("Deze zaak is al voorgelegd.", ["concept"]),
        _ => null,
    }, () => db.Database.SqlQuery<bool>($"select toegang.lopend_voorleggen({id}) as \"Value\""), cancel);

    /// <summary>Confirms that the case exists and is in this phase.</summary>
    public Task<Result<RunningCaseLine>> AgreeAsync(Actor actor, Guid id, CancellationToken cancel) => DoAsync(actor, id, line => line switch
    {
        { Stage: "concept" } => new NotNow("Leg de zaak eerst voor aan de drie.", ["voorgelegd"]),
        { MayAgree: false } => new NotNow("Uw partij heeft al bevestigd.", ["akkoord"]),
        _ => null,
    }, () => db.Database.SqlQuery<bool>($"select toegang.lopend_bevestigen({id}) as \"Value\""), cancel);

    /// <summary>Throws a concept away: by who entered it, or by one of the three who does not know the case.</summary>
    public Task<Result<Guid>> WithdrawAsync(Actor actor, Guid id, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        if (await RowsAsync(id, cancel) is not [_])
            return new NotKnown();
        await db.Database.SqlQuery<bool>($"select toegang.lopend_intrekken({id}) as \"Value\"").SingleAsync(cancel);
        return id;
    }, cancel);

    /// <summary>Opens the case in its phase, records its items, and makes a task of all that is missing.</summary>
    public Task<Result<SignalState>> OpenAsync(Actor actor, Guid id, CancellationToken cancel) => db.InTransactionAsync<SignalState>(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        if (await RowsAsync(id, cancel) is not [var row])
            return new NotKnown();
        if (row.Door != actor.Account.Value)
            return new NotAllowed("Alleen wie de zaak invoerde, opent haar.");
        if (WaitingFor(row) is { Count: > 0 } waiting)
            return new NotNow("Niet alle drie hebben bevestigd.", waiting);
        var place = PlaceIn(actor, row.Gemeente);
        if (!place.IsDone)
            return place.Refusal;
        var (words, document) = await WordsAsync(id, cancel);
        var signal = new SignalId(id);
        await db.Database.ExecuteSqlAsync($"select toegang.lopend_openen({id}, {convenant.Hash}, {editions.Now(row.Gemeente, door.Today).Key})", cancel);

        var entered = await door.EnterAsync(actor, signal, null, forChange: true, cancel);
        if (!entered.IsDone)
            return entered.Refusal;
        var recorded = await recorder.RecordAsync(entered.Value, words.Gegevens, () => reader.WorkKeyAsync(signal, "vastleggen", ["wet-pga:14.2"], cancel), cancel);
        if (!recorded.IsDone)
            return recorded.Refusal;
        if (document is not null)
        {
            var kept = await attachments.AddAsync(actor, recorded.Value[0], new NewAttachment(words.Documentnaam, document), cancel);
            if (!kept.IsDone)
                return kept.Refusal;
        }
        foreach (var task in StartOf(row).Tasks.Where(t => t != DocumentTask || document is null))
        {
            var made = await records.MakeAsync(actor, signal, Task, new NewRecord(null, null, new Dictionary<string, IReadOnlyList<string>> { ["wat"] = [task] }), cancel);
            if (!made.IsDone)
                return made.Refusal;
        }
        return entered.Value.State;
    }, cancel);

    private Task<Result<RunningCaseLine>> DoAsync(Actor actor, Guid id, Func<RunningCaseLine, Refusal?> refusal, Func<IQueryable<bool>> act, CancellationToken cancel) => db.InTransactionAsync<RunningCaseLine>(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        if (await RowsAsync(id, cancel) is not [var row])
            return new NotKnown();
        using var key = await KeyAsync(id, Act, cancel);
        if (refusal(Line(actor, row, key)) is { } why)
            return why;
        if (PlaceIn(actor, row.Gemeente).Refusal is { } lapsed)
            return lapsed;
        if (!await act().SingleAsync(cancel))
            return new NotNow("De zaak is intussen veranderd. Bekijk haar opnieuw.", ["voorgelegd"]);
        return Line(actor, (await RowsAsync(id, cancel)).Single(), key);
    }, cancel);

    private async Task<RunningCaseLine> KeepAsync(Actor actor, Membership place, RunningCase entered, CancellationToken cancel)
    {
        var (id, number, municipality) = (SignalId.New(), CaseNumber.New(), place.Municipality!.Value.Code);
        using var key = CaseKey.Create(id);
        var words = new ConceptWords(entered.Items, entered.Document?.Name, entered.Document?.Kind);
        var (wrapped, reference, content) = (key.Wrap(keys), key.Seal(entered.Reference, "lopend/kenmerk"), key.Seal(Canonical.Write(words), "lopend/inhoud"));
        var document = entered.Document is { } file ? key.Seal(file.Content.Span, "lopend/document") : null;
        var hash = keys.Recognise($"lopend/{municipality}", entered.Reference.ToUpperInvariant());
        await db.Database.ExecuteSqlAsync(
            $"""
            select toegang.lopend_bewaren({id.Value}, {number}, {municipality}, {place.Party.Code()}, {entered.Phase.Code()}, {entered.Since}, {entered.WeighedOn}, {entered.Parties.ToArray()},
              {hash}, {wrapped.By}, {wrapped.Bytes}, {reference}, {content}, {document})
            """,
            cancel);
        return Line(actor, (await RowsAsync(id.Value, cancel)).Single(), key);
    }

    /// <summary>The membership with which the person enters cases in a municipality.</summary>
    private Result<Membership> PlaceIn(Actor actor, string? municipality)
    {
        var places = door.InForce(actor).Where(m => m.Municipality is not null && lifecycle.Process.Running.Any(r => r.Parties.Contains(m.Party.Code()))).ToList();
        if (places.Count == 0)
            return new NotAllowed("Uw partij voert geen lopende zaken in.");
        if (municipality is null || !municipalities.Exists(municipality))
            return new NotValid("gemeente", $"Kies een gemeente: {string.Join(", ", places.Select(p => p.Municipality!.Value.Code))}.");
        if (places.Find(p => p.Municipality!.Value.Code == municipality) is not { } place)
            return new NotAllowed("U kunt in deze gemeente geen lopende zaak invoeren.");
        return CaseDoor.Refusal(door.ViewerOf(actor, place, elsewhere: false, 0)) is { } lapsed ? lapsed : place;
    }

    /// <summary>Whether the law lets this party record these items in that phase, told before anybody confirms.</summary>
    private NotAllowed? RefusalOf(Actor actor, Membership place, RunningCase entered)
    {
        var now = clock.GetCurrentInstant();
        var municipality = place.Municipality!.Value;
        var state = new SignalState(SignalId.New(), "", municipality, entered.Phase, false, 1, null, false, now, now, now, editions.Now(municipality.Code, door.Today).Key);
        var codes = entered.Start.SeatsParties ? [.. entered.Start.Becomes, Circumstance.Betrokken.Code()] : entered.Start.Becomes;
        var bits = codes.Select(Codes.Known<Circumstance>).Aggregate(0, (all, c) => all | (1 << (int)c));
        return recorder.Refusal(new CaseEntry(state, door.ViewerOf(actor, place, elsewhere: false, bits)), entered.Items);
    }

    private async Task<IReadOnlyList<string>> AreKnownAsync(Municipality municipality, IReadOnlyList<string> references, CancellationToken cancel)
    {
        var hashes = references.Distinct().ToDictionary(r => Convert.ToHexString(keys.Recognise($"lopend/{municipality.Code}", r.ToUpperInvariant())), r => r);
        var bytes = hashes.Keys.Select(Convert.FromHexString).ToArray();
        var known = await db.Database.SqlQuery<byte[]>($"select herkenning as \"Value\" from toegang.lopend_bekend({municipality.Code}, {bytes})").ToListAsync(cancel);
        return [.. known.Select(k => hashes[Convert.ToHexString(k)])];
    }

    private Task<List<LopendRow>> RowsAsync(Guid? id, CancellationToken cancel) => db.Database.SqlQuery<LopendRow>(
        $"""
        select l.id, l.nummer, l.gemeente, l.partij, l.door, l.fase, l.sinds, l.weging_op, l.partijen, l.kenmerk, l.met_document, l.stand,
          array(select a.partij from zaak.lopend_akkoord a where a.lopend_id = l.id) as akkoord
        from zaak.lopend l where l.stand <> 'geopend' and ({id}::uuid is null or l.id = {id}) order by l.op, l.nummer
        """).ToListAsync(cancel);

    private async Task<CaseKey> KeyAsync(Guid id, string why, CancellationToken cancel)
    {
        var wrapped = await db.Database.SqlQuery<byte[]?>($"select toegang.lopend_sleutel({id}, {why}) as \"Value\"").SingleAsync(cancel)
            ?? throw new InvalidOperationException("The database gave no key for a concept that it shows.");
        return CaseKey.Unwrap(new SignalId(id), wrapped, keys);
    }

    private async Task<(ConceptWords Words, byte[]? Document)> WordsAsync(Guid id, CancellationToken cancel)
    {
        using var key = await KeyAsync(id, "lopende zaak openen", cancel);
        return await WordsAsync(id, key, cancel);
    }

    private async Task<(ConceptWords Words, byte[]? Document)> WordsAsync(Guid id, CaseKey key, CancellationToken cancel)
    {
        var row = await db.Database.SqlQuery<LopendInhoudRow>($"select inhoud, document from zaak.lopend_inhoud where lopend_id = {id}").SingleAsync(cancel);
        return (Canonical.Read<ConceptWords>(key.Read(row.Inhoud, "lopend/inhoud")), row.Document is { } document ? key.Open(document, "lopend/document") : null);
    }

    private RunningCaseLine Line(Actor actor, LopendRow row, CaseKey key)
    {
        var waiting = WaitingFor(row);
        var own = PlaceIn(actor, row.Gemeente) is { IsDone: true, Value: var place } ? place.Party.Code() : null;
        return new RunningCaseLine(
            row.Id, row.Nummer, row.Gemeente, row.Partij, row.Fase, row.Sinds, row.WegingOp, row.Partijen, key.Read(row.Kenmerk, "lopend/kenmerk"), row.MetDocument, row.Stand,
            waiting, row.Door == actor.Account.Value, row.Stand == "voorgelegd" && own is not null && waiting.Contains(own));
    }

    private List<string> WaitingFor(LopendRow row) => [.. lifecycle.Act(Act).Parties.Except(row.Akkoord).Order(StringComparer.Ordinal)];

    private RunningStart StartOf(LopendRow row) => lifecycle.Process.Running.First(r => r.Parties.Contains(row.Partij) && r.Phases.Contains(row.Fase));
}
