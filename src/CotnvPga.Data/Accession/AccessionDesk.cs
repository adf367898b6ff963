using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CotnvPga.Data.Accession;

/// <summary>Acceding to a covenant and leaving it again, by who may sign for the municipality (key <c>tekent</c> of a membership in the process data).</summary>
public sealed class AccessionDesk(
    ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, AccessionBook book, Municipalities municipalities, TicketSealer tickets)
{
    private static readonly string[] Ground = ["wet-pga:12.1"];

    /// <summary>Every municipality of this instance with what it declared, as it stands now.</summary>
    public async Task<IReadOnlyList<MunicipalAccession>> AllAsync(CancellationToken cancel)
    {
        var all = await ReadAsync(cancel);
        return [.. municipalities.All.Select(m => Accession(m, all))];
    }

    /// <summary>One municipality with what it declared; null when this instance does not serve it.</summary>
    public async Task<MunicipalAccession?> OfAsync(string municipality, CancellationToken cancel) =>
        municipalities.All.FirstOrDefault(m => m.Code == municipality) is { } known ? Accession(known, await ReadAsync(cancel)) : null;

    /// <summary>Whether this person may sign for a municipality.</summary>
    public bool MaySign(Actor actor, string municipality) => Signing(actor).Any(m => m.Municipality!.Value.Code == municipality);

    /// <summary>Accedes to a version of the local covenant, or to the national one alone.</summary>
    public Task<Result<Declaration>> AccedeAsync(Actor actor, string municipality, NewDeclaration sent, CancellationToken cancel) =>
        SignAsync(actor, municipality, sent, DeclarationKind.Toetreding, known => sent.AccessionErrors(known.History.Locals, door.Today), cancel);

    /// <summary>Leaves: from the given day only law and national covenant hold, with the strictest choices.</summary>
    public Task<Result<Declaration>> LeaveAsync(Actor actor, string municipality, NewDeclaration sent, CancellationToken cancel) =>
        SignAsync(actor, municipality, sent with { Version = null }, DeclarationKind.Uittreding, _ => sent.LeavingErrors(door.Today), cancel);

    private Task<Result<Declaration>> SignAsync(
        Actor actor, string municipality, NewDeclaration sent, DeclarationKind kind, Func<MunicipalAccession, IReadOnlyList<FieldError>> errors, CancellationToken cancel) => db.InTransactionAsync<Declaration>(async () =>
    {
        if (await OfAsync(municipality, cancel) is not { } known)
            return new NotKnown();
        if (!MaySign(actor, municipality))
            return new NotAllowed($"Alleen wie voor {known.Name} mag tekenen, kan toetreden of uittreden. {Signers()}", Ground, []);
        if (errors(known) is { Count: > 0 } wrong)
            return new NotValid(wrong);
        if (sent.Read is { } read && read != convenant.Hash)
            return new NotNow("De regels zijn veranderd sinds u ze las. Lees ze opnieuw en teken dan.", ["hash"]);
        await tickets.ShowAsync(db, new Ticket
        {
            Kind = "toetreding",
            Account = actor.Account.Value,
            Places = [.. Signing(actor).Select(m => new Place(m.Party.Code(), m.Municipality?.Code, null))],
            Until = tickets.Until,
        }, cancel);
        try
        {
            await AddAsync(actor, municipality, sent, kind, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.SerializationFailure)
        {
            return kind == DeclarationKind.Uittreding
                ? new NotNow($"{known.Name} is niet toegetreden.", ["toetreding"])
                : new NotNow($"{known.Name} is al toegetreden tot deze versie.", ["andere_versie"]);
        }
        book.Forget();
        return (await ReadAsync(cancel))[municipality][^1];
    }, cancel);

    private Task<int> AddAsync(Actor actor, string municipality, NewDeclaration sent, DeclarationKind kind, CancellationToken cancel)
    {
        var version = sent.Version == NewDeclaration.NationalAlone ? null : sent.Version;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into toetreding.verklaring (gemeente, soort, versie, modelversie, ondertekenaar, functie, mandaat, datum, convenant, door)
            values ({municipality}, {kind.Code()}, {version}, {convenant.Covenants.Model?.Version}, {sent.Signer!.Trim()}, {sent.Function!.Trim()}, {sent.Mandate!.Trim()},
              {sent.On!.Value}, {convenant.Hash}, {actor.Account.Value})
            """, cancel);
    }

    private MunicipalAccession Accession(NamedMunicipality municipality, Dictionary<string, List<Declaration>> all) => new(
        municipality.Code,
        municipality.Name,
        new AccessionHistory(all.GetValueOrDefault(municipality.Code) ?? [], [.. convenant.Covenants.Locals.Where(l => l.Municipality == municipality.Code)]));

    /// <summary>The declarations by municipality, past the copy of the book: who just signed sees it.</summary>
    private async Task<Dictionary<string, List<Declaration>>> ReadAsync(CancellationToken cancel)
    {
        var rows = await db.Database.SqlQuery<DeclarationRow>(
            $"select gemeente, nummer, soort, versie, modelversie, ondertekenaar, functie, mandaat, datum, convenant, op from toetreding.verklaring").ToListAsync(cancel);
        return rows.OrderBy(r => r.Nummer).Select(r => r.ToDeclaration()).GroupBy(d => d.Municipality, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
    }

    private IEnumerable<Membership> Signing(Actor actor) => door.InForce(actor).Where(m =>
        m.Municipality is not null && m.IsAuthorised(door.Today) && lifecycle.Process.Memberships[m.Party.Code()].Signs.Contains(m.Role));

    private string Signers()
    {
        var signers = lifecycle.Process.Memberships.Values.Where(m => m.Signs.Count > 0)
            .Select(m => $"{string.Join(" of ", m.Signs.Select(r => convenant.LabelOf("rol", r).ToLowerInvariant()))} ({convenant.LabelOf("partij", m.Party).ToLowerInvariant()})");
        return $"Dat is: {string.Join(", ", signers)}.";
    }
}

/// <summary>A municipality and what it declared.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="History">What it declared, and the versions it can accede to.</param>
public sealed record MunicipalAccession(string Code, string Name, AccessionHistory History);
