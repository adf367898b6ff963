using CotnvPga.Convenant;
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
    /// for every value. A person is named only to itself; others are their party.
    /// </summary>
    public IReadOnlyList<LogRow> Of(IReadOnlyList<LogLine> lines, Actor reader) =>
    [
        .. lines
            .GroupBy(line => (When: line.At.ToMomentText(), line.Account, line.Party, What: What(line), line.Purpose))
            .Select(view => new LogRow(
                view.Key.When,
                view.Key.Account == reader.Account.Value ? $"U ({words.Party(view.Key.Party)})" : words.Party(view.Key.Party),
                view.Key.What,
                view.Count(),
                convenant.LabelOf("doel", view.Key.Purpose),
                words.Articles(view.SelectMany(line => line.Grounds).Distinct()))),
    ];

    private string What(LogLine line) => line switch
    {
        { Category: { } category } => $"{words.Category(category)}: {Act(line.Act)}",
        { What: { } what } => $"Werk aan de zaak: {words.Fact(what)}",
        _ => $"Een gegeven: {Act(line.Act)}",
    };

    private string Act(string code) => convenant.CodesOf("handeling").Contains(code) ? convenant.ShortLabelOf("handeling", code) : words.Fact(code);
}
