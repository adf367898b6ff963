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
    /// <summary>The lines in words. A person is named only to itself; others are their party.</summary>
    public IReadOnlyList<LogRow> Of(IReadOnlyList<LogLine> lines, Actor reader) => [.. lines.Select(line => new LogRow(
        line.At.ToMomentText(),
        line.Account == reader.Account.Value ? $"U ({words.Party(line.Party)})" : words.Party(line.Party),
        What(line),
        convenant.LabelOf("doel", line.Purpose),
        words.Articles(line.Grounds)))];

    private string What(LogLine line) => line switch
    {
        { Category: { } category } => $"{words.Category(category)}: {Act(line.Act)}",
        { What: { } what } => $"Werk aan de zaak: {words.Fact(what)}",
        _ => $"Een gegeven: {Act(line.Act)}",
    };

    private string Act(string code) => convenant.CodesOf("handeling").Contains(code) ? convenant.LabelOf("handeling", code).ToLowerInvariant() : words.Fact(code);
}
