using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Registers;

/// <summary>
/// The registers beside the cases: what there is in them, who makes and who reads it is process data (<c>registers</c>), which the database
/// tests again. Records are only added.
/// </summary>
public sealed class RegisterDesk(ZaakContext db, CompiledConvenant convenant, CaseDoor door, TaskTickets tasks, TicketSealer tickets, Municipalities municipalities)
{
    /// <summary>Most records on a page.</summary>
    public const int PageSize = 50;

    private const int LongestTitle = 120;

    /// <summary>The registers of which this person reads something.</summary>
    public IReadOnlyList<RegisterDefinition> Of(Actor actor) => [.. convenant.Process.Registers.Where(r => r.Tasks.Any(t => tasks.Has(actor, t)))];

    /// <summary>The kinds that this person can lay down in a register.</summary>
    public IReadOnlyList<RegisterForm> Offered(Actor actor, RegisterDefinition register) => [.. register.Forms.Where(f => f.By.Any(t => tasks.Has(actor, t)))];

    /// <summary>A page of a register, the newest first; <see cref="NotKnown"/> for who reads nothing in it.</summary>
    public Task<Result<RegisterPage>> ReadAsync(Actor actor, string? register, RegisterSearch search, CancellationToken cancel) => db.InTransactionAsync<RegisterPage>(async () =>
    {
        if (Find(actor, register) is not { } found)
            return new NotKnown();
        await ShowAsync(actor, found, cancel);
        var rows = await RowsAsync(found, search, PageSize, cancel);
        return new RegisterPage(found, [.. rows.Select(r => r.ToRecord())], rows.Count == 0 ? 0 : rows[0].Totaal, await WaitingAsync(found, cancel), Offered(actor, found));
    }, cancel);

    /// <summary>How many records of a register wait; <see cref="NotKnown"/> for who reads nothing in it.</summary>
    public Task<Result<long>> CountWaitingAsync(Actor actor, string register, CancellationToken cancel) => db.InTransactionAsync<long>(async () =>
    {
        if (Find(actor, register) is not { } found)
            return new NotKnown();
        await ShowAsync(actor, found, cancel);
        return await WaitingAsync(found, cancel);
    }, cancel);

    /// <summary>One record with what was laid down about it and what can be.</summary>
    public Task<Result<RegisterEntry>> OpenAsync(Actor actor, string? register, Guid id, CancellationToken cancel) => db.InTransactionAsync<RegisterEntry>(async () =>
    {
        if (Find(actor, register) is not { } found)
            return new NotKnown();
        await ShowAsync(actor, found, cancel);
        if (await OneAsync(found, id, cancel) is not { } record)
            return new NotKnown();
        var about = await db.Database.SqlQuery<RegisterRow>($"select t.*, null::uuid as einde, 0::bigint as totaal from register.stuk t where t.bij = {id} or t.vervangt = {id} order by t.nummer").ToListAsync(cancel);
        var parent = record.Words.Bij is { } bij ? await OneAsync(found, bij, cancel) : null;
        var named = record.Words.Velden.Count == 0 ? [] : await NamedAsync(found, record, cancel);
        var drawn = found.Form(record.Form)?.Sample == SampleKind.Zaken && record.By == actor.Account.Value
            ? await db.Database.SqlQuery<DrawnCase>($"select * from toegang.bewijs_van_trekking({id})").ToListAsync(cancel)
            : [];
        return new RegisterEntry(found, record, parent, [.. about.Select(r => r.ToRecord())], named, drawn, Next(actor, found, record, [.. about.Select(a => a.ToRecord())]));
    }, cancel);

    /// <summary>The standing records of a kind, to choose from in a form.</summary>
    public Task<Result<IReadOnlyList<RegisterRecord>>> StandingAsync(Actor actor, RegisterDefinition register, string form, CancellationToken cancel) => db.InTransactionAsync<IReadOnlyList<RegisterRecord>>(async () =>
    {
        if (Find(actor, register.Code) is null)
            return new NotKnown();
        await ShowAsync(actor, register, cancel);
        return Result.Done<IReadOnlyList<RegisterRecord>>([.. (await RowsAsync(register, new RegisterSearch(null, form, 1), PageSize * 4, cancel)).Select(r => r.ToRecord())]);
    }, cancel);

    /// <summary>Everything of a register that this person reads, oldest first, and the first number at which the register is not whole.</summary>
    public Task<Result<RegisterExport>> ExportAsync(Actor actor, string? register, CancellationToken cancel) => db.InTransactionAsync<RegisterExport>(async () =>
    {
        if (Find(actor, register) is not { } found)
            return new NotKnown();
        await ShowAsync(actor, found, cancel);
        var rows = await RowsAsync(found, new RegisterSearch(null, null, 1), int.MaxValue, cancel);
        var broken = await db.Database.SqlQuery<int?>($"select toegang.register_breuk({found.Code}) as \"Value\"").SingleAsync(cancel);
        return new RegisterExport(found, [.. rows.Select(r => r.ToRecord()).OrderBy(r => r.Number)], broken);
    }, cancel);

