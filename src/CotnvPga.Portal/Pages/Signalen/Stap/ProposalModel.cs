using CotnvPga.Portal.Components.Case;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>A proposal on the table, in words.</summary>
/// <param name="Lines">What it says.</param>
/// <param name="Parties">Who agreed and who is still asked.</param>
/// <param name="AgreedBySelf">Whether this viewer agreed.</param>
/// <param name="Fingerprint">Of the words as shown: who agrees, agrees to what was read.</param>
public sealed record ProposalModel(IReadOnlyList<WordLine> Lines, IReadOnlyList<ProposalParty> Parties, bool AgreedBySelf, string Fingerprint);

/// <summary>A party (or the second person) that must agree.</summary>
public sealed record ProposalParty(string Name, bool Agreed);
