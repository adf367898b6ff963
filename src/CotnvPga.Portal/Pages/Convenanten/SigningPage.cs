using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Domain;
using CotnvPga.Domain.Accession;
using CotnvPga.Portal.Components.Text;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>A page on which somebody signs for a municipality: acceding or leaving. Who may, and what is right, the desk decides.</summary>
public abstract class SigningPage(AccessionDesk desk, CompiledConvenant convenant, DutchClock clock) : FormPage<DeclarationInput>
{
    /// <summary>Code of the municipality.</summary>
    [BindProperty(SupportsGet = true)]
    public string Gemeente { get; set; } = "";

    /// <summary>The municipality with what it declared.</summary>
    public MunicipalAccession Accession { get; private set; } = null!;

    /// <summary>Whether this person may sign.</summary>
    public bool MaySign => desk.MaySign(Actor, Gemeente);

    /// <summary>Hash of the rules that are signed.</summary>
    public string Hash => convenant.Hash;

    /// <summary>Today, in the Netherlands.</summary>
    public LocalDate Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        Input.Ondertekenaar ??= Actor.DisplayName;
        Input.Datum ??= LocalDatePattern.Iso.Format(Today);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return NotFound();
        var signed = await SignAsync(desk, Input.ToDeclaration(), cancel);
        if (!signed.IsDone)
            return Show(signed.Refusal);
        Done = DoneText(signed.Value);
        return RedirectToPage("/Convenanten/Lezen", new { gemeente = Gemeente });
    }

    /// <summary>Signs.</summary>
    protected abstract Task<Result<Declaration>> SignAsync(AccessionDesk at, NewDeclaration sent, CancellationToken cancel);

    /// <summary>What went well, in one sentence.</summary>
    protected abstract string DoneText(Declaration declared);

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await desk.OfAsync(Gemeente, cancel) is not { } known)
            return false;
        Accession = known;
        return true;
    }
}
