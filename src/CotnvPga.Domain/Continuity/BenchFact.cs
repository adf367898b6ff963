using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Continuity;

/// <summary>How a function stands, without who works there: for the register of organisations.</summary>
/// <param name="Municipality">The municipality.</param>
/// <param name="Party">The party.</param>
/// <param name="Needed">How many people there should be.</param>
/// <param name="Available">How many could work today.</param>
/// <param name="People">How many there are.</param>
/// <param name="Trained">Of how many the training counts.</param>
/// <param name="Screened">Of how many screening and authorisation hold.</param>
public sealed record BenchFact(Municipality Municipality, Party Party, int Needed, int Available, int People, int Trained, int Screened)
{
    /// <summary>The facts of a bench.</summary>
    public static BenchFact Of(Bench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        return new BenchFact(bench.Municipality, bench.Party, bench.Needed, bench.Available, Accounts(bench, _ => true), Accounts(bench, s => s.IsTrained), Accounts(bench, s => s.CanWork));
    }

    private static int Accounts(Bench bench, Func<Seat, bool> fits) => bench.Seats.Where(fits).Select(s => s.Account).Distinct().Count();
}
