using System.Security.Cryptography;
using System.Text;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Steps;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Writes out a proposal, so that who agrees reads exactly what it agrees to.</summary>
public sealed class ProposalWords(Municipalities municipalities, Words words)
{
    /// <summary>The proposal in words.</summary>
    public ProposalModel Of(ProposalView proposal)
    {
        var said = Canonical.Read<StepWords>(proposal.Words);
        return new ProposalModel(
            said,
            [.. Lines(proposal.Step, said)],
            [.. proposal.Agreed.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), true)), .. proposal.WaitingFor.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), false))],
            proposal.AgreedBySelf,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proposal.Words))));
    }

    private IEnumerable<ProposalLine> Lines(string step, StepWords said)
    {
        foreach (var participant in said.Deelnemers ?? [])
            yield return new ProposalLine(Named(participant.Partij!, participant.Gemeente), participant.Reden ?? "–");
        foreach (var (index, goal) in (said.Doelen ?? []).Index())
            yield return new ProposalLine($"Doel {index + 1}", goal);
        foreach (var (index, intervention) in (said.Interventies ?? []).Index())
            yield return new ProposalLine($"Interventie {index + 1}", $"{intervention.Omschrijving}\n{words.Party(intervention.Eigenaar!)}, vóór {intervention.Datum?.ToDateText()}");
        if (said.Reden is { } reason)
            yield return new ProposalLine("Reden", words.Reason(step, reason));
        if (said.Gemeente is { } municipality)
            yield return new ProposalLine("Gemeente", municipalities.NameOf(new Municipality(municipality)));
        if (said.Toelichting is { } explanation)
            yield return new ProposalLine("Toelichting", explanation);
    }

    private string Named(string party, string? municipality) =>
        municipality is null ? words.Party(party) : $"{words.Party(party)} ({municipalities.NameOf(new Municipality(municipality))})";
}
