using DocumentFormat.OpenXml.Wordprocessing;

namespace CotnvPga.Documents;

/// <summary>The styles of the document: whoever wants another look changes them in Word, in one place.</summary>
internal static class WordStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Caption = "Caption";
    public const string Bullet = "ListBullet";
    public const string PageHead = "Header";
    public const string PageFoot = "Footer";
    public const string Contents = "TOCHeading";
    public const string ContentsLine = "TOC1";
    public const string Standing = "Status";
    public const string Banner = "LetOp";
    public const string Fact = "Feit";
    public const string Table = "Tabel";
    public const string TableHead = "TabelKop";
    public const string TableName = "TabelNaam";
    public const string TableText = "TabelTekst";
    public const string AfterTable = "NaTabel";

    private const string Font = "Arial";
    private const string Dark = "0B3C66";
    private const string Warning = "A32A00";

    public static Styles Make() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font, EastAsia = Font },
                FontSize = new FontSize { Val = "20" },
                Languages = new Languages { Val = "nl-NL", EastAsia = "nl-NL", Bidi = "nl-NL" },
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle { SpacingBetweenLines = new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto } })),
        Style(Normal, "Normal", basedOn: null),
        Style(Title, "Title", size: 52, bold: true, color: Dark, before: 2400, after: 120),
        Style(Subtitle, "Subtitle", size: 30, after: 480),
        Style(Heading1, "heading 1", size: 32, bold: true, color: Dark, before: 360, after: 120, outline: 0),
        Style(Heading2, "heading 2", size: 23, bold: true, color: Dark, before: 240, after: 60, outline: 1),
        Style(Caption, "caption", size: 19, bold: true, before: 200, after: 60, keepNext: true),
        Style(Bullet, "List Bullet", after: 60, bullet: true),
        Style(PageHead, "header", size: 15, color: "4A4A4A"),
        Style(PageFoot, "footer", size: 15, color: "4A4A4A", right: true),
        Style(Contents, "TOC Heading", size: 26, bold: true, color: Dark, before: 600, after: 120, keepNext: true),
        Style(ContentsLine, "toc 1", after: 40),
        Style(Standing, "Status", size: 28, bold: true, color: Warning, after: 360, custom: true),
        Style(Banner, "Let op", bold: true, color: Warning, custom: true),
        Style(Fact, "Feit", size: 18, after: 30, indent: 284, custom: true),
        Style(TableHead, "Tabel kop", size: 16, bold: true, before: 30, after: 30, custom: true),
        Style(TableName, "Tabel naam", size: 16, bold: true, before: 20, after: 20, custom: true),
        Style(TableText, "Tabel tekst", size: 16, before: 20, after: 20, custom: true),
        Style(AfterTable, "Na tabel", size: 8, after: 120, custom: true),
        TableGrid());

    /// <summary>The one kind of list there is.</summary>
    public static Numbering Bullets() => new(
        new AbstractNum(new Level(
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "•" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "426", Hanging = "284" }))
        { LevelIndex = 0 })
        { AbstractNumberId = 0, MultiLevelType = new MultiLevelType { Val = MultiLevelValues.SingleLevel } },
        new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });

    private static Style Style(
        string id, string name, int size = 20, bool bold = false, string? color = null, int before = 0, int after = 120, int? outline = null,
        bool keepNext = false, bool bullet = false, bool right = false, int indent = 0, bool custom = false, string? basedOn = Normal)
    {
        var paragraph = new StyleParagraphProperties { SpacingBetweenLines = new SpacingBetweenLines { Before = $"{before}", After = $"{after}" } };
        if (keepNext || outline is not null)
            paragraph.KeepNext = new KeepNext();
        if (bullet)
            paragraph.NumberingProperties = new NumberingProperties(new NumberingId { Val = 1 });
        if (indent > 0)
            paragraph.Indentation = new Indentation { Left = $"{indent}" };
        if (right)
            paragraph.Justification = new Justification { Val = JustificationValues.Right };
        if (outline is { } level)
            paragraph.OutlineLevel = new OutlineLevel { Val = level };
        var run = new StyleRunProperties { FontSize = new FontSize { Val = $"{size}" } };
        if (bold)
            run.Bold = new Bold();
        if (color is not null)
            run.Color = new Color { Val = color };
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name }, StyleParagraphProperties = paragraph, StyleRunProperties = run };
        if (basedOn is not null)
            style.BasedOn = new BasedOn { Val = basedOn };
        else
            style.Default = true;
        if (custom)
            style.CustomStyle = true;
        return style;
    }

    private static Style TableGrid()
    {
        var line = (BorderType border) =>
        {
            border.Val = BorderValues.Single;
            border.Size = 4;
            border.Color = "8A94A0";
            return border;
        };
        return new Style(
            new StyleName { Val = "Tabel" },
            new StyleTableProperties(
                new TableBorders(line(new TopBorder()), line(new LeftBorder()), line(new BottomBorder()), line(new RightBorder()), line(new InsideHorizontalBorder()), line(new InsideVerticalBorder())),
                new TableCellMarginDefault(new TableCellLeftMargin { Type = TableWidthValues.Dxa, Width = 70 }, new TableCellRightMargin { Type = TableWidthValues.Dxa, Width = 70 })),
            new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E6EDF4" })) { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = Table, CustomStyle = true };
    }
}
