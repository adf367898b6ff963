using CotnvPga.Data.Consultation;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Pages.Signalen.Overleg;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out a hand-over: to whom, what goes along, what does not and why.</summary>
public sealed class HandoverPages(Words words, ItemMarkPages marks)
{
    /// <summary>Who can receive: who sits at the table, but not the viewer itself.</summary>
    public IReadOnlyList<Choice> Receivers(TableView table, Viewer viewer) =>
    [
        .. table.Guests.Select(g => g.Admission.Party.Code()).Concat(table.Seats.Where(s => s.Municipality is null).Select(s => s.Party))
            .Distinct().Where(p => p != viewer.Party.Code())
            .Select(p => new Choice(p, Named(table, p))),
    ];

    /// <summary>The items that this viewer sees, in those that may go along and those that may not.</summary>
    public (IReadOnlyList<HandoverText> Allowed, IReadOnlyList<HandoverRefusal> Refusals) Of(CaseView view, IReadOnlyList<HandoverAnswer> answers)
    {
        var answerOf = answers.ToDictionary(a => a.Item, a => a.Answer);
        var known = view.Items.Where(i => answerOf.ContainsKey(i.Id.Value)).ToLookup(i => answerOf[i.Id.Value].Decision);
        return (
            [.. known[true].Select(i => new HandoverText(i.Id.Value, i.FieldLabel, i.Value, words.Supplier(i.Supplier), words.Articles(answerOf[i.Id.Value].Grounds))
            {
                Secrecy = marks.SecrecyOf(i.Marks.SecretUnder),
                Tested = marks.TestedOf(i.Marks),
                TestsHere = i.Marks.TestedBy is null && i.Marks.Holder == view.Viewer.Party.Code(),
            })],
            [.. known[false].Select(i => new HandoverRefusal(i.FieldLabel, words.Supplier(i.Supplier), answerOf[i.Id.Value].Explanation, words.Articles(answerOf[i.Id.Value].Grounds)))]);
    }

    private string Named(TableView table, string party) =>
        table.Guests.FirstOrDefault(g => g.Admission.Party.Code() == party) is { } guest
            ? $"{guest.Admission.Person}, {guest.Admission.Organisation} ({words.Party(party)})"
            : words.Party(party);
}
