using System.CommandLine;
using CotnvPga.Cli.Convenants;
using CotnvPga.Convenant.Documents;

namespace CotnvPga.Cli.Commands;

/// <summary><c>document</c>: the covenant of a municipality, to read and sign. Exit 2 with one line when it cannot be made; never half a file.</summary>
internal static class DocumentCommand
{
    private const int NotMade = 2;

    public static Command Create()
    {
        var folder = ConvenantOnDisk.Argument();
        var municipality = new Option<string>("--gemeente") { Description = "Code van de gemeente, zoals 9901.", Required = true, HelpName = "CODE" };
        var target = new Option<string>("--out") { Description = "Het bestand: .md, .html, .docx of .pdf. Voor .pdf is WeasyPrint nodig.", Required = true, HelpName = "FILE" };
        var day = new Option<string?>("--peildatum") { Description = "Zoals het op deze dag geldt; zonder deze optie vandaag.", HelpName = "D" };
        var command = new Command("document", "Maakt het convenant van een gemeente om te lezen en te ondertekenen. Eindigt met 0 als het bestand er is en anders met 2.") { folder, municipality, target, day };
        command.SetAction(parsed =>
        {
            var code = parsed.GetValue(municipality)!;
            if (OneLine.Day(parsed.GetValue(day)) is not { } found || OneLine.Load(parsed.GetValue(folder)!) is not { } convenant || !OneLine.IsMunicipality(convenant, code))
                return NotMade;
            if (OneLine.NameOf(convenant, parsed.GetValue(folder)!, code) is not { } name)
                return NotMade;
            if (convenant.Covenants.Model is null)
                return Refuse($"In '{parsed.GetValue(folder)}' staat geen modelconvenant; er is niets om een document van te maken.");
            var document = DocumentBuilder.Build(convenant, DocumentRequest.For(convenant, code, name, found));
            return DocumentFile.Write(document, parsed.GetValue(target)!) is { } refusal ? Refuse(refusal) : 0;
        });
        return command;
    }

    private static int Refuse(string message)
    {
        Console.Error.WriteLine(message);
        return NotMade;
    }
}