    /// <summary>Lays down a record.</summary>
    public Task<Result<Guid>> AddAsync(Actor actor, string? register, NewRegisterRecord sent, CancellationToken cancel) => db.InTransactionAsync<Guid>(async () =>
    {
        if (Find(actor, register) is not { } found)
            return new NotKnown();
        if (found.Form(sent.Form) is not { } form)
            return new NotValid("stuk", $"Kies een stuk: {string.Join(", ", found.Forms.Select(f => f.Code))}.");
        var makers = form.By.SelectMany(t => tasks.Of(actor, t)).Distinct().ToList();
        if (makers.Count == 0)
            return new NotAllowed($"'{form.Label}' is niet aan u. {form.Record.Step.Explanation}", form.Record.Step.Grounds, []);
        await ShowAsync(actor, found, cancel);
        var read = sent.Read(form, convenant, municipalities.Exists, door.Today);
        if (!read.IsDone)
            return read.Refusal;
        var words = read.Value;
        var about = words.Bij is { } bij ? await OneAsync(found, bij, cancel) : null;
        var older = words.Vervangt is { } vervangt ? await OneAsync(found, vervangt, cancel) : null;
        if (await LinkErrorAsync(found, form, words, about, older, cancel) is { } wrong)
            return wrong;
        var municipality = about?.Municipality ?? older?.Municipality ?? Municipality(form, words, sent, makers);
        if (municipality is not null && !municipalities.Exists(municipality))
            return new NotValid("gemeente", "Kies een gemeente die met het portaal werkt.");
        if (makers.Find(m => m.Municipality is not { } own || own.Code == municipality) is not { } maker)
            return new NotValid("gemeente", "Kies uw eigen gemeente.");
        if (form.Sample == SampleKind.Stukken)
            words = await DrawAsync(found, words, cancel);
        else if (form.Sample == SampleKind.Zaken)
            words.Velden["zaad"] = [SampleDraw.NewSeed()];
        return await LayDownAsync(actor, found, form, words, maker, municipality, cancel);
    }, cancel);

