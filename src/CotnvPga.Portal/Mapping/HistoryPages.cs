using AutoMapper;
using CotnvPga.Domain;
using CotnvPga.Domain.Quality;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the history of one item.</summary>
public sealed class HistoryPages(IMapper mapper, Words words, ItemMarkPages marks)
{
    private const string Proposal = "voorstel";

    /// <summary>The history in words.</summary>
    public ItemHistoryView Of(SignalId signal, ItemHistory history)
    {
        var open = history.Messages.Where(m => m.ReadAt is null).ToList();
        var next = history.IsHolder ? history.Proposals.LastOrDefault(p => p.Decision is null)?.Id : null;
        return new ItemHistoryView(
            marks.With(signal, mapper.Map<ItemView>(history.Item), history.Item) with { History = null },
            words.Category(history.Item.Category),
            words.Party(history.Holder),
            history.IsHolder,
            [.. open.Select(Sentence)],
            open.Exists(m => m.Kind != Proposal),
            [.. history.Proposals.Select(p => new ProposalLine(p.Id, words.Party(p.By), p.At.ToMomentText(), p.Value, p.Reason, Decision(p.Decision), p.DecisionReason) { IsNext = p.Id == next })],
            [.. history.Earlier.Select(v => new VersionLine(v.Value, v.Reason, words.Party(v.CorrectedBy), v.At.ToMomentText()))],
            [.. history.Tests.Select(t => $"Getoetst door {words.Party(t.By)}, {t.At.ToMomentText()} (versie {t.Version}): {t.Finding}")]);
    }

    private static string? Decision(string? code) => code switch
    {
        null => null,
        NewProposalDecision.Taken => "Overgenomen.",
        _ => "Niet overgenomen.",
    };

    private string Sentence(ItemMessage message) => message.Kind switch
    {
        "correctie" => $"{message.At.ToMomentText()}: dit gegeven is gecorrigeerd. Uw partij las de oude tekst. Gebruik die niet meer.",
        "doorgeven" => $"{message.At.ToMomentText()}: vertel {words.Supplier(message.To!)} wat er fout was.",
        Proposal => $"{message.At.ToMomentText()}: iemand stelt een wijziging voor. Beslis hieronder.",
        NewProposalDecision.Taken => $"{message.At.ToMomentText()}: uw voorstel is overgenomen.",
        _ => $"{message.At.ToMomentText()}: uw voorstel is niet overgenomen. De reden staat hieronder.",
    };
}
