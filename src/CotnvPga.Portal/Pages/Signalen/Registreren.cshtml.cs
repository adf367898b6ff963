using CotnvPga.Data.Recognition;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Signals;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>Registers a signal with its items. Adding and removing an item is a round trip, so that it works without script.</summary>
[KeepsTyped]
public sealed class RegistrerenModel(SignalDesk desk, RecognitionDesk recognition, RegistrationPlaces places, RecordingRules rules) : FormPage<RegistrerenModel.Signaal>
{
    /// <summary>Municipalities in which this person can register.</summary>
    public IReadOnlyList<Choice> Municipalities => places.Municipalities(Actor);

    /// <summary>To whom this person's party brings a case; empty when it is one that receives.</summary>
    public IReadOnlyList<Choice> Addressees => places.Addressees(Actor);

    /// <summary>What must be written beside an item, by field.</summary>
    public IReadOnlyDictionary<string, string> Asked => rules.ForNewSignal(Actor);

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

        if (Municipalities is [var only])
            Input.Gemeente = only.Value;
        var registered = await desk.RegisterAsync(Actor, Input.ToSignal(), cancel);
        if (!registered.IsDone)
            return Show(registered.Refusal);
        var known = await recognition.FindAsync(Actor, registered.Value.Id, null, cancel);
        Done = known is { IsDone: true, Value.Count: > 0 }
            ? $"Signaal {registered.Value.Number} is geregistreerd. Deze persoon is hier mogelijk al bekend: kijk bij Samenhang."
            : $"Signaal {registered.Value.Number} is geregistreerd.";
        return RedirectToPage("/Signalen/Zaak/Index", new { id = registered.Value.Id.Value });
    }

    protected override string? Place(string field) => ItemInput.Place(field);

    /// <summary>A signal as it is typed.</summary>
    public sealed class Signaal
    {
        public string? Gemeente { get; set; }

        public string? Aan { get; set; }

        public string? Aanleiding { get; set; }

        public List<ItemInput> Gegevens { get; set; } = [];

        /// <summary>What is sent to be registered.</summary>
        public NewSignal ToSignal() => new(Gemeente, Aanleiding, Aan, [.. Gegevens.Select(g => g.ToItem())]);
    }
}
