using System.Security.Cryptography;
using System.Text;
using CotnvPga.Data.Records;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Writes out a proposal, so that who agrees reads exactly what it agrees to.</summary>
public sealed class ProposalWords(StepLines lines, RecordPages records, Words words)
{
    /// <summary>The proposal for a step in words.</summary>
    public ProposalModel Of(ProposalView proposal, RecordsView? view = null)
    {
        var said = Canonical.Read<StepWords>(proposal.Words);
        return Laid(proposal, [.. lines.Lines(proposal.Step, said), .. view is null ? [] : records.Named(said.Stukken ?? [], view)]);
    }

    /// <summary>The proposal to let somebody in, in words.</summary>
    public ProposalModel OfAdmission(ProposalView proposal) => Laid(proposal, lines.Lines(Canonical.Read<Admission>(proposal.Words)));

    /// <summary>The proposal for a record in words.</summary>
    public ProposalModel OfRecord(ProposalView proposal, RecordsView view) => Laid(proposal, records.Lines(Canonical.Read<RecordWords>(proposal.Words), view));

    private ProposalModel Laid(ProposalView proposal, IReadOnlyList<WordLine> said) => new(
        said,
        [.. proposal.Agreed.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), true)), .. proposal.WaitingFor.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), false))],
        proposal.AgreedBySelf,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proposal.Words))));
}
