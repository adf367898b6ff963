using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Domain.Matrix;

/// <summary>The days on which what holds in a municipality begins to differ, with what happens: the steps of a slider.</summary>
public static class ChangeDays
{
    /// <summary>The days, ascending.</summary>
    /// <param name="convenant">The rule data.</param>
    /// <param name="municipality">The municipality; null for the national covenant alone.</param>
    public static IReadOnlyList<ChangeDay> Of(CompiledConvenant convenant, string? municipality)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        var days = new SortedDictionary<LocalDate, string>();
        foreach (var day in convenant.Vocabulary.Periods)
            days[day] = "Nieuwe periode van recht";
        foreach (var rule in convenant.Rules.Rules)
        {
            foreach (var day in new[] { rule.Validity.From, rule.Validity.Until }.OfType<LocalDate>())
                days.TryAdd(day, "Een regel verandert");
        }
        foreach (var text in convenant.Covenants.Texts.Where(t => t.Validity.From is not null))
            days[text.Validity.From!.Value] = $"Modelconvenant {text.Version}";
        foreach (var edition in convenant.Editions.Where(e => e.Municipality is not null && e.Municipality == municipality))
            Add(days, edition);
        return [.. days.Select(d => new ChangeDay(d.Key, d.Value))];
    }

    private static void Add(SortedDictionary<LocalDate, string> days, Edition edition)
    {
        if (edition.Local is not { } local)
            return;
        if (local.Validity.From is { } from)
            days[from] = $"{local.Name} {local.Version}";
        if (local.Validity.Until is { } until)
            days.TryAdd(until, $"{local.Name} {local.Version} eindigt");
    }
}

/// <summary>A day on which something changes.</summary>
/// <param name="Day">The first day of the change.</param>
/// <param name="What">What changes, in words.</param>
public sealed record ChangeDay(LocalDate Day, string What);
