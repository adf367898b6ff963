using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Rules;

namespace CotnvPga.Convenant.Analysing;

/// <summary>What is open, then closed by nothing in particular, then open again; and days on which the vocabulary says that rules change and none does.</summary>
internal static class TimeGaps
{
    public static void Cells(Study study)
    {
        var cases = study.Cases;
        var told = new HashSet<(string, NodaTime.LocalDate, Rule?)>();
        var places = cases.Situations.Select((s, i) => (s, i)).GroupBy(s => s.s.Place, s => s.i);
        foreach (var place in places.Select(p => p.OrderBy(i => cases.Situations[i].Day).ToList()))
        {
            for (var part = 0; part < cases.Parts.Count; part++)
            {
                var open = place.ConvertAll(s => cases.Of(part, s) is { CanBeTried: true, Open.IsEmpty: false });
                var first = open.IndexOf(true);
                var gap = first < 0 ? -1 : open.IndexOf(false, first);
                var again = gap < 0 ? -1 : open.IndexOf(true, gap);
                if (again < 0 || cases.Of(part, place[gap]).Layers.Any(l => l.Standing(RuleKind.Verbod).Any()))
                    continue;
                var (from, until) = (cases.Situations[place[gap]].Day, cases.Situations[place[again]].Day);
                var rule = cases.Of(part, place[again]).Layers[0].Standing(RuleKind.Toestaan).FirstOrDefault();
                if (!told.Add((cases.Situations[place[gap]].Place, from, rule)))
                    continue;
                study.Warning(Finding.GapInTime, rule?.Place ?? study.Read.Places["perioden"], $"{rule?.Id} {from:yyyy-MM-dd}",
                    $"Van {from:yyyy-MM-dd} tot {until:yyyy-MM-dd} staat geen regel dit toe, en daarvoor en daarna wel. Laat de regels op elkaar aansluiten: 'tot' is de eerste dag waarop een regel niet meer geldt.",
                    study.Cell.Of(cases.Parts[part], cases.Situations[place[gap]]));
            }
        }
    }

    public static void Periods(Study study)
    {
        var days = study.Read.Book.Rules.SelectMany(r => new[] { r.Validity.From, r.Validity.Until }).OfType<NodaTime.LocalDate>()
            .Concat(study.Read.Book.Sources.Articles.SelectMany(a => new[] { a.Validity.From, a.Validity.Until }).OfType<NodaTime.LocalDate>()).ToHashSet();
        foreach (var day in study.Words.Periods.Skip(1).Where(d => !days.Contains(d)))
            study.Warning(Finding.PeriodWithoutChange, study.Read.Places[$"perioden/{day:yyyy-MM-dd}"], $"{day:yyyy-MM-dd}", $"Op {day:yyyy-MM-dd} begint volgens 'perioden' ander recht, en geen regel en geen artikel wisselt op die dag. Klopt de dag?");
    }
}
