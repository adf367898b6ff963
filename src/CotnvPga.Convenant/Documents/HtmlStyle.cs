namespace CotnvPga.Convenant.Documents;

/// <summary>How the page looks, on a screen and on paper.</summary>
internal static class HtmlStyle
{
    private const string Rules = """
        :root { color-scheme: light; }
        body { font: 1rem/1.55 "Source Sans 3", "Noto Sans", Arial, sans-serif; color: #1a1a1a; background: #fff; max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
        h1, h2, h3 { line-height: 1.25; color: #0b3c66; break-after: avoid; }
        h1 { font-size: 2.1rem; margin: 3rem 0 .5rem; }
        h2 { font-size: 1.5rem; margin: 2.5rem 0 .75rem; border-bottom: 2px solid #0b3c66; padding-bottom: .25rem; }
        h3 { font-size: 1.1rem; margin: 1.6rem 0 .35rem; }
        p { margin: .35rem 0 .7rem; }
        a { color: #0b3c66; }
        .line, footer { font-size: .8rem; color: #4a4a4a; }
        .subtitle { font-size: 1.3rem; margin: 0 0 1.5rem; }
        .standing { display: inline-block; border: 3px solid #a32a00; color: #a32a00; font-weight: 700; font-size: 1.15rem; padding: .4rem .9rem; margin: 0 0 1.5rem; }
        .banner { border-left: 5px solid #a32a00; background: #fdf3ee; padding: .6rem .9rem; break-inside: avoid; }
        dl { font-size: .88rem; margin: .3rem 0 1rem; color: #333; break-inside: avoid; }
        dt { font-weight: 600; float: left; clear: left; width: 13rem; }
        dd { margin: 0 0 .1rem 13.5rem; overflow-wrap: anywhere; }
        nav ol { list-style: none; padding: 0; columns: 2; }
        nav li { margin: .15rem 0; break-inside: avoid; }
        table { border-collapse: collapse; width: 100%; font-size: .88rem; margin: .8rem 0 1.4rem; }
        caption { text-align: left; font-weight: 700; padding: .3rem 0; }
        th, td { border: 1px solid #8a94a0; padding: .3rem .45rem; text-align: left; vertical-align: top; overflow-wrap: break-word; hyphens: auto; }
        thead th { background: #e6edf4; }
        tbody th { font-weight: 600; }
        .matrix td:nth-child(n+3) { text-align: center; }
        .matrix thead th { font-size: .78rem; }
        .open td { height: 5rem; min-width: 7rem; }
        footer { border-top: 1px solid #8a94a0; margin-top: 3rem; }
        @media screen and (max-width: 40rem) { dt { float: none; } dd { margin-left: 0; } nav ol { columns: 1; } main { overflow-x: auto; } }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          .front { break-after: page; }
          .line, footer { display: none; }
          h2.page { break-before: page; }
          tr { break-inside: avoid; }
          thead { display: table-header-group; }
          a { color: inherit; text-decoration: none; }
          table { font-size: 8pt; }
          th, td { padding: 1mm 1.2mm; overflow-wrap: anywhere; }
          .matrix { table-layout: fixed; }
          .matrix thead th { font-size: 6.5pt; padding: 1mm .5mm; }
          .matrix th:nth-child(1) { width: 22%; }
          .matrix th:nth-child(2) { width: 15%; }
        }

        """;

    public static string For(string pageLine) =>
        $$"""
        @page { size: A4; margin: 22mm 18mm 24mm; @bottom-left { content: "{{Css(pageLine)}}"; font: 7.5pt Arial, sans-serif; color: #4a4a4a; } @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt Arial, sans-serif; color: #4a4a4a; } }
        {{Rules}}
        """;

    /// <summary>Text that cannot end the string, or the style, that it stands in.</summary>
    private static string Css(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) || c is ' ' or '.' or ',' or '·' ? c.ToString() : $"\\{(int)c:x6}"));
}
