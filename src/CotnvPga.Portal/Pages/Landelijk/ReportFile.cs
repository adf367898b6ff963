using System.Text;
using CotnvPga.Convenant.Documents;
using CotnvPga.Documents;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>A report as a file: a Word document, or one page of HTML to print.</summary>
internal static class ReportFile
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Whether it can be made in this form.</summary>
    public static bool Knows(string? form) => form is "docx" or "html";

    /// <summary>The file.</summary>
    public static FileContentResult Of(CovenantDocument document, string form, string name) => form == "docx"
        ? new FileContentResult(WordWriter.Write(document), Word) { FileDownloadName = $"{name}.docx" }
        : new FileContentResult(Encoding.UTF8.GetBytes(HtmlWriter.Write(document)), "text/html; charset=utf-8") { FileDownloadName = $"{name}.html" };
}
