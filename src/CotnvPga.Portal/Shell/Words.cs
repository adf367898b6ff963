using CotnvPga.Convenant;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Portal.Shell;

/// <summary>The codes of the convenant in words for people. Every name comes from the convenant's own data.</summary>
public sealed class Words(CompiledConvenant convenant)
{
    private const string SecondPerson = "tweede_persoon";

    /// <summary>Name of a party, such as "Politie".</summary>
    public string Party(string code) => convenant.ShortLabelOf("partij", code);

    /// <summary>Name of who supplied an item.</summary>
    public string Supplier(string code) => convenant.ShortLabelOf("verstrekker", code);

    /// <summary>Name of a category of items.</summary>
    public string Category(string code) => convenant.LabelOf("categorie", code);

    /// <summary>Name of a special nature; null when there is none.</summary>
    public string? Nature(string code) => code == Domain.Vocabulary.Nature.Geen.Code() ? null : convenant.ShortLabelOf("bijzonder", code);

    /// <summary>Short name of a phase.</summary>
    public string Phase(Phase phase) => convenant.ShortLabelOf("fase", phase.Code());

    /// <summary>How sure a reading of the law is.</summary>
    public string Certainty(string code) => code.Replace('_', ' ');

    /// <summary>A fact that a step asks for: its code as words.</summary>
    public string Fact(string code) => code.Replace('_', ' ');

    /// <summary>Name of a party that must agree, or of the second person.</summary>
    public string PartyOrSecondPerson(string code) => code == SecondPerson ? "een tweede persoon van uw partij" : Party(code);

    /// <summary>Whether a step asks for an explanation of its own.</summary>
    public bool NeedsExplanation(string step) => convenant.Process.Steps.First(s => s.Code == step).Needs.Contains("toelichting");

    /// <summary>Name of a reason in a closed list; the code itself when the list does not have it any more.</summary>
    public string Reason(string list, string code) => convenant.Process.Reasons.GetValueOrDefault(list)?.FirstOrDefault(r => r.Code == code)?.Label ?? code;

    /// <summary>Articles as people cite them: "artikel 5 lid 3 Wet PGA, artikel 4 onder c Wet PGA".</summary>
    public string Articles(IEnumerable<string> ids) => string.Join(", ", ids.Select(convenant.Sources.Citation));
}
