using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Editions;
using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Data.Convenants;

/// <summary>
/// Under which covenant a case is decided: that of its municipality, once it is signed; until then the law and the national
/// covenant with the strictest choices.
/// </summary>
public sealed class CaseEditions(CompiledConvenant convenant, IAccessions accessions)
{
    /// <summary>What holds in a municipality on a day.</summary>
    public Edition Now(string municipality, LocalDate day) =>
        accessions.Holds(municipality, day) ? convenant.EditionOf(municipality, day) : convenant.WithoutLocal(municipality);

    /// <summary>What holds for a case: the covenant of today, or the one it was opened under where that of today leaves running cases alone (<c>lopende_zaken</c>).</summary>
    public Edition Of(SignalState state, LocalDate day) => Of(state.Municipality.Code, state.OpenedUnder, day);

    /// <summary>The same, for a case of which only the municipality and the covenant it was opened under are known.</summary>
    public Edition Of(string municipality, string openedUnder, LocalDate day)
    {
        var now = Now(municipality, day);
        if (now.Local is not { RunningCases: RunningCases.OudeVersie })
            return now;
        return convenant.Editions.FirstOrDefault(e => e.Municipality == municipality && e.Key == openedUnder) ?? convenant.WithoutLocal(municipality);
    }
}
