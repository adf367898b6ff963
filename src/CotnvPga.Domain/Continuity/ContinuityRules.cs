using CotnvPga.Convenant.Process;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Continuity;

/// <summary>Who arranges that work goes on in a municipality, and the numbers that people chose for it (chapter 12 of the model covenant).</summary>
public sealed class ContinuityRules(ProcessModel process)
{
    /// <summary>The articles that it rests on.</summary>
    public IReadOnlyList<string> Grounds => process.Terms["bezetting"].Grounds;

    /// <summary>How many people a function needs.</summary>
    public int Needed => process.Terms["bezetting"].Value;

    /// <summary>Whether this person arranges deputies, help and access in a municipality.</summary>
    public bool MayArrange(Actor actor, Municipality municipality, LocalDate day) =>
        actor.Memberships.Any(m => m.Municipality == municipality && m.IsInForce(day) && Arranges(m.Party, m.Role));

    /// <summary>Whether members of this party in this role arrange it.</summary>
    public bool Arranges(Party party, string role) => process.Memberships.TryGetValue(party.Code(), out var membership) && membership.Arranges.Contains(role);

    /// <summary>The municipalities in which this person arranges it.</summary>
    public IReadOnlyList<Municipality> ArrangedBy(Actor actor, LocalDate day) =>
        [.. actor.Memberships.Select(m => m.Municipality).OfType<Municipality>().Distinct().Where(m => MayArrange(actor, m, day))];

    /// <summary>Whether a party works on cases: it can begin one. Who reviews or reports has a task of its own.</summary>
    public bool IsFunction(Party party) => process.Starts.Any(s => s.Parties.Contains(party.Code()));

    /// <summary>The refusal for who does not arrange it.</summary>
    public NotAllowed NotArranged() => new("Dit regelt de coördinator van de burgemeester, of diens plaatsvervanger.", Grounds, []);

    /// <summary>The last day that a deputy may stand in, from a first day.</summary>
    public LocalDate LongestDeputy(LocalDate from) => from.PlusMonths(process.Terms["vervangen"].Value);

    /// <summary>The last day that somebody may be lent, from a first day.</summary>
    public LocalDate LongestLoan(LocalDate from) => from.PlusMonths(process.Terms["achtervang"].Value);

    /// <summary>The review of access that a day falls in: each quarter, to be done within a term.</summary>
    public AccessReview ReviewOn(LocalDate day)
    {
        var begin = new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
        return new AccessReview(begin, begin.PlusDays(process.Terms["toegang_nagaan"].Value));
    }

    /// <summary>The day on which somebody who last used an account on a day is told that it will end.</summary>
    public LocalDate WarnsOn(LocalDate lastUsed) => EndsOn(lastUsed).PlusDays(-WarningDays);

    /// <summary>The day on which the account then ends.</summary>
    public LocalDate EndsOn(LocalDate lastUsed) => lastUsed.PlusDays(process.Terms["account_ongebruikt"].Value);

    /// <summary>How many days somebody is told beforehand.</summary>
    public int WarningDays => process.Terms["account_waarschuwen"].Value;
}

/// <summary>The review of access of one quarter.</summary>
/// <param name="Quarter">Its first day; who was a member before that day is reviewed.</param>
/// <param name="Due">The last day to do it.</param>
public sealed record AccessReview(LocalDate Quarter, LocalDate Due)
{
    /// <summary>How people call it, such as "4e kwartaal 2026".</summary>
    public string Label => $"{((Quarter.Month - 1) / 3) + 1}e kwartaal {Quarter.Year}";

    /// <summary>Whether a membership that began on a day is reviewed in it.</summary>
    public bool Covers(LocalDate begin) => begin < Quarter;
}
