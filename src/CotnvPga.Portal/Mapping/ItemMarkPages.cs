using System.Globalization;
using CotnvPga.Convenant;
using CotnvPga.Domain;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>What stands beside an item, in words: where it comes from, whether it was tested or corrected, secrecy, documents.</summary>
public sealed class ItemMarkPages(CompiledConvenant convenant, Words words, DutchClock clock)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The item with all that stands beside it.</summary>
    public ItemView With(SignalId signal, ItemView item, VisibleItem read) => item with
    {
        History = $"/signalen/{signal}/gegevens/{read.Id}/geschiedenis",
        Remarks = [.. Remarks(read.Marks)],
        Origin = OriginOf(read.Marks.Origin),
        Secrecy = SecrecyOf(read.Marks.SecretUnder),
        Documents = [.. read.Marks.Attachments.Select(a => DocumentOf(signal, read.Id, a))],
    };

    /// <summary>The secrecy that comes with a law; null when none does.</summary>
    public string? SecrecyOf(string? law) => law is null ? null : convenant.Process.Reasons["geheimhouding"].First(r => r.Code == law).Explanation;

    /// <summary>Who tested this version and when; null when nobody did.</summary>
    public string? TestedOf(ItemMarks marks) => marks.TestedBy is { } by && marks.TestedAt is { } at
        ? $"Getoetst door {words.Party(by)} op {clock.DayOf(at).ToMonthDayText()}"
        : null;

    private IEnumerable<ItemRemark> Remarks(ItemMarks marks)
    {
        if (marks.Origin?.State is { } state && state != "bekend")
            yield return new ItemRemark(state == "geen" ? "Nagegaan: er is niets" : "Nagevraagd: niet bekend", "rand");
        if (marks.OpenMessages > 0)
            yield return new ItemRemark("Nieuws over dit gegeven", "let-op");
        if (marks.CorrectedAt is { } corrected)
            yield return new ItemRemark($"Gecorrigeerd op {clock.DayOf(corrected).ToMonthDayText()}", null);
        if (marks.OpenProposals > 0)
            yield return new ItemRemark(marks.OpenProposals == 1 ? "1 voorstel tot wijziging" : $"{marks.OpenProposals} voorstellen tot wijziging", "let-op");
        if (TestedOf(marks) is { } tested)
            yield return new ItemRemark(tested, "klaar");
    }

    private string? OriginOf(Origin? origin)
    {
        if (origin is null)
            return null;
        List<string> parts = [];
        if (origin.Nature is { } nature)
            parts.Add(words.Reason("feit_of_mening", nature));
        if (origin.Source is { } source)
            parts.Add($"bron: {words.Reason("bron", source).ToLower(Dutch)}");
        if (origin.Reliability is { } reliability)
            parts.Add($"betrouwbaarheid: {words.Reason("betrouwbaarheid", reliability).ToLower(Dutch)}");
        if (origin.Place is { Length: > 0 } place)
            parts.Add($"vindplaats: {place}");
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }

    private DocumentView DocumentOf(SignalId signal, ItemId item, AttachmentLine document) => new(
        document.Name,
        $"{document.Kind}, {SizeOf(document.Size)}, {words.Party(document.AddedFor)}, {clock.DayOf(document.AddedAt).ToDayText(clock.Today)}",
        $"/signalen/{signal}/gegevens/{item}/bijlagen/{document.Id}");

    private static string SizeOf(int bytes) => bytes < 1024 * 1024
        ? $"{Math.Max(1, bytes / 1024)} kB"
        : string.Create(Dutch, $"{bytes / 1024d / 1024d:0.0} MB");
}
