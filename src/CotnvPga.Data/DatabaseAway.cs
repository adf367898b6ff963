using Npgsql;

namespace CotnvPga.Data;

/// <summary>Tells a database that is away for a moment, or has just become another, from a fault of ours.</summary>
public sealed class DatabaseAway(NpgsqlDataSource database)
{
    // Asked of a server that is no longer the primary, or by the pooler that had no server to give.
    private static readonly HashSet<string> States = ["25006", "57P01", "57P02", "57P03", "08P01"];

    /// <summary>Whether asking again in a moment may well succeed.</summary>
    public static bool Is(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is PostgresException told && States.Contains(told.SqlState))
                return true;
            if (fault is NpgsqlException { IsTransient: true })
                return true;
        }
        return false;
    }

    /// <summary>Lets go of the connections that were kept: of a server that went away each would fail once more, to somebody else.</summary>
    public void ForgetConnections()
    {
        database.Clear();
        NpgsqlConnection.ClearAllPools();
    }
}
