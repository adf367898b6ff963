using CotnvPga.Convenant;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Reports;
using CotnvPga.Portal.Api.V1;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace CotnvPga.Portal.Pages.Meldingen;

/// <summary>Anyone reports, without logging in. 429 after too many reports from one address; the answer never depends on whom it concerns.</summary>
[AllowAnonymous]
[EnableRateLimiting(ReportRate.Policy)]
[IgnoreAntiforgeryToken]
public sealed class MeldenModel(ReportDesk desk, CompiledConvenant convenant, Municipalities municipalities) : FormPage<MeldenModel.Melding>, IPublicForm
{
    public const int LongestText = 8_000;
    public const int LongestLine = 300;

    public IEnumerable<Choice> Municipalities => municipalities.All.Select(m => new Choice(m.Code, m.Name));

    public IEnumerable<Choice> Receivers => convenant.CodesOf("partij").Where(convenant.GroupOf("partij", "drie").Contains).Select(p => new Choice(p, convenant.LabelOf("partij", p)));

    public IEnumerable<Choice> Kinds => convenant.Process.Reasons["soort_melder"].Select(r => new Choice(r.Code, r.Label));

    public IEnumerable<Choice> PersonFields => NewReport.PersonFields.Select(f => new Choice(f, convenant.Fields[f].Label));

    /// <summary>The code that the reporter keeps; null until the report is in.</summary>
    public string? Receipt { get; set; }

    /// <summary>Whether this form came back with other words after it was sent.</summary>
    public bool WasSentBefore { get; private set; }

    /// <summary>Opens the form, from the page of a municipality with that municipality filled in.</summary>
    public void OnGet(string? gemeente)
    {
        Input.Gemeente = municipalities.All.FirstOrDefault(m => m.Code == gemeente)?.Code;
        FillPerson();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        FillPerson();
        if (!string.IsNullOrEmpty(Input.Website))
            ModelState.AddModelError("Input.Website", "Laat dit veld leeg. Het is er om robots te herkennen.");
        if (!ModelState.IsValid)
            return BadForm();
        var received = await desk.ReceiveAsync(Input.ToReport(), cancel);
        if (!received.IsDone)
            return Show(received.Refusal);
        Receipt = received.Value;
        return Page();
    }

    public void SentBefore()
    {
        FillPerson();
        WasSentBefore = true;
    }

    private void FillPerson()
    {
        foreach (var field in NewReport.PersonFields)
            Input.Persoon.TryAdd(field, null);
    }

    /// <summary>A report as it is typed. The names are those of the API.</summary>
    public sealed class Melding
    {
        public string? Gemeente { get; set; }

        public string? Aan { get; set; }

        public string? Omschrijving { get; set; }

        public Dictionary<string, string?> Persoon { get; set; } = [];

        public string? Melder { get; set; }

        public string? SoortMelder { get; set; }

        /// <summary>People do not see this field; what fills in everything does.</summary>
        public string? Website { get; set; }

        /// <summary>What is sent.</summary>
        public NewReport ToReport() => new(
            Gemeente, Aan, Omschrijving, Persoon.Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value!), Melder, SoortMelder);
    }
}
