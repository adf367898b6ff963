using CotnvPga.Convenant;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>What can be chosen when an item is recorded: the catalogue and the vocabulary of the convenant.</summary>
public sealed class ItemChoices(CompiledConvenant convenant, Words words)
{
    /// <summary>The laws on which police and prosecutor supply.</summary>
    public static readonly Choice[] Laws = [new("wpg", "Wet politiegegevens"), new("wjsg", "Wet justitiële en strafvorderlijke gegevens")];

    /// <summary>What somebody believes is asked last, so that nobody begins with it.</summary>
    private const string Late = "Overtuiging: pas later, en alleen als het niet anders kan";

    private static readonly string[] Beliefs = [Nature.Politiek.Code(), Nature.Religie.Code()];

    /// <summary>All fields, under their category, each with what it asks beside it.</summary>
    public IEnumerable<Choice> Fields(IReadOnlyDictionary<string, string> asked) =>
        convenant.Fields.Values
            .OrderBy(f => Beliefs.Contains(f.Nature))
            .Select(f => new Choice(f.Code, f.Label, Group: Beliefs.Contains(f.Nature) ? Late : words.Category(f.Category), Asks: asked.GetValueOrDefault(f.Code)));

    /// <summary>Who can have supplied an item.</summary>
    public IReadOnlyList<Choice> Suppliers { get; } = [.. convenant.CodesOf("verstrekker").Select(c => new Choice(c, words.Supplier(c)))];

    /// <summary>Why an item can ask for extra care.</summary>
    public IReadOnlyList<Choice> ExtraCare { get; } = [.. convenant.Process.Reasons["extra_zorg"].Select(r => new Choice(r.Code, r.Label))];

    /// <summary>On which grounds a carer shares something.</summary>
    public IReadOnlyList<Choice> CareGrounds { get; } = [.. convenant.Process.Reasons["zorggrond"].Select(r => new Choice(r.Code, r.Label))];

    /// <summary>Fact or opinion.</summary>
    public IReadOnlyList<Choice> FactOrOpinion { get; } = OfList(convenant, "feit_of_mening");

    /// <summary>Kinds of source.</summary>
    public IReadOnlyList<Choice> Sources { get; } = OfList(convenant, "bron");

    /// <summary>How reliable it is.</summary>
    public IReadOnlyList<Choice> Reliabilities { get; } = OfList(convenant, "betrouwbaarheid");

    /// <summary>Whether anything is known.</summary>
    public IReadOnlyList<Choice> States { get; } = OfList(convenant, "stand");

    /// <summary>Worded examples of why something is needed, under the category (or nature) that they fit.</summary>
    public IReadOnlyList<Choice> Necessities { get; } =
    [
        .. convenant.CodesOf("categorie")
            .SelectMany(category => (convenant.Process.Reasons.GetValueOrDefault($"noodzaak_{category}") ?? [])
                .Select(r => new Choice(r.Explanation, r.Label, Group: words.Category(category)))),
    ];

    private static Choice[] OfList(CompiledConvenant convenant, string list) => [.. convenant.Process.Reasons[list].Select(r => new Choice(r.Code, r.Label))];

    /// <summary>The special natures.</summary>
    public IReadOnlyList<Choice> Natures { get; } =
        [.. convenant.CodesOf("bijzonder").Where(c => c != Nature.Geen.Code()).Select(c => new Choice(c, convenant.LabelOf("bijzonder", c)))];
}
