using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CotnvPga.Data.Keys;
using NodaTime;

namespace CotnvPga.Data.Tickets;

/// <summary>Seals viewer tickets and shows them to the database for the rest of the transaction.</summary>
public sealed class TicketSealer(KeyFolder keys, IClock clock)
{
    private static readonly Duration Lifetime = Duration.FromMinutes(2);
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>When a ticket sealed now lapses, in seconds since 1970.</summary>
    internal long Until => clock.GetCurrentInstant().Plus(Lifetime).ToUnixTimeSeconds();

    /// <summary>A ticket as words, with their seal.</summary>
    internal (string Words, string Seal) Seal(Ticket ticket)
    {
        var words = JsonSerializer.Serialize(ticket, Options);
        return (words, Convert.ToHexStringLower(HMACSHA256.HashData(keys.TicketKey, Encoding.UTF8.GetBytes(words))));
    }

    /// <summary>A ticket for a question that takes it along and shows it for the rest of the transaction.</summary>
    internal (string Words, string Seal) ToTake(ZaakContext db, Ticket ticket)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A ticket holds for a transaction; there is none.");
        db.Shown = null;
        return Seal(ticket);
    }

    /// <summary>Shows the ticket: the next question of this transaction carries it along, and it holds until another one is shown.</summary>
    internal Task ShowAsync(ZaakContext db, Ticket ticket, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (db.Database.CurrentTransaction is not { } transaction)
            throw new InvalidOperationException("A ticket holds for a transaction; there is none.");
        var (words, seal) = Seal(ticket);
        db.Shown = new ShownTicket(words, seal, transaction.TransactionId);
        return Task.CompletedTask;
    }
}
