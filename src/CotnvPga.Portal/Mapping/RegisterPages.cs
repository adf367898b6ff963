using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Landelijk;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>The register of organisations as people read it.</summary>
public sealed class RegisterPages(CompiledConvenant convenant, Municipalities municipalities, ContinuityRules rules, Words words, DutchClock clock)
{
    /// <summary>All municipalities, by region.</summary>
    public IReadOnlyList<RegisterRegion> Regions(IReadOnlyList<MunicipalAccession> accessions, IReadOnlyList<BenchFact> benches)
    {
        var declared = accessions.ToDictionary(a => a.Code, StringComparer.Ordinal);
        var functions = benches.ToLookup(b => b.Municipality.Code, StringComparer.Ordinal);
        return
        [
            .. municipalities.All.GroupBy(m => m.SafetyHouse, StringComparer.Ordinal)
                .OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new RegisterRegion(g.Key ?? "Zorg- en Veiligheidshuis niet bekend", [.. g.Select(m => Line(m, declared[m.Code], [.. functions[m.Code]]))])),
        ];
    }

    /// <summary>How many municipalities have what is asked, and never which are ahead.</summary>
    public static IReadOnlyList<string> Spread(IReadOnlyList<RegisterLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string Count(Func<RegisterLine, bool> has, string one, string many) => lines.Count(has) is var n && n == 1 ? $"1 van de {lines.Count} gemeenten {one}" : $"{n} van de {lines.Count} gemeenten {many}";
        return
        [
            Count(l => l.TakesPart, "is toegetreden.", "zijn toegetreden."),
            Count(l => l.IsStaffed, "heeft voor elk van de drie genoeg mensen.", "hebben voor elk van de drie genoeg mensen."),
            Count(l => l.AllTrained, "heeft iedereen opgeleid.", "hebben iedereen opgeleid."),
            Count(l => l.HasAgreement, "heeft afspraken met een Zorg- en Veiligheidshuis.", "hebben afspraken met een Zorg- en Veiligheidshuis."),
        ];
    }

    /// <summary>How one municipality stands.</summary>
    public RegisterLine Line(NamedMunicipality municipality, MunicipalAccession accession, IReadOnlyList<BenchFact> benches)
    {
        var history = accession.History;
        var (takesPart, local) = (history.TakesPart(clock.Today), history.VersionOn(clock.Today));
        // The three weigh, so that nothing goes on when one of them has nobody.
        var three = convenant.GroupOf("partij", "drie").Select(Codes.Known<Party>).Order().Select(p => (Party: p, Bench: benches.FirstOrDefault(b => b.Party == p))).ToList();
        var (people, trained, screened) = (benches.Sum(b => b.People), benches.Sum(b => b.Trained), benches.Sum(b => b.Screened));
        return new RegisterLine(
            municipality.Name,
            takesPart ? local is { } version ? $"Lokaal convenant {version.Version}" : "Modelconvenant, de strengste keuzes" : "Niet toegetreden",
            takesPart,
            local is not null,
            [.. three.Select(t => $"{words.Party(t.Party.Code())}: {t.Bench?.Available ?? 0} van {rules.Needed}")],
            three.All(t => t.Bench is { } bench && bench.Available >= bench.Needed),
            Of(trained, people),
            people > 0 && trained == people,
            Of(screened, people),
            people > 0 && screened == people,
            municipality.AgreedWithSafetyHouse is { } day ? $"Sinds {day.ToDateText()}" : "Geen afspraken bekend",
            municipality.AgreedWithSafetyHouse is not null);
    }

    private static string Of(int some, int all) => all == 0 ? "Niemand bekend" : some == all ? "Iedereen" : $"{some} van {all}";
}
