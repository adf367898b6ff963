using CotnvPga.Convenant;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.Matrix;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Convenanten;

/// <summary>Who may see what in which phase, on any day. Every cell comes from the engine.</summary>
public sealed class MatrixModel(
    CompiledConvenant convenant, SharingEditions editions, Municipalities municipalities, DutchClock clock, MatrixPages pages)
    : CovenantPage(convenant, editions, municipalities, clock)
{
    [BindProperty(SupportsGet = true)]
    public string? Fase { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Manier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Doel { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Bijzonder { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rol { get; set; }

    /// <summary>The matrix in words.</summary>
    public MatrixView Matrix { get; private set; } = null!;

    /// <summary>The days on which something changes, today among them.</summary>
    public IReadOnlyList<ChangeDay> Days { get; private set; } = [];

    /// <summary>The phases, as tabs.</summary>
    public IReadOnlyList<Choice> Phases => pages.Choices("fase");

    /// <summary>The acts with an item.</summary>
    public IReadOnlyList<Choice> Ways => [.. pages.Choices("handeling").Where(c => c.Value != Act.Deelnemen.Code())];

    /// <summary>The purposes.</summary>
    public IReadOnlyList<Choice> Purposes => pages.Choices("doel");

    /// <summary>The special natures.</summary>
    public IReadOnlyList<Choice> Natures => [.. pages.Choices("bijzonder").Where(c => c.Value != Nature.Geen.Code())];

    /// <summary>The roles.</summary>
    public IReadOnlyList<Choice> Roles => [.. pages.Choices("rol").Skip(1)];

    public IActionResult OnGet()
    {
        if (!ReadPlace())
            return NotFound();
        Fase = Known("fase", Fase) ?? Phase.Weging.Code();
        Manier = Known("handeling", Manier) is { } act && act != Act.Deelnemen.Code() ? act : Act.Raadplegen.Code();
        Doel = Known("doel", Doel) ?? Purpose.Persoonsgericht.Code();
        Bijzonder = Known("bijzonder", Bijzonder);
        Rol = Known("rol", Rol);
        Days = [.. ChangeDays.Of(Convenant, Municipality).Append(new ChangeDay(Today, "Vandaag")).GroupBy(d => d.Day).Select(d => d.Last()).OrderBy(d => d.Day)];
        Matrix = pages.View(new MatrixQuestion(Edition, Day, Fase, Manier, Doel, Bijzonder ?? Nature.Geen.Code(), Rol), Municipality);
        return Page();
    }

    /// <summary>The address of this matrix with something else in it.</summary>
    public IDictionary<string, string> With(string name, string value) => new Dictionary<string, string?>
    {
        [nameof(Dag)] = Day == Today ? null : Dag,
        [nameof(Fase)] = Fase,
        [nameof(Manier)] = Manier,
        [nameof(Doel)] = Doel,
        [nameof(Bijzonder)] = Bijzonder,
        [nameof(Rol)] = Rol,
        [name] = value,
    }.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(f => f.Key, f => f.Value!);

    // A code that the vocabulary does not have is the same as none: the page then shows the ordinary matrix.
    private string? Known(string axis, string? code) => code is not null && Convenant.CodesOf(axis).Contains(code) ? code : null;
}
