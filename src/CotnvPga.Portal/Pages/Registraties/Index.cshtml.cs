using CotnvPga.Data.Registrations;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace CotnvPga.Portal.Pages.Registraties;

/// <summary>What one's own party recorded, as a file. Asked with a form, because each value in it gets its line in the log.</summary>
public sealed class IndexModel(OwnRegistrations registrations, DutchClock clock) : FormPage<RegistrationsInput>
{
    private const string ForPrograms = "json";

    /// <summary>The forms of the file.</summary>
    public IReadOnlyList<Choice> Forms { get; } = [new("csv", "Voor een rekenblad (csv)"), new(ForPrograms, "Voor een ander systeem (json)")];

    public void OnGet() => Input = new RegistrationsInput { Van = clock.Today.PlusMonths(-3), Tot = clock.Today, Vorm = "csv" };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return BadForm();
        var read = await registrations.ReadAsync(Actor, Input.Van, Input.Tot, cancel);
        if (!read.IsDone)
            return Show(read.Refusal);
        return Input.Vorm == ForPrograms
            ? File(RegistrationPages.Json(read.Value), "application/json", "registraties.json")
            : File(RegistrationPages.Csv(read.Value), "text/csv; charset=utf-8", "registraties.csv");
    }
}

/// <summary>Which registrations.</summary>
public sealed class RegistrationsInput
{
    public LocalDate? Van { get; set; }

    public LocalDate? Tot { get; set; }

    public string? Vorm { get; set; }
}
