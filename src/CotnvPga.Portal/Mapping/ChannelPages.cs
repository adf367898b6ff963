using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Process;
using CotnvPga.Data.Sharing;
using CotnvPga.Domain.Sharing;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Delen;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>The ways in which a signal is passed on, in words. Found once a day: they follow from the rule data and the day alone.</summary>
public sealed class ChannelPages(CompiledConvenant convenant, ChannelFinder finder, SharingEditions editions, Words words, DutchClock clock)
{
    // With more exceptions than this, naming what there is reads better than what there is not.
    private const int MostExcepted = 3;

    private readonly Lock _lock = new();
    private readonly Dictionary<Edition, IReadOnlyList<ChannelLine>> _kept = new(ReferenceEqualityComparer.Instance);
    private LocalDate _day;

    /// <summary>Today in words.</summary>
    public string Today => clock.Today.ToDateText();

    /// <summary>Hash of the convenant.</summary>
    public string Hash => convenant.Hash;

    /// <summary>The ways as they are today, in the order of the process.</summary>
    /// <param name="municipality">Where; null for the national covenant alone.</param>
    public IReadOnlyList<ChannelLine> Lines(string? municipality)
    {
        var today = clock.Today;
        var edition = editions.Of(municipality, today);
        lock (_lock)
        {
            if (_day != today)
                _kept.Clear();
            _day = today;
            if (!_kept.TryGetValue(edition, out var lines))
                _kept[edition] = lines = [.. finder.On(edition, today).Select(Line)];
            return lines;
        }
    }

    private ChannelLine Line(Channel channel) => new(
        channel.Label,
        channel.Explanation,
        List(channel.Phases.Select(p => convenant.ShortLabelOf("fase", p))),
        channel.Givers.Count == 0 ? "Iedereen: inwoner, school, zorgverlener" : List(channel.Givers.Select(words.Party)),
        Openings(channel),
        [Manner(channel.Manner), .. channel.Tests.Select(t => $"Vastgelegd: {words.Fact(t)}")],
        words.Articles(channel.Grounds.Concat(channel.Opened.SelectMany(o => o.Grounds)).Distinct()),
        words.Certainty(channel.Certainty));

    /// <summary>Parties to whom the same becomes open stand together.</summary>
    private List<OpeningLine> Openings(Channel channel) =>
    [
        .. from party in channel.Opened.GroupBy(o => o.Party)
           let what = string.Join("; ", party.GroupBy(o => string.Join(", ", o.Categories)).Select(same => What([.. same.Select(o => o.Act)], same.First().Categories)))
           group party.Key by what into same
           select new OpeningLine(List(same.Select(words.Party)), same.Key),
    ];

    private string What(IReadOnlyList<string> acts, IReadOnlyList<string> categories)
    {
        var how = List(acts.Select(a => convenant.Vocabulary.Axis("handeling")!.Find(a)!.Phrase));
        if (categories.Count == 0)
            return how;
        var others = convenant.CodesOf("categorie").Except(categories).ToList();
        return (others.Count, categories.Count) switch
        {
            (0, _) => $"{how}: alles",
            ( <= MostExcepted, _) => $"{how}: alles, behalve {Names(others)}",
            _ => $"{how}: {Names(categories)}",
        };
    }

    private string Names(IEnumerable<string> categories) => string.Join(", ", categories.Select(c => Lower(words.Category(c))));

    private static string Manner(StepManner manner) => manner switch
    {
        StepManner.Samen => "De drie partijen besluiten samen",
        StepManner.TweePersonen => "Twee personen van dezelfde partij",
        StepManner.Proces => "Het proces doet dit vanzelf",
        _ => "Eén partij kan dit doen",
    };

    private static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} en {all[^1]}";
    }

    private static string Lower(string label) => $"{char.ToLowerInvariant(label[0])}{label[1..]}";
}
