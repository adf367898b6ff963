using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CotnvPga.Data.Tickets;

/// <summary>
/// Lets a ticket that was shown travel with the next question, in the same round trip and just before it. What changes rows through EF is
/// counted statement by statement, so there the ticket goes first, alone.
/// </summary>
internal sealed class TicketCarrier : DbCommandInterceptor
{
    private const string Show = "select set_config('pga.kaartje', @pga_kaartje, true), set_config('pga.zegel', @pga_zegel, true)";
    private const string First = $"{Show};\n";

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.SaveChanges)
            await ShowFirstAsync(command, eventData, cancellationToken);
        else if (Take(eventData) is { } ticket)
        {
            Add(command, ticket);
            command.CommandText = First + command.CommandText;
        }
        return result;
    }

    public override async ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        // Past the answer to the showing itself.
        if (command.CommandText.StartsWith(First, StringComparison.Ordinal))
            await result.NextResultAsync(cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await ShowFirstAsync(command, eventData, cancellationToken);
        return result;
    }

    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await ShowFirstAsync(command, eventData, cancellationToken);
        return result;
    }

    // A question that does not wait for its answer would pass the ticket by.
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        throw new NotSupportedException("Ask the case database asynchronously.");

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Ask the case database asynchronously.");

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result) =>
        throw new NotSupportedException("Ask the case database asynchronously.");

    private static async Task ShowFirstAsync(DbCommand command, CommandEventData eventData, CancellationToken cancel)
    {
        if (Take(eventData) is not { } ticket)
            return;
        await using var show = command.Connection!.CreateCommand();
        show.Transaction = command.Transaction;
        show.CommandText = Show;
        Add(show, ticket);
        await show.ExecuteNonQueryAsync(cancel);
    }

    private static ShownTicket? Take(CommandEventData eventData) => (eventData.Context as ZaakContext)?.TakeTicket();

    private static void Add(DbCommand command, ShownTicket ticket)
    {
        command.Parameters.Add(new NpgsqlParameter("pga_kaartje", ticket.Words));
        command.Parameters.Add(new NpgsqlParameter("pga_zegel", ticket.Seal));
    }
}

/// <summary>A sealed ticket that the database must see before the next question of its transaction.</summary>
internal sealed record ShownTicket(string Words, string Seal, Guid Transaction);
