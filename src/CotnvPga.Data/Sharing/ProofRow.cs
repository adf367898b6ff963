using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Sharing;

/// <summary>A row of <c>delen.bewijs</c>: a proof in codes. A set of what was missing is one text, its codes joined by a plus.</summary>
internal sealed class ProofRow
{
    public string Nummer { get; init; } = "";
    public Instant GemaaktOp { get; init; }
    public string Wie { get; init; } = "";
    public string Aan { get; init; } = "";
    public string? Rol { get; init; }
    public string? Gemeente { get; init; }
    public string Manier { get; init; } = "";
    public string Fase { get; init; } = "";
    public string Doel { get; init; } = "";
    public LocalDate Dag { get; init; }
    public string? Veld { get; init; }
    public string? Categorie { get; init; }
    public string? Bijzonder { get; init; }
    public string? Verstrekker { get; init; }
    public string[] Omstandigheden { get; init; } = [];
    public string Uitkomst { get; init; } = "";
    public string[] Ontbreekt { get; init; } = [];
    public string[] Grondslagen { get; init; } = [];
    public string Laag { get; init; } = "";
    public string Regel { get; init; } = "";
    public string Zekerheid { get; init; } = "";
    public string Uitleg { get; init; } = "";
    public string Hash { get; init; } = "";
    public string? Modelversie { get; init; }
    public string Uitgave { get; init; } = "";

    public ShareProof ToProof() => new(
        Nummer,
        GemaaktOp,
        new SharingQuestion(Wie, Aan, Rol, Gemeente, Manier, Fase, Doel, Dag, Categorie is null ? null : new SharedItem(Veld, Categorie, Bijzonder!, Verstrekker!), Omstandigheden.ToHashSet()),
        Codes.Known<Outcome>(Uitkomst),
        [.. Ontbreekt.Select(set => (IReadOnlyList<string>)set.Split('+'))],
        Grondslagen,
        Laag,
        Regel,
        Zekerheid,
        Uitleg,
        Hash,
        Modelversie,
        Uitgave);
}
