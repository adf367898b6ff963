using System.Collections.Frozen;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Identity.Memberships;

/// <summary>In which roles somebody can be a member, and for which parties a membership is bound to one municipality.</summary>
/// <remarks>Only what may be registered. What a member may see or do is said by the rule data in <c>convenant/</c>.</remarks>
public static class MembershipRoles
{
    /// <summary>All roles.</summary>
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "coordinator",
        "plaatsvervanger",
        "lid",
        "weegploeglid",
        "deelnemer",
        "procesregisseur",
        "adviseur",
        "compliance",
        "analist",
        "leiding",
        "rapportage",
        "fg",
        "commissie",
        "auditor",
        "beheer");

    private static readonly FrozenDictionary<Party, Reach> Reaches = new Dictionary<Party, Reach>
    {
        [Party.Burgemeester] = Reach.OneMunicipality,
        [Party.College] = Reach.OneMunicipality,
        [Party.Politie] = Reach.OneMunicipality,
        [Party.Om] = Reach.OneMunicipality,
        [Party.Reclassering] = Reach.OneMunicipality,
        [Party.Rvdk] = Reach.OneMunicipality,
        [Party.Fg] = Reach.OneMunicipality,
        [Party.Nctv] = Reach.National,
        [Party.Rac] = Reach.National,
        [Party.Auditor] = Reach.National,
        [Party.Beheer] = Reach.National,
        [Party.Landelijk] = Reach.National,
    }.ToFrozenDictionary();

    /// <summary>
    /// How far a membership of this party reaches; null when nobody can be a member of it: guests (wet-pga:3.3) have no
    /// account's access to a case, and the parties of another municipality are derived per case.
    /// </summary>
    public static Reach? ReachOf(Party party) => Reaches.TryGetValue(party, out var reach) ? reach : null;
}

/// <summary>How far a membership reaches.</summary>
public enum Reach
{
    OneMunicipality,
    National,
}
