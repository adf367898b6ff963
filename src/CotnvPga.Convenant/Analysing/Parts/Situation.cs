using CotnvPga.Convenant.Rules;
using NodaTime;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>What holds somewhere in a stretch of days in which nothing changes.</summary>
/// <param name="Edition">Number of the edition; null where nobody chose this yet.</param>
/// <param name="Place">Where, in words; empty for everywhere.</param>
/// <param name="Day">The first of the days.</param>
/// <param name="Layers">The layers from high to low, with the rules that hold then.</param>
internal sealed record Situation(int? Edition, string Place, LocalDate Day, IReadOnlyList<LayerRules> Layers)
{
    /// <summary>All situations, day by day for each edition and for what a municipality may still choose.</summary>
    public static List<Situation> Of(ReadConvenant read)
    {
        var words = read.Book.Vocabulary;
        var days = new SortedSet<LocalDate>(words.Periods);
        if (days.Count == 0)
            days.Add(LocalDate.MinIsoValue);
        foreach (var day in read.Book.Rules.SelectMany(r => new[] { r.Validity.From, r.Validity.Until }).Concat(read.Covenants.Locals.Select(l => l.Validity.From)))
        {
            if (day is { } found)
                days.Add(found);
        }
        if (words.Periods.Count > 0)
            days.RemoveWhere(day => day < words.Periods[0]);
        var situations = new List<Situation>();
        foreach (var edition in read.Editions)
        {
            // A running case may stay under an old version, so a version has a beginning and no end here.
            var from = edition.Local?.Validity.From ?? LocalDate.MinIsoValue;
            var place = edition.Local is { } local ? $"{local.Name} ({local.Version})" : edition.Municipality ?? "";
            situations.AddRange(days.Where(day => day >= from).Select(day => new Situation(edition.Index, place, day, [.. edition.Rules.Layers.Select(l => On(l, day))])));
        }
        foreach (var (code, value) in Unchosen(read))
        {
            var chosen = new Dictionary<string, string>(read.Editions[0].Choices, StringComparer.Ordinal) { [code] = value };
            var layers = read.Book.Layers.Select(l => l.Only(rule => rule.Scope.Holds(null, null, chosen))).ToList();
            situations.AddRange(days.Select(day => new Situation(null, $"een gemeente die bij '{code}' kiest voor {value}", day, [.. layers.Select(l => On(l, day))])));
        }
        return situations;
    }

    /// <summary>What rules wait for and no municipality chose yet: it must be as right as what was chosen.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Unchosen(ReadConvenant read) =>
        read.Book.Rules.SelectMany(r => r.Scope.Choices).Distinct()
            .Where(c => read.Editions.All(e => e.Choices.GetValueOrDefault(c.Key) != c.Value));

    private static LayerRules On(LayerRules layer, LocalDate day) => layer with
    {
        Rules = [.. layer.Rules.Where(rule => rule.Validity.Includes(day))],
        Claims = [.. layer.Claims.Where(rule => rule.Validity.Includes(day))],
    };
}
