using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Datalekken;
using CotnvPga.Portal.Shell;
using NodaTime;

namespace CotnvPga.Portal.Mapping;

/// <summary>Writes out the register of breaches.</summary>
public sealed class BreachPages(CompiledConvenant convenant, Municipalities municipalities, Words words, IClock clock)
{
    private const string Kinds = "datalek_soort";
    private const string Acts = "datalek_regel";

    /// <summary>What can have happened.</summary>
    public IReadOnlyList<Choice> WhatHappened => List(Kinds);

    /// <summary>What can be done about it.</summary>
    public IReadOnlyList<Choice> WhatWasDone => List(Acts);

    /// <summary>A breach in words.</summary>
    public BreachView Of(Breach breach)
    {
        var (state, tone) = State(breach);
        return new BreachView(
            breach.Id,
            $"{municipalities.NameOf(new Municipality(breach.Municipality))}, nummer {breach.Number}",
            words.Reason(Kinds, breach.Kind),
            breach.DiscoveredAt.ToMomentText(),
            breach.ReportBefore.ToMomentText(),
            state,
            tone,
            breach.Description,
            breach.Consequences,
            breach.People is { } people ? $"{people}" : "nog niet bekend",
            [.. breach.Lines.Select(l => new BreachLineView(words.Reason(Acts, l.Kind), l.Text, l.At.ToMomentText()))]);
    }

    private (string State, string? Tone) State(Breach breach)
    {
        if (breach.IsDone)
            return ("Afgerond", null);
        if (breach.IsReported)
            return ("Besloten over melden", "actief");
        return clock.GetCurrentInstant() > breach.ReportBefore ? ("Te laat met melden", "laat") : ("Nog melden of beslissen", "let-op");
    }

    private List<Choice> List(string list) => [.. convenant.Process.Reasons[list].Select(r => new Choice(r.Code, r.Label, r.Explanation))];
}