    private async Task<Result<Guid>> LayDownAsync(Actor actor, RegisterDefinition register, RegisterForm form, RecordWords words, Membership maker, string? municipality, CancellationToken cancel)
    {
        var id = Guid.NewGuid();
        var due = form.Record.Due is { } day && words.Answer(day.Code) is { } chosen ? RecordWords.DayOf(chosen)
            : form.Record.Term is { } term ? Terms.Later(door.Today, convenant.Process.Terms[term]) : null;
        var until = form.Until is { } last && words.Answer(last) is { } said ? RecordWords.DayOf(said) : null;
        var outcome = form.Record.Counted is { } counted ? words.Answer(counted) : null;
        var party = maker.Party.Code();
        try
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into register.stuk (id, register, soort, gemeente, bij, vervangt, titel, uitkomst, inhoud, tekst, partij, door, uiterlijk, geldt_tot, regels)
                values ({id}, {register.Code}, {form.Code}, {municipality}, {words.Bij}, {words.Vervangt}, {Title(form, words)}, {outcome}, {Canonical.Write(words)}, {Text(form, words)},
                  {party}, {actor.Account.Value}, {due}, {until}, {convenant.Hash})
                """, cancel);
            if (form.Sample == SampleKind.Zaken)
                await db.Database.ExecuteSqlAsync($"select toegang.trek_zaken({id}, {words.Answer("zaad")}, {int.Parse(words.Answer("aantal")!, System.Globalization.CultureInfo.InvariantCulture)})", cancel);
            return id;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.SerializationFailure)
        {
            return new NotNow("Iemand was u voor: dit stuk is al afgerond.", ["bij"]);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.InsufficientPrivilege, MessageText: "somebody else must do this" })
        {
            return new NotNow("Dit is aan iemand anders dan wie het stuk maakte of er al iets over vastlegde.", ["iemand_anders"]);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.ObjectNotInPrerequisiteState, MessageText: "that record does not hold any more" })
        {
            return new NotNow("De laatste dag van dit stuk is voorbij. Er komt niets meer bij.", ["geldt_tot"]);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.ObjectNotInPrerequisiteState, MessageText: "that record does not hold yet" })
        {
            return new NotNow("De eerste dag van dit stuk is nog niet geweest. Wacht tot dan.", ["geldt_van"]);
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.ObjectNotInPrerequisiteState, MessageText: "that record was withdrawn" })
        {
            return new NotNow("Dit stuk is ingetrokken. Er komt niets meer bij.", ["niet_na"]);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectNotInPrerequisiteState)
        {
            return new NotNow($"'{form.Label}' kan nu nog niet. {form.Record.Step.Explanation}", [.. form.Needs.Select(n => string.Join(" of ", n))]);
        }
    }

    /// <summary>What is named is a record of this register that this person reads; what cannot be known is not told apart from what is not there.</summary>
    private async Task<NotValid?> LinkErrorAsync(RegisterDefinition register, RegisterForm form, RecordWords words, RegisterRecord? about, RegisterRecord? older, CancellationToken cancel)
    {
        var errors = new List<FieldError>();
        if (words.Bij is not null && (about is null || !form.Record.About.Contains(about.Form)))
            errors.Add(new FieldError("bij", "Dit stuk is er niet, of past hier niet."));
        if (words.Vervangt is not null && (older is null || older.Form != form.Code || older.EndedBy is { } end && await IsNewerAsync(end, older.Id, cancel)))
            errors.Add(new FieldError("vervangt", "Deze versie is er niet, of er is al een nieuwere."));
        foreach (var field in form.Record.Fields.Where(f => f.Kind == RecordFieldKind.Stukken && words.Velden.ContainsKey(f.Code)))
        {
            var ids = words.Ids(field.Code).ToArray();
            var known = await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from register.stuk where id = any ({ids}) and soort = {field.From} and register = {register.Code}").SingleAsync(cancel);
            if (known != ids.Length)
                errors.Add(new FieldError(field.Code, "Een van deze stukken is er niet. Kies opnieuw."));
        }
        return errors.Count > 0 ? new NotValid(errors) : null;
    }

    private Task<bool> IsNewerAsync(Guid end, Guid older, CancellationToken cancel) =>
        db.Database.SqlQuery<bool>($"select exists (select from register.stuk where id = {end} and vervangt = {older}) as \"Value\"").SingleAsync(cancel);

    private async Task<RecordWords> DrawAsync(RegisterDefinition register, RecordWords words, CancellationToken cancel)
    {
        var (form, since) = (words.Answer("soort")!, RecordWords.DayOf(words.Answer("sinds")!)!.Value);
        var population = await db.Database.SqlQuery<Guid>(
            $"select id as \"Value\" from register.stuk where register = {register.Code} and soort = {form} and op >= {since}::date::timestamp at time zone 'Europe/Amsterdam'").ToListAsync(cancel);
        var seed = SampleDraw.NewSeed();
        words.Velden["zaad"] = [seed];
        words.Velden["uit"] = [population.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        if (SampleDraw.Of(seed, population, int.Parse(words.Answer("aantal")!, System.Globalization.CultureInfo.InvariantCulture)) is { Count: > 0 } drawn)
            words.Velden["getrokken"] = [.. drawn.Select(id => id.ToString())];
        return words;
    }

    private static string? Municipality(RegisterForm form, RecordWords words, NewRegisterRecord sent, List<Membership> makers) =>
        sent.Municipality
        ?? form.Record.Fields.Where(f => f.Kind == RecordFieldKind.Gemeente).Select(f => words.Answer(f.Code)).FirstOrDefault(a => a is not null)
        ?? makers.Select(m => m.Municipality?.Code).FirstOrDefault(c => c is not null);

    private List<RegisterForm> Next(Actor actor, RegisterDefinition register, RegisterRecord record, IReadOnlyList<RegisterRecord> about) =>
    [
        .. Offered(actor, register).Where(f => f.Record.About.Contains(record.Form))
            .Where(f => !f.Record.Closes || record.EndedBy is null)
            .Where(f => !f.ByAnother || (record.By != actor.Account.Value && !about.Any(a => a.By == actor.Account.Value && a.Form != f.Code)))
            .Where(f => f.Record.Closes || record.Until is not { } until || until >= door.Today)
            .Where(f => f.Record.Closes || register.Form(record.Form)?.From is not { } from || record.Words.Answer(from) is not { } first || RecordWords.DayOf(first) <= door.Today)
            .Where(f => !about.Any(a => f.NotAfter.Contains(a.Form)))
            .Where(f => f.Needs.All(any => any.Any(n => about.Append(record).Any(r => r.Form == n.Form && (n.Outcome is null || r.Outcome == n.Outcome))))),
    ];

    private async Task<IReadOnlyList<RegisterRecord>> NamedAsync(RegisterDefinition register, RegisterRecord record, CancellationToken cancel)
    {
        var fields = register.Form(record.Form)?.Record.Fields.Where(f => f.Kind == RecordFieldKind.Stukken).Select(f => f.Code).Append("getrokken") ?? [];
        var ids = fields.SelectMany(record.Words.Ids).ToArray();
        if (ids.Length == 0)
            return [];
        var rows = await db.Database.SqlQuery<RegisterRow>($"select t.*, null::uuid as einde, 0::bigint as totaal from register.stuk t where t.id = any ({ids}) order by t.nummer").ToListAsync(cancel);
        return [.. rows.Select(r => r.ToRecord())];
    }

    private async Task<RegisterRecord?> OneAsync(RegisterDefinition register, Guid id, CancellationToken cancel) => (await db.Database.SqlQuery<RegisterRow>(
        $"""
        select t.*, 0::bigint as totaal,
          (select e.id from register.stuk e join proces.register_stuk s on s.code = e.soort where (e.bij = t.id and s.sluit) or e.vervangt = t.id order by e.vervangt is null limit 1) as einde
        from register.stuk t where t.id = {id} and t.register = {register.Code}
        """).ToListAsync(cancel)).SingleOrDefault()?.ToRecord();

    private Task<List<RegisterRow>> RowsAsync(RegisterDefinition register, RegisterSearch search, int most, CancellationToken cancel)
    {
        if (search.Form is not null && register.Form(search.Form) is null)
            return Task.FromResult<List<RegisterRow>>([]);
        var words = SearchWords.Of(search.Words);
        return db.Database.SqlQuery<RegisterRow>(
            $"""
            select t.*, count(*) over () as totaal,
              (select e.id from register.stuk e join proces.register_stuk s on s.code = e.soort where (e.bij = t.id and s.sluit) or e.vervangt = t.id order by e.vervangt is null limit 1) as einde
            from register.stuk t
            where t.register = {register.Code} and ({search.Form}::text is null or t.soort = {search.Form})
              and ({words}::text is null or t.zoek @@ websearch_to_tsquery('dutch', {words})
                -- A stem of Dutch is not always that of its plural (windmolen, windmolens): words that begin with what was typed are found too.
                or t.zoek_begin @@ register.begint({words}))
            order by t.nummer desc limit {most} offset {(search.Page - 1) * PageSize}
            """).ToListAsync(cancel);
    }

    private Task<long> WaitingAsync(RegisterDefinition register, CancellationToken cancel) => db.Database.SqlQuery<long>(
        $"select count(*) as \"Value\" from register.stuk t where t.register = {register.Code} and t.uiterlijk is not null and not exists (select from register.stuk e join proces.register_stuk s on s.code = e.soort where (e.bij = t.id and s.sluit) or e.vervangt = t.id)").SingleAsync(cancel);

    private RegisterDefinition? Find(Actor actor, string? code) => Of(actor).FirstOrDefault(r => r.Code == code);

    private Task ShowAsync(Actor actor, RegisterDefinition register, CancellationToken cancel) => tickets.ShowAsync(db, new Ticket
    {
        Kind = "register",
        Account = actor.Account.Value,
        Places = [.. register.Tasks.Concat(register.Forms.SelectMany(f => f.By)).Distinct().SelectMany(t => tasks.Of(actor, t).Select(m => new Place(m.Party.Code(), m.Municipality?.Code, t))).Distinct()],
        Until = tickets.Until,
    }, cancel);

    private static string Title(RegisterForm form, RecordWords words)
    {
        var field = form.Record.Fields.FirstOrDefault(f => f.Kind == RecordFieldKind.Regel && words.Answer(f.Code) is not null)
            ?? form.Record.Fields.FirstOrDefault(f => f.Kind == RecordFieldKind.Tekst && words.Answer(f.Code) is not null);
        var text = field is null ? form.Label : words.Answer(field.Code)!.ReplaceLineEndings(" ");
        return text.Length <= LongestTitle ? text : $"{text[..LongestTitle].TrimEnd()}…";
    }

    /// <summary>All answers in the words that people search with.</summary>
    private string Text(RegisterForm form, RecordWords words) => string.Join(' ', form.Record.Fields.Where(f => words.Velden.ContainsKey(f.Code)).SelectMany(f => f.Kind switch
    {
        RecordFieldKind.Tekst or RecordFieldKind.Regel => words.Velden[f.Code],
        RecordFieldKind.Rijen => words.Rows(f.Code).SelectMany(r => r.Values),
        RecordFieldKind.Reden or RecordFieldKind.Redenen => words.Velden[f.Code].Select(a => convenant.Process.Reasons[f.From!].First(r => r.Code == a).Label),
        _ => [],
    }).Prepend(form.Label));
}
