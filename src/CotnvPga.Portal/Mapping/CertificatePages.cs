using CotnvPga.Convenant;
using CotnvPga.Data.Retention;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Vernietigingen;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Writes out what is left of destroyed cases.</summary>
public sealed class CertificatePages(CompiledConvenant convenant, SignalLifecycle lifecycle, Municipalities municipalities, Words words, DutchClock clock, IActors actors)
{
    /// <summary>A destruction in words. Who acted is named: officials answer for what they destroy.</summary>
    public async Task<CertificateRow> OfAsync(DestructionCertificate made, CancellationToken cancel)
    {
        var people = new List<string>();
        foreach (var account in made.Door)
            people.Add((await actors.FindAsync(new AccountId(account), cancel))?.DisplayName ?? "een account dat niet meer bestaat");
        var step = lifecycle.Step(made.Stap);
        return new CertificateRow(
            made.Nummer,
            municipalities.NameOf(new Municipality(made.Gemeente)),
            clock.DayOf(made.GeopendOp).ToDateText(),
            clock.DayOf(made.Op).ToDateText(),
            $"{step?.Label ?? made.Stap}, na de fase {convenant.ShortLabelOf("fase", made.Van).ToLowerInvariant()}",
            step is null ? "" : words.Articles(step.Grounds),
            made.Aantal,
            made.Partij is null ? "Het systeem, omdat de bewaartermijn om was" : $"{words.Party(made.Partij)}: {string.Join(" en ", people.Order(StringComparer.CurrentCulture))}");
    }
}
