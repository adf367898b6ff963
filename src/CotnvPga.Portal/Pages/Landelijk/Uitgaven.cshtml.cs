using CotnvPga.Data.Uniformity;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Irreversible;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>Releases of the national tables: asked for by one organisation, looked at by two others. 404 for who has no task in it.</summary>
[Irreversible]
[KeepsTyped]
public sealed class UitgavenModel(UniformityDesk desk, Words words) : FormPage<UitgavenModel.Uitgave>
{
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    public bool MayRequest { get; private set; }

    public IReadOnlyList<Choice> YesNo { get; } = Signalen.Stap.StepForm.YesNo;

    /// <summary>Name of an organisation.</summary>
    public string NameOf(string party) => words.Party(party);

    /// <summary>When something was.</summary>
    public static string At(NodaTime.Instant at) => at.ToMomentText();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await LoadAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? actie, Guid? uitgave, CancellationToken cancel)
    {
        if (!await LoadAsync(cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return BadForm();
        var done = actie == "controleer"
            ? await desk.CheckAsync(Actor, uitgave ?? Guid.Empty, Input.Akkoord, Input.Toelichting, cancel)
            : await desk.RequestAsync(Actor, Input.Jaar, cancel);
        if (!done.IsDone)
            return Show(done.Refusal);
        Done = actie == "controleer" ? "Uw controle ligt vast." : "De uitgave is gemaakt en bevroren. Twee andere organisaties controleren haar.";
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var read = await desk.ReleasesAsync(Actor, cancel);
        if (!read.IsDone)
            return false;
        Releases = read.Value;
        MayRequest = desk.MayRequest(Actor);
        return true;
    }

    /// <summary>What is typed on this page. The names are those of the API.</summary>
    public sealed class Uitgave
    {
        public int? Jaar { get; set; }

        public bool? Akkoord { get; set; }

        public string? Toelichting { get; set; }
    }
}
