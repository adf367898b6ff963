using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CotnvPga.Documents;

/// <summary>Tables of a Word document: a caption, a header row that comes back on every page, and rows that stay whole.</summary>
internal static class WordTables
{
    /// <summary>Width between the margins, in twentieths of a point.</summary>
    private const int Width = 9638;

    private const int NarrowWidth = 640;
    private const int LeastText = 8;
    private const int MostText = 60;
    private const uint HeightToWriteIn = 1300;
    private const uint HeightOfUprightHeader = 1250;

    public static IEnumerable<OpenXmlElement> Of(Convenant.Documents.Table table)
    {
        yield return WordText.Paragraph(WordStyles.Caption, table.Caption);
        var widths = WidthsOf(table);
        var made = new Table(
            new TableProperties
            {
                TableStyle = new TableStyle { Val = WordStyles.Table },
                TableWidth = new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Text(Width) },
                TableLayout = new TableLayout { Type = TableLayoutValues.Fixed },
                TableLook = new TableLook { FirstRow = true, FirstColumn = true, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                TableCaption = new TableCaption { Val = table.Caption },
            },
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        made.Append(HeaderOf(table, widths));
        foreach (var row in table.Rows)
        {
            var properties = new TableRowProperties(new CantSplit());
            if (table.ToWriteIn)
                properties.Append(new TableRowHeight { Val = HeightToWriteIn, HeightType = HeightRuleValues.AtLeast });
            made.Append(RowOf(row, widths, properties, WordStyles.TableText));
        }
        yield return made;
        yield return WordText.Paragraph(WordStyles.AfterTable, "");
    }

    /// <summary>The names of columns that hold a mark stand upright, so that no word is broken.</summary>
    private static TableRow HeaderOf(Convenant.Documents.Table table, int[] widths)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (table.NarrowColumns > 0)
            properties.Append(new TableRowHeight { Val = HeightOfUprightHeader, HeightType = HeightRuleValues.AtLeast });
        properties.Append(new TableHeader());
        var row = RowOf(table.Headers, widths, properties, WordStyles.TableHead);
        foreach (var cell in row.Elements<TableCell>().TakeLast(table.NarrowColumns))
            cell.TableCellProperties!.TextDirection = new TextDirection { Val = TextDirectionValues.BottomToTopLeftToRight };
        return row;
    }

    private static TableRow RowOf(IReadOnlyList<string> cells, int[] widths, TableRowProperties properties, string style)
    {
        var row = new TableRow(properties);
        row.Append(cells.Select((text, i) => new TableCell(
            new TableCellProperties { TableCellWidth = new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Text(widths[i]) } },
            WordText.Paragraph(i == 0 && style == WordStyles.TableText ? WordStyles.TableName : style, text))));
        return row;
    }

    /// <summary>Marks get little room, text gets room by its usual length.</summary>
    private static int[] WidthsOf(Convenant.Documents.Table table)
    {
        var wide = table.Headers.Count - table.NarrowColumns;
        var shares = Enumerable.Range(0, wide)
            .Select(i => Math.Clamp(table.Rows.Select(r => r[i].Length).Append(table.Headers[i].Length).Average(), LeastText, MostText) + LeastText).ToArray();
        var room = Width - (table.NarrowColumns * NarrowWidth);
        return [.. shares.Select(s => table.ToWriteIn ? room / wide : (int)(room * s / shares.Sum())), .. Enumerable.Repeat(NarrowWidth, table.NarrowColumns)];
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
