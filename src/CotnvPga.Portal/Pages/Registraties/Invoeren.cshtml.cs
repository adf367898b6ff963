using CotnvPga.Data.Registrations;
using CotnvPga.Domain;
using CotnvPga.Portal.Api.V1;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Pages.Signalen;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Registraties;

/// <summary>Registrations of the own party from a file or from text. What came in a file stands in the text when something is wrong with it, to be mended.</summary>
[KeepsTyped]
[RequestSizeLimit(UploadLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit)]
public sealed class InvoerenModel(RegistrationImport import, RegistrationPlaces places) : FormPage<RegistrationFileInput>
{
    private const int LargestFile = 1_000_000;
    private const int UploadLimit = 4 * LargestFile;

    public IReadOnlyList<Choice> Municipalities => places.Municipalities(Actor);

    /// <summary>The file; when there is none, the text counts.</summary>
    [BindProperty]
    public IFormFile? Bestand { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadForm();
        var text = await TextAsync(cancel);
        if (!text.IsDone)
            return Show(text.Refusal);
        if (Bestand is not null)
        {
            Input.Tekst = text.Value;
            ModelState.Remove($"{nameof(Input)}.{nameof(Input.Tekst)}");
        }
        var read = SentRegistrations.Read(text.Value);
        if (!read.IsDone)
            return Show(read.Refusal);
        var done = await import.ImportAsync(Actor, Municipalities is [var only] ? only.Value : Input.Gemeente, read.Value, null, cancel);
        if (!done.IsDone)
            return Show(done.Refusal);
        Done = $"{Count(done.Value.Added, "registratie is", "registraties zijn")} vastgelegd; {Count(done.Value.Known, "stond", "stonden")} er al."
            + (done.Value.Signals.Count > 0 ? $" Nieuwe signalen: {string.Join(", ", done.Value.Signals.Select(s => $"{s.Reference} is nu {s.State.Number}"))}." : "");
        return RedirectToPage();
    }

    protected override string FieldName(string field) => field == "gemeente" ? base.FieldName(nameof(Input.Gemeente)) : base.FieldName(nameof(Input.Tekst));

    private static string Count(int many, string one, string more) => $"{many} {(many == 1 ? one : more)}";

    private async Task<Result<string>> TextAsync(CancellationToken cancel)
    {
        if (Bestand is null)
            return Input.Tekst ?? "";
        if (Bestand.Length > LargestFile)
            return new NotValid("csv", "Dit bestand is te groot. Splits het.");
        using var bytes = new MemoryStream();
        await Bestand.CopyToAsync(bytes, cancel);
        return SentRegistrations.TextOf(bytes.ToArray());
    }
}

/// <summary>What is filled in.</summary>
public sealed class RegistrationFileInput
{
    public string? Gemeente { get; set; }

    public string? Tekst { get; set; }
}
