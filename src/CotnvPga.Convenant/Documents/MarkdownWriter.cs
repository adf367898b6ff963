using System.Text;

namespace CotnvPga.Convenant.Documents;

/// <summary>Writes a document as Markdown. The line of every page stands at its head and foot.</summary>
public static class MarkdownWriter
{
    /// <summary>The document as text.</summary>
    public static string Write(CovenantDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = new StringBuilder(100_000);
        text.Append('*').Append(Plain(document.PageLine)).Append("*\n\n# ").Append(Plain(document.Title)).Append("\n\n");
        text.Append("**").Append(Plain(document.Subtitle)).Append("**\n\n");
        if (document.IsDraft)
            text.Append("> **").Append(Plain(document.Standing.ToUpperInvariant())).Append("**\n\n");
        WriteFacts(text, document.Front);
        text.Append("\n## Inhoud\n\n");
        foreach (var heading in document.Contents)
            text.Append("- [").Append(Plain(heading.Text)).Append("](#").Append(heading.Anchor).Append(")\n");
        text.Append('\n');
        foreach (var block in document.Blocks)
            WriteBlock(text, block);
        text.Append("---\n\n*").Append(Plain(document.PageLine)).Append("*\n");
        return text.ToString();
    }

    private static void WriteBlock(StringBuilder text, Block block)
    {
        switch (block)
        {
            case Heading heading:
                text.Append("<a id=\"").Append(heading.Anchor).Append("\"></a>\n\n").Append('#', heading.Level).Append(' ').Append(Plain(heading.Text)).Append("\n\n");
                break;
            case Paragraph paragraph:
                text.Append(Plain(paragraph.Text)).Append("\n\n");
                break;
            case Banner banner:
                text.Append("> **Let op.** ").Append(Plain(banner.Text)).Append("\n\n");
                break;
            case Facts facts:
                WriteFacts(text, facts.All);
                text.Append('\n');
                break;
            case Bullets bullets:
                foreach (var item in bullets.Items)
                    text.Append("- ").Append(Plain(item)).Append('\n');
                text.Append('\n');
                break;
            case Table table:
                WriteTable(text, table);
                break;
        }
    }

    private static void WriteFacts(StringBuilder text, IReadOnlyList<Fact> facts)
    {
        foreach (var fact in facts)
            text.Append("- **").Append(Plain(fact.Name)).Append(":** ").Append(Plain(fact.Text)).Append('\n');
    }

    private static void WriteTable(StringBuilder text, Table table)
    {
        text.Append("**").Append(Plain(table.Caption)).Append("**\n\n");
        WriteRow(text, table.Headers);
        text.Append('|').Insert(text.Length, "---|", table.Headers.Count).Append('\n');
        foreach (var row in table.Rows)
            WriteRow(text, row);
        text.Append('\n');
    }

    private static void WriteRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Length == 0 ? " " : Plain(c))).Append(" |\n");

    /// <summary>Text in which nothing means anything to Markdown.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|')
                plain.Append('\\');
            plain.Append(letter is '\n' or '\r' or '\t' ? ' ' : letter);
        }
        return plain.ToString();
    }
}
