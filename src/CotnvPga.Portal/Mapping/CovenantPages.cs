using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Convenanten;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>The covenants as people read them.</summary>
public sealed class CovenantPages(SharingEditions editions, Municipalities municipalities, Words words)
{
    /// <summary>The national covenant and every municipality, as they stand on a day.</summary>
    public IReadOnlyList<CovenantLine> Lines(LocalDate day) => [.. municipalities.All.Select(m => Line(m, editions.Of(m.Code, day)))];

    /// <summary>The chapters that hold on a day, the addenda of the municipality last.</summary>
    public IReadOnlyList<ChapterView> Chapters(Edition edition, LocalDate day)
    {
        var clauses = edition.Clauses.Where(c => c.Validity.Includes(day)).ToList();
        var chapters = clauses.Where(c => c.Municipality is null).GroupBy(c => c.Chapter).OrderBy(c => c.Key)
            .Select(c => new ChapterView($"hoofdstuk-{c.Key}", $"{c.Key} {c.First().ChapterTitle}", [.. c.Select(clause => View(clause, edition))]));
        var local = clauses.Where(c => c.Municipality is not null).Select(c => View(c, edition)).ToList();
        return [.. chapters, .. local.Count > 0 ? new[] { new ChapterView("lokaal", $"Aanvullingen van {edition.Local!.Name}", local) } : []];
    }

    private static CovenantLine Line(NamedMunicipality municipality, Edition edition) => edition.Local is { } local
        ? new CovenantLine(municipality.Code, municipality.Name, $"Lokaal convenant {local.Version}", true, Days(local.Validity))
        : new CovenantLine(municipality.Code, municipality.Name, "Geen lokaal convenant", false, "Hier gelden de wet en het modelconvenant met de strengste keuzes.");

    private ClauseView View(Clause clause, Edition edition) => new(
        $"artikel-{clause.Id.Replace(':', '-').Replace('.', '-')}",
        $"{clause.Number} {clause.Title}",
        ClauseText.Of(clause, edition),
        clause.Nature == ClauseNature.Hard,
        words.Certainty(clause.Certainty.Code()),
        words.Articles(clause.Grounds.Where(g => g != clause.Id)),
        clause.Choice is { } choice ? Chosen(choice, edition) : null,
        clause.OpenTerm ? string.Join(", ", clause.MustRecord.Select(words.Fact)) : null,
        clause.Trial is { } trial ? $"Proef, {Days(trial.Validity)}. Vraag: {trial.Question}" : null,
        clause.Examples,
        [.. edition.Rules.Rules.Where(r => r.Clause == clause.Id).Select(r => r.Explanation)]);

    private static string Chosen(Choice choice, Edition edition)
    {
        var bounds = choice.Kind == ChoiceKind.JaNee ? "ja of nee" : $"{choice.From} tot en met {choice.To} {choice.Unit}".TrimEnd();
        var by = edition.Local is { } local && local.Choices.ContainsKey(choice.Code) ? $"gekozen door {local.Name}" : "niet gekozen, dus de strengste";
        return $"{choice.Question} {Value(choice, edition.Choices[choice.Code])} ({by}). Mogelijk is {bounds}; zonder keuze geldt {Value(choice, choice.Strictest)}.";
    }

    private static string Value(Choice choice, string value) => choice.Kind == ChoiceKind.JaNee || choice.Unit.Length == 0 ? value : $"{value} {choice.Unit}";

    private static string Days(Validity validity) => (validity.From, validity.Until) switch
    {
        ({ } from, { } until) => $"van {from.ToDateText()} tot {until.ToDateText()}",
        ({ } from, null) => $"vanaf {from.ToDateText()}",
        (null, { } until) => $"tot {until.ToDateText()}",
        _ => "altijd",
    };
}
