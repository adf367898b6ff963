using CotnvPga.Data.Attachments;
using CotnvPga.Data.Quality;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.Quality;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen.Zaak;

/// <summary>
/// One item with its history: who answers for it corrects it, tests it, answers proposals and adds documents; anybody else who sees it
/// proposes a change. 404 for an item that the viewer does not see.
/// </summary>
[KeepsTyped]
[RequestSizeLimit(UploadLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit)]
public sealed class GeschiedenisModel(CaseDesk desk, QualityDesk quality, AttachmentDesk attachments, CasePages pages, HistoryPages history) : FormPage<GeschiedenisModel.Herstel>
{
    // The document and the fields of the form around it.
    private const int UploadLimit = NewAttachment.LargestSize + 256 * 1024;

    public CasePage Case { get; private set; } = null!;

    /// <summary>The item, as it stands in the list.</summary>
    public IReadOnlyList<ItemGroup> Shown { get; private set; } = [];

    /// <summary>All that happened to it.</summary>
    public ItemHistoryView Item { get; private set; } = null!;

    public IReadOnlyList<Choice> Decisions { get; } = [new(NewProposalDecision.Taken, "Ja, ik neem de tekst over"), new(NewProposalDecision.Refused, "Nee, de tekst blijft zoals die is")];

    /// <summary>A document to add.</summary>
    [BindProperty]
    public IFormFile? Document { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid gegeven, CancellationToken cancel) => await LoadAsync(id, gegeven, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid gegeven, string? actie, Guid? voorstel, CancellationToken cancel)
    {
        if (await LoadAsync(id, gegeven, cancel) is { } refused)
            return refused;
        if (!ModelState.IsValid)
            return BadForm();
        var item = new ItemId(gegeven);
        var (refusal, done) = actie switch
        {
            "corrigeer" => ((await quality.CorrectAsync(Actor, item, Input.ToCorrection(), cancel)).Refusal, "De correctie is bewaard. Wie de oude tekst kreeg, hoort dit."),
            "stel-voor" => ((await quality.ProposeAsync(Actor, item, Input.ToCorrection(), cancel)).Refusal, "Uw voorstel is naar de verstrekker gestuurd."),
            "beslis" => ((await quality.DecideAsync(Actor, item, voorstel ?? default, new NewProposalDecision(Input.Besluit, Input.BesluitReden), cancel)).Refusal, "Uw besluit is bewaard. Wie het voorstel deed, hoort dit."),
            "toets" => ((await quality.TestAsync(Actor, item, Input.Toelichting, cancel)).Refusal, "De toets is bewaard."),
            "bijlage" => ((await AddAsync(item, cancel)).Refusal, "De bijlage is bewaard."),
            _ => ((await quality.ReadMessagesAsync(Actor, item, cancel)).Refusal, "Afgedaan."),
        };
        if (refusal is not null)
            return Show(refusal);
        Done = done;
        return RedirectToPage(new { id, gegeven });
    }

    /// <summary>The part of the form that a refused post belongs to stays open.</summary>
    public bool IsOpen(string part) => ModelState.Any(f => f.Value!.Errors.Count > 0) && Request.HasFormContentType && Request.Form["actie"] == part;

    protected override string FieldName(string field) => field switch
    {
        "inhoud" or "naam" => nameof(Document),
        "reden" when Request.Form["actie"] == "beslis" => base.FieldName(nameof(Herstel.BesluitReden)),
        _ => base.FieldName(field),
    };

    private async Task<Result<Domain.Signals.AttachmentLine>> AddAsync(ItemId item, CancellationToken cancel)
    {
        if (Document is null)
            return new NotValid("inhoud", "Kies eerst een document.");
        // What is larger is refused by its length; its bytes are not read into memory.
        using var bytes = new MemoryStream();
        if (Document.Length <= NewAttachment.LargestSize)
            await Document.CopyToAsync(bytes, cancel);
        var content = Document.Length <= NewAttachment.LargestSize ? bytes.ToArray() : new byte[NewAttachment.LargestSize + 1];
        return await attachments.AddAsync(Actor, item, new NewAttachment(Document.FileName, content), cancel);
    }

    private async Task<IActionResult?> LoadAsync(Guid id, Guid gegeven, CancellationToken cancel)
    {
        var looked = await desk.LookAsync(Actor, new SignalId(id), cancel);
        if (!looked.IsDone)
            return Show(looked.Refusal);
        var read = await quality.HistoryAsync(Actor, new ItemId(gegeven), null, cancel);
        if (!read.IsDone || read.Value.Signal.Value != id)
            return NotFound();
        Case = pages.Of(looked.Value);
        Item = history.Of(looked.Value.State.Id, read.Value);
        Shown = [new ItemGroup(Item.Category, [Item.Item], [])];
        return null;
    }

    /// <summary>What is typed on this page. The names are those of the API.</summary>
    public sealed class Herstel
    {
        public string? Waarde { get; set; }

        public string? Reden { get; set; }

        public string? Besluit { get; set; }

        public string? BesluitReden { get; set; }

        public string? Toelichting { get; set; }

        /// <summary>The text as it should be.</summary>
        public NewCorrection ToCorrection() => new(Waarde, Reden);
    }
}
