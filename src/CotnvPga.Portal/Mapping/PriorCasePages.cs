using CotnvPga.Convenant;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.LopendeZaken;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out concepts of running cases.</summary>
public sealed class PriorCasePages(CompiledConvenant convenant, Words words, Municipalities municipalities)
{
    /// <summary>A concept in words.</summary>
    public PriorCaseRow Row(RunningCaseLine line) => new(
        line.Id,
        line.Number,
        line.Reference,
        municipalities.NameOf(new Domain.Municipality(line.Municipality)),
        words.Party(line.EnteredFor),
        words.Phase(Codes.Known<Phase>(line.Phase)),
        line.Since.ToDateText(),
        line.WeighedOn?.ToDateText(),
        line.Parties.Count == 0 ? "nog niet vastgesteld" : string.Join(", ", line.Parties.Select(words.Party)),
        line.HasDocument,
        (line.Stage, line.WaitingFor.Count) switch { ("concept", _) => "Concept", (_, 0) => "Bevestigd door de drie", _ => "Wacht op bevestiging" },
        line.Stage == "concept" || line.WaitingFor.Count == 0 ? null : string.Join(", ", line.WaitingFor.Select(words.Party)),
        line.IsOwn,
        line.IsOwn && line.Stage == "concept",
        line.MayAgree,
        line.IsOwn && line.WaitingFor.Count == 0,
        [.. line.Items.Select(i => new PriorCaseItem(convenant.Fields[i.Field].Label, i.Value))]);
}
