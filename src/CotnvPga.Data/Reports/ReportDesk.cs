using System.Security.Cryptography;
using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Tickets;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Reports;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Reports;

/// <summary>Reports that anyone makes, without log-in (wet-pga:5.2): a case in phase <c>melding</c> that nobody took up yet.</summary>
public sealed class ReportDesk(ZaakContext db, CompiledConvenant convenant, SignalLifecycle lifecycle, CaseDoor door, SignalDesk signals, TicketSealer tickets, Municipalities municipalities)
{
    private const int CodeLength = 20;

    /// <summary>Takes a report in and gives the receipt code. The same answer whoever it concerns.</summary>
    public Task<Result<string>> ReceiveAsync(NewReport sent, CancellationToken cancel) => db.InTransactionAsync<string>(async () =>
    {
        var receivers = convenant.GroupOf("partij", "drie");
        if (sent.Errors(municipalities.Exists, receivers, lifecycle.Process.Reasons["soort_melder"]) is { Count: > 0 } errors)
            return new NotValid(errors);
        var party = Codes.Known<Party>(sent.Receiver ?? Party.Burgemeester.Code());
        var start = lifecycle.Process.Starts.Single(s => s.Parties.Contains(party.Code()));
        var municipality = new Municipality(sent.Municipality!);
        // The receiving party's desk records it, as if its member had: the engine decides as for that member.
        var desk = new Membership(Guid.Empty, party, municipality, "meldpunt", door.Today, door.Today, door.Today, door.Today, door.Today);
        var nobody = new Actor(new AccountId(Guid.Empty), "meldpunt", "Meldpunt", [desk]);
        var items = sent.Items().Select(i => new Item(
            i.Field, i.Value, Codes.Known<Category>(convenant.Fields[i.Field].Category), Codes.Known<Nature>(convenant.Fields[i.Field].Nature), Supplier.Melder, [], null)).ToList();
        var opened = await signals.OpenAsync(nobody, (party, desk, false), start, municipality, null, items, unread: true, cancel);
        if (!opened.IsDone)
            return opened.Refusal;
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeLength));
        await tickets.ShowAsync(db, new Ticket { Kind = "publiek", Until = tickets.Until }, cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.meldcode_bewaren({Hash(code)}, {opened.Value.Id.Value})", cancel);
        await db.Database.ExecuteSqlAsync($"select toegang.tel_melder({municipality.Code}, {sent.ReporterKind ?? "anoniem"})", cancel);
        return code;
    }, cancel);

    /// <summary>Received or handled; null when the code is not known. Tells nothing else.</summary>
    public async Task<string?> StandingAsync(string code, CancellationToken cancel) =>
        await db.Database.SqlQuery<string?>($"select toegang.meldcode_stand({Hash(code)}) as \"Value\"").SingleAsync(cancel);

    /// <summary>How many reports that were not brought are given at most.</summary>
    public const int MostNotBrought = 200;

    /// <summary>The newest reports that were not brought, without a person: visible to all parties of the municipality; at most <see cref="MostNotBrought"/>.</summary>
    public Task<Result<IReadOnlyList<NotBroughtLine>>> NotBroughtAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        var lines = await db.Database.SqlQuery<NotBroughtLine>($"select gemeente, partij, reden, op from telling.niet_aangemeld order by op desc, id limit {MostNotBrought}").ToListAsync(cancel);
        return Result.Done<IReadOnlyList<NotBroughtLine>>(lines);
    }, cancel);

    /// <summary>Cases that were registered and not brought to the three yet, by number: for each of the three of the municipality.</summary>
    public Task<Result<IReadOnlyList<RegisteredLine>>> RegisteredAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        return Result.Done<IReadOnlyList<RegisteredLine>>(await db.Database.SqlQuery<RegisteredLine>($"select * from toegang.aangemeld()").ToListAsync(cancel));
    }, cancel);

    private static byte[] Hash(string code) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant()));
}

/// <summary>A report that was not brought to the weighing: where, by which party, why, when. No person.</summary>
public sealed class NotBroughtLine
{
    public string Gemeente { get; init; } = "";
    public string Partij { get; init; } = "";
    public string Reden { get; init; } = "";
    public LocalDate Op { get; init; }
}

/// <summary>A registered case that waits to be brought to the three: its number, by whom and since when. No person.</summary>
public sealed class RegisteredLine
{
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Partij { get; init; } = "";
    public Instant Sinds { get; init; }
}
