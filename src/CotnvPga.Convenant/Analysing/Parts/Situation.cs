using CotnvPga.Convenant.Rules;
using NodaTime;

namespace CotnvPga.Convenant.Analysing.Parts;

/// <summary>What holds somewhere in a stretch of days in which nothing changes.</summary>
/// <param name="Place">Where, in words; empty for everywhere.</param>
/// <param name="Day">The first of the days.</param>
/// <param name="Layers">The layers from high to low, with the rules that hold then.</param>
internal sealed record Situation(string Place, LocalDate Day, IReadOnlyList<LayerRules> Layers)
{
    /// <summary>All situations, day by day for each edition.</summary>
    public static List<Situation> Of(ReadConvenant read)
    {
        var words = read.Book.Vocabulary;
        var days = new SortedSet<LocalDate>(words.Periods);
        if (days.Count == 0)
            days.Add(LocalDate.MinIsoValue);
        foreach (var rule in read.Book.Rules)
        {
            if (rule.Validity.From is { } from)
                days.Add(from);
            if (rule.Validity.Until is { } until)
                days.Add(until);
        }
        return [.. read.Editions.SelectMany(edition => days
            .Where(day => edition.Validity.Includes(day) && (words.Periods.Count == 0 || day >= words.Periods[0]))
            .Select(day => new Situation(edition.Name, day, [.. edition.Book.Layers.Select(layer => On(layer, day))])))];
    }

    private static LayerRules On(LayerRules layer, LocalDate day) =>
        layer with { Rules = [.. layer.Rules.Where(rule => rule.Validity.Includes(day))] };
}
