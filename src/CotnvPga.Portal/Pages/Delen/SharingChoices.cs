using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Delen;

/// <summary>What can be chosen in the question "Mag ik dit delen?": the vocabulary and the catalogue of the convenant.</summary>
public sealed class SharingChoices(CompiledConvenant convenant, Words words, Municipalities municipalities)
{
    /// <summary>The parties that share or receive.</summary>
    public IReadOnlyList<Choice> Parties { get; } = Of(convenant, "partij");

    /// <summary>The fields of the catalogue, under their category.</summary>
    public IReadOnlyList<Choice> Fields { get; } =
        [.. convenant.Fields.Values.Select(f => new Choice(f.Code, f.Label, Group: words.Category(f.Category)))];

    /// <summary>The categories, for what is not in the catalogue.</summary>
    public IReadOnlyList<Choice> Categories { get; } = Of(convenant, "categorie");

    /// <summary>The special natures.</summary>
    public IReadOnlyList<Choice> Natures { get; } = [.. Of(convenant, "bijzonder").Where(c => c.Value != Nature.Geen.Code())];

    /// <summary>Who can have supplied it.</summary>
    public IReadOnlyList<Choice> Suppliers { get; } = Of(convenant, "verstrekker");

    /// <summary>The ways in which it gets there.</summary>
    public IReadOnlyList<Choice> Ways { get; } = Of(convenant, "handeling");

    /// <summary>The phases.</summary>
    public IReadOnlyList<Choice> Phases { get; } =
        [.. convenant.CodesOf("fase").Select(c => new Choice(c, $"{convenant.ShortLabelOf("fase", c)}: {Lower(convenant.LabelOf("fase", c))}"))];

    /// <summary>The purposes.</summary>
    public IReadOnlyList<Choice> Purposes { get; } = Of(convenant, "doel");

    /// <summary>The roles of who gets it.</summary>
    public IReadOnlyList<Choice> Roles { get; } = [.. Of(convenant, "rol").Skip(1)];

    /// <summary>The municipalities whose covenant can hold.</summary>
    public IReadOnlyList<Choice> Municipalities { get; } = [.. municipalities.All.Select(m => new Choice(m.Code, m.Name))];

    /// <summary>The municipality for which this person acts first; null for a national party.</summary>
    public static string? OwnMunicipality(Actor actor) => actor.Memberships.Select(m => m.Municipality?.Code).OfType<string>().FirstOrDefault();

    /// <summary>The party for which this person acts first.</summary>
    public static string? OwnParty(Actor actor) => actor.Memberships is [var first, ..] ? first.Party.Code() : null;

    private static Choice[] Of(CompiledConvenant convenant, string axis) => [.. convenant.CodesOf(axis).Select(c => new Choice(c, convenant.LabelOf(axis, c)))];

    private static string Lower(string text) => $"{char.ToLowerInvariant(text[0])}{text[1..]}";
}
