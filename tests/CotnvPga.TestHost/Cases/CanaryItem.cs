using System.Collections.Immutable;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.TestHost.Cases;

/// <summary>The test's own account of one recorded item: its token, and for whom what was motivated.</summary>
public sealed record CanaryItem(
    ItemId Id, string Token, string Field, Category Category, Nature Nature, Supplier Supplier, string? Gate, bool Shielded,
    ImmutableHashSet<Party> NeededFor, ImmutableHashSet<Party> SpecialFor)
{
    public CanaryItem Needed(Party party, bool ordinary, bool special) => this with
    {
        NeededFor = ordinary ? NeededFor.Add(party) : NeededFor.Remove(party),
        SpecialFor = special ? SpecialFor.Add(party) : SpecialFor.Remove(party),
    };

    /// <summary>The question that law and covenants ask about this item for one party.</summary>
    public Question Question(Party party, Act act, Purpose purpose, Phase phase, string role, LocalDate day, IReadOnlySet<string> viewerCircumstances)
    {
        var circumstances = viewerCircumstances.ToHashSet(StringComparer.Ordinal);
        if (NeededFor.Contains(party))
            circumstances.Add("noodzakelijk");
        if (SpecialFor.Contains(party))
            circumstances.Add("noodzakelijk_bijzonder");
        if (Gate is not null)
            circumstances.Add($"grondslag_{Gate}");
        if (Shielded)
            circumstances.Add("zwaarwegende_redenen");
        return new Question("gegeven", new Dictionary<string, string>
        {
            ["partij"] = party.Code(),
            ["handeling"] = act.Code(),
            ["doel"] = purpose.Code(),
            ["fase"] = phase.Code(),
            ["categorie"] = Category.Code(),
            ["bijzonder"] = Nature.Code(),
            ["verstrekker"] = Supplier.Code(),
            ["rol"] = role,
        }, day, circumstances);
    }

    /// <summary>The item as a recorder sends it.</summary>
    public NewItem AsSent(LocalDate today)
    {
        var special = SpecialFor.Count > 0;
        return new NewItem(
            Field, Token, null, Nature.Code(), Supplier.Code(), null, null,
            [.. NeededFor.Select(p => new PartyNecessity(p.Code(), "Nodig voor de taak.", special && SpecialFor.Contains(p) ? "Ook het bijzondere." : null))],
            Gate is null ? null : new NewGate(Gate, "18", "Bevoegd gezag", today));
    }
}
