using CotnvPga.Convenant;
using CotnvPga.Data.PriorCases;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.PriorCases;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Pages.Signalen;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.LopendeZaken;

/// <summary>Enters one case of before the portal as a concept.</summary>
[KeepsTyped]
[RequestSizeLimit(UploadLimit)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimit)]
public sealed class InvoerenModel(RunningCaseDesk desk, RegistrationPlaces places, RecordingRules rules, CompiledConvenant convenant, Words words) : FormPage<InvoerenModel.LopendeZaak>
{
    private const int UploadLimit = NewAttachment.LargestSize + 1024 * 1024;

    public IReadOnlyList<Choice> Municipalities => places.Municipalities(Actor);

    public IReadOnlyList<Choice> Phases =>
    [
        .. Actor.Memberships.SelectMany(m => NewRunningCase.Phases(convenant.Process, m.Party)).Distinct().Select(p => new Choice(p, words.Phase(Codes.Known<Phase>(p)))),
    ];

    public IReadOnlyList<Choice> Parties =>
    [
        .. convenant.CodesOf("partij").Where(p => convenant.GroupOf("partij", "deelnemers").Contains(p) && !convenant.GroupOf("partij", "elders").Contains(p)).Select(p => new Choice(p, words.Party(p))),
    ];

    /// <summary>What must be written beside an item, by field.</summary>
    public IReadOnlyDictionary<string, string> Asked => rules.ForNewSignal(Actor);

    /// <summary>The document of the old weighing.</summary>
    [BindProperty]
    public IFormFile? Document { get; set; }

    public void OnGet()
    {
        if (Input.Gegevens.Count == 0)
            Input.Gegevens.Add(new ItemInput());
    }

    public async Task<IActionResult> OnPostAsync(string? actie, CancellationToken cancel)
    {
        if (ItemRows.Rearrange(actie, Input.Gegevens))
            return AsTyped();
        if (!ModelState.IsValid)
            return BadForm();
        var entered = await desk.EnterAsync(Actor, Input.ToCase(Municipalities is [var only] ? only.Value : Input.Gemeente, await DocumentAsync(cancel)), cancel);
        if (!entered.IsDone)
            return Show(entered.Refusal);
        Done = $"Zaak {entered.Value.Number} is als concept bewaard. Alleen u ziet haar.";
        return RedirectToPage("/LopendeZaken/Zaak", new { concept = entered.Value.Id });
    }

    protected override string? Place(string field) => ItemInput.Place(field);

    protected override string FieldName(string field) => field.StartsWith("document.", StringComparison.Ordinal) ? nameof(Document) : base.FieldName(field);

    private async Task<NewAttachment?> DocumentAsync(CancellationToken cancel)
    {
        if (Document is null)
            return null;
        using var bytes = new MemoryStream();
        await Document.CopyToAsync(bytes, cancel);
        return new NewAttachment(Document.FileName, bytes.ToArray());
    }

    /// <summary>A case as it is typed. The names are those of the API.</summary>
    public sealed class LopendeZaak
    {
        public string? Gemeente { get; set; }

        public string? Kenmerk { get; set; }

        public string? Fase { get; set; }

        public LocalDate? Sinds { get; set; }

        public LocalDate? WegingOp { get; set; }

        public List<string> Partijen { get; set; } = [];

        public string? Aanleiding { get; set; }

        public List<ItemInput> Gegevens { get; set; } = [];

        /// <summary>What is sent to be kept. An item of which nothing was typed is left out.</summary>
        public NewRunningCase ToCase(string? municipality, NewAttachment? document) => new(
            municipality, Kenmerk, Fase, Sinds, WegingOp, Partijen, Aanleiding, [.. Gegevens.Where(g => g.Veld is not null || g.Waarde is not null).Select(g => g.ToItem())], document);
    }
}
