using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Zaak;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Writes out the lines of the disclosure log.</summary>
public sealed class LogPages(CompiledConvenant convenant, Words words)
{
    /// <summary>
    /// The lines in words, newest first. What one person saw of one kind in one view is one row with a number: the log itself keeps a line
    /// for every value. A person is named only to itself and others are their party; who stands in for a colleague is named with both names. but who stands in for a colleague is named with both names.
    /// </summary>
    public IReadOnlyList<LogRow> Of(IReadOnlyList<LogLine> lines, Actor reader) =>
    [
        .. lines
            .GroupBy(line => (When: line.At.ToMomentText(), line.Account, line.Party, line.StandIn, What: What(line), line.Purpose))
            .Select(view => new LogRow(
                view.Key.When,
                Who(view.Key.Account, view.Key.Party, view.Key.StandIn, reader),
                view.Key.What,
                view.Count(),
                convenant.LabelOf("doel", view.Key.Purpose),
                words.Articles(view.SelectMany(line => line.Grounds).Distinct()))),
    ];

    private string Who(Guid? account, string party, StandIn? standIn, Actor reader)
    {
        var who = account == reader.Account.Value ? $"U ({words.Party(party)})" : words.Party(party);
        return standIn is null ? who : $"{who}: {standIn.Name}, plaatsvervanger van {standIn.For}";
    }

    private string What(LogLine line) => line switch
    {
        { Category: { } category } => $"{words.Category(category)}: {Act(line.Act)}",
        { What: { } what } => $"Werk aan de zaak: {words.Fact(what)}",
        _ => $"Een gegeven: {Act(line.Act)}",
    };

    private string Act(string code) => convenant.CodesOf("handeling").Contains(code) ? convenant.ShortLabelOf("handeling", code) : words.Fact(code);
}
