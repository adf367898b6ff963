using System.Collections.Frozen;
using CotnvPga.Convenant;
using CotnvPga.Data.Convenants;
using CotnvPga.Domain.Accession;
using NodaTime;
using Npgsql;

namespace CotnvPga.Data.Accession;

/// <summary>
/// Which covenant was signed where. Answers from a copy of all declarations that is read again when it is half a minute old, so that access
/// follows an accession or a leaving within a minute and a request costs no query.
/// </summary>
public sealed class AccessionBook(NpgsqlDataSource database, CompiledConvenant convenant, IClock clock) : IAccessions
{
    private static readonly Duration Freshness = Duration.FromSeconds(30);

    private readonly Lock _reading = new();
    private volatile Copy? _copy;

    /// <summary>Whether the municipality acceded to the version of its local covenant that is in force on this day, and did not leave since.</summary>
    /// <exception cref="NpgsqlException">The copy is too old and the database cannot be read.</exception>
    public bool Holds(string municipality, LocalDate day) =>
        HistoryOf(municipality).VersionOn(day) is { } signed && signed == convenant.EditionOf(municipality, day).Local;

    /// <summary>What a municipality declared.</summary>
    public AccessionHistory HistoryOf(string municipality)
    {
        var known = Fresh();
        return known.TryGetValue(municipality, out var history) ? history : new AccessionHistory([], LocalsOf(municipality));
    }

    /// <summary>Lets the next question read the declarations again.</summary>
    internal void Forget() => _copy = null;

    private FrozenDictionary<string, AccessionHistory> Fresh()
    {
        if (_copy is { } copy && IsFresh(copy))
            return copy.Histories;
        lock (_reading)
        {
            if (_copy is { } readMeanwhile && IsFresh(readMeanwhile))
                return readMeanwhile.Histories;
            var read = new Copy(clock.GetCurrentInstant(), Read());
            _copy = read;
            return read.Histories;
        }
    }

    private bool IsFresh(Copy copy) => clock.GetCurrentInstant() - copy.ReadAt is var age && age >= Duration.Zero && age < Freshness;

    private FrozenDictionary<string, AccessionHistory> Read()
    {
        using var command = database.CreateCommand(
            "select gemeente, nummer, soort, versie, modelversie, ondertekenaar, functie, mandaat, datum, convenant, op from toetreding.verklaring order by gemeente, nummer");
        using var reader = command.ExecuteReader();
        var declarations = new List<Declaration>();
        while (reader.Read())
            declarations.Add(Declaration(reader));
        return declarations.GroupBy(d => d.Municipality, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => new AccessionHistory([.. g], LocalsOf(g.Key)), StringComparer.Ordinal);
    }

    private static Declaration Declaration(NpgsqlDataReader row) => new DeclarationRow
    {
        Gemeente = row.GetString(0),
        Nummer = row.GetInt32(1),
        Soort = row.GetString(2),
        Versie = row.IsDBNull(3) ? null : row.GetString(3),
        Modelversie = row.IsDBNull(4) ? null : row.GetString(4),
        Ondertekenaar = row.GetString(5),
        Functie = row.GetString(6),
        Mandaat = row.GetString(7),
        Datum = row.GetFieldValue<LocalDate>(8),
        Convenant = row.GetString(9),
        Op = row.GetFieldValue<Instant>(10),
    }.ToDeclaration();

    private List<Convenant.Clauses.LocalCovenant> LocalsOf(string municipality) => [.. convenant.Covenants.Locals.Where(l => l.Municipality == municipality)];

    private sealed record Copy(Instant ReadAt, FrozenDictionary<string, AccessionHistory> Histories);
}
