using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Sharing;

/// <summary>The question "Mag ik dit delen?" in codes of the vocabulary, without a case and without a person.</summary>
/// <param name="Sharer">The party that shares.</param>
/// <param name="Receiver">The party that gets it; who shares itself when something is recorded.</param>
/// <param name="Role">The role of who gets it; null when nobody said, or where roles make no difference.</param>
/// <param name="Municipality">The municipality whose covenant holds; null for the national one alone.</param>
/// <param name="Act">How the receiver gets it.</param>
/// <param name="Phase">The phase of the case.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Day">The day.</param>
/// <param name="Item">What is shared; null for a seat at the table.</param>
/// <param name="Circumstances">The circumstances that hold.</param>
public sealed record SharingQuestion(
    string Sharer,
    string Receiver,
    string? Role,
    string? Municipality,
    string Act,
    string Phase,
    string Purpose,
    LocalDate Day,
    SharedItem? Item,
    IReadOnlySet<string> Circumstances)
{
    /// <summary>The same as a question to the engine.</summary>
    /// <param name="edition">What holds in the municipality.</param>
    public Question ToQuestion(Edition edition) => Ask(Receiver, Role, Act, edition);

    /// <summary>Whether who shares may see the item itself, in a role; null when it is its own item, or when nothing is passed on.</summary>
    public Question? ToOwnSight(string? role, Edition edition) =>
        Item is null || Item.Supplier == Sharer || Receiver == Sharer ? null : Ask(Sharer, role, Vocabulary.Act.Raadplegen.Code(), edition);

    private Question Ask(string party, string? role, string act, Edition edition)
    {
        var codes = new Dictionary<string, string> { ["partij"] = party, ["handeling"] = act, ["doel"] = Purpose, ["fase"] = Phase };
        if (Item is not null)
            (codes["categorie"], codes["bijzonder"], codes["verstrekker"]) = (Item.Category, Item.Nature, Item.Supplier);
        if (role is not null)
            codes["rol"] = role;
        return new Question(Item is null ? "overleg" : "gegeven", codes, Day, Circumstances, Edition: edition);
    }
}

/// <summary>What is shared.</summary>
/// <param name="Field">Code of the field; null when only a category was chosen.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Nature">Code of the special nature.</param>
/// <param name="Supplier">Code of who supplied it.</param>
public sealed record SharedItem(string? Field, string Category, string Nature, string Supplier);
