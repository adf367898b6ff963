using System.Text;
using CotnvPga.Convenant.Documents;
using CotnvPga.Documents;

namespace CotnvPga.Cli.Convenants;

/// <summary>Writes a document as the kind of file that its name asks for.</summary>
internal static class DocumentFile
{
    /// <summary>Writes it whole, or not at all and says why in Dutch.</summary>
    public static string? Write(CovenantDocument document, string path)
    {
        var kind = Path.GetExtension(path).ToLowerInvariant();
        if (kind is not (".md" or ".html" or ".docx" or ".pdf"))
            return $"'{path}' eindigt niet op .md, .html, .docx of .pdf.";
        // First beside it, then in its place: whoever looks sees the old file or the new one, never a part.
        var beside = $"{path}.{Guid.NewGuid():n}.deel";
        try
        {
            if (kind == ".pdf")
            {
                if (PdfPrinter.Print(HtmlWriter.Write(document), beside) is { } refusal)
                    return refusal;
            }
            else
            {
                File.WriteAllBytes(beside, kind switch
                {
                    ".md" => Encoding.UTF8.GetBytes(MarkdownWriter.Write(document)),
                    ".html" => Encoding.UTF8.GetBytes(HtmlWriter.Write(document)),
                    _ => WordWriter.Write(document),
                });
            }
            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"'{path}' kan niet worden geschreven: {fault.Message}";
        }
        finally
        {
            Remove(beside);
        }
    }

    private static void Remove(string path)
    {
        if (File.Exists(path))
            File.Delete(path);
    }
}
