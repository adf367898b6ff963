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

    /// <summary>All fields, under their category, each with what it asks beside it.</summary>
    public IEnumerable<Choice> Fields(IReadOnlyDictionary<string, string> asked) =>
        convenant.Fields.Values.Select(f => new Choice(f.Code, f.Label, Group: words.Category(f.Category), Asks: asked.GetValueOrDefault(f.Code)));

    /// <summary>Who can have supplied an item.</summary>
    public IReadOnlyList<Choice> Suppliers { get; } = [.. convenant.CodesOf("verstrekker").Select(c => new Choice(c, words.Supplier(c)))];

    /// <summary>Why an item can ask for extra care.</summary>
    public IReadOnlyList<Choice> ExtraCare { get; } = [.. convenant.Process.Reasons["extra_zorg"].Select(r => new Choice(r.Code, r.Label))];

    /// <summary>On which grounds a carer shares something.</summary>
    public IReadOnlyList<Choice> CareGrounds { get; } = [.. convenant.Process.Reasons["zorggrond"].Select(r => new Choice(r.Code, r.Label))];

    /// <summary>The special natures.</summary>
    public IReadOnlyList<Choice> Natures { get; } =
        [.. convenant.CodesOf("bijzonder").Where(c => c != Nature.Geen.Code()).Select(c => new Choice(c, convenant.LabelOf("bijzonder", c)))];
}
