using System.Security.Cryptography;
using System.Text;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Overleg;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Writes out a proposal, so that who agrees reads exactly what it agrees to.</summary>
public sealed class ProposalWords(Municipalities municipalities, Words words)
{
    /// <summary>The proposal for a step in words.</summary>
    public ProposalModel Of(ProposalView proposal) => Laid(proposal, [.. Lines(proposal.Step, Canonical.Read<StepWords>(proposal.Words))]);

    /// <summary>The proposal to let somebody in, in words.</summary>
    public ProposalModel OfAdmission(ProposalView proposal) => Laid(proposal, [.. Lines(Canonical.Read<Admission>(proposal.Words))]);

    private ProposalModel Laid(ProposalView proposal, IReadOnlyList<ProposalLine> lines) => new(
        lines,
        [.. proposal.Agreed.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), true)), .. proposal.WaitingFor.Select(p => new ProposalParty(words.PartyOrSecondPerson(p), false))],
        proposal.AgreedBySelf,
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proposal.Words))));

    private IEnumerable<ProposalLine> Lines(string step, StepWords said)
    {
        foreach (var participant in said.Deelnemers ?? [])
            yield return new ProposalLine(Named(participant.Partij!, participant.Gemeente), participant.Reden ?? "–");
        foreach (var (index, goal) in (said.Doelen ?? []).Index())
            yield return new ProposalLine($"Doel {index + 1}", goal);
        foreach (var (index, intervention) in (said.Interventies ?? []).Index())
            yield return new ProposalLine($"Interventie {index + 1}", $"{intervention.Omschrijving}\n{Owner(intervention.Eigenaar)}, klaar op {intervention.Datum?.ToDateText()}");
        if (said.Reden is { } reason)
            yield return new ProposalLine("Reden", words.Reason(step, reason));
        if (said.Gemeente is { } municipality)
            yield return new ProposalLine("Gemeente", municipalities.NameOf(new Municipality(municipality)));
        if (said.Toelichting is { } explanation)
            yield return new ProposalLine("Toelichting", explanation);
    }

    private IEnumerable<ProposalLine> Lines(Admission admission)
    {
        yield return new ProposalLine("Wie", $"{admission.Person}, {admission.Organisation} ({words.Party(admission.Party.Code())})");
        yield return new ProposalLine("Waarvoor", admission.Purpose);
        yield return new ProposalLine("Overleg", admission.MeetingOn.ToLongDayText());
        yield return new ProposalLine("Grond", AdmissionGrounds.Label(admission.Basis));
        if (admission.Event is { } happening)
            yield return new ProposalLine("Concrete gebeurtenis", $"{happening}\nMaatregel: {admission.Measure}");
    }

    /// <summary>Who owns an intervention: a party by its name, else the words themselves.</summary>
    public string Owner(string? owner) => Codes.Parse<Party>(owner) is { } party ? words.Party(party.Code()) : owner ?? "–";

    private string Named(string party, string? municipality) =>
        municipality is null ? words.Party(party) : $"{words.Party(party)} ({municipalities.NameOf(new Municipality(municipality))})";
}
