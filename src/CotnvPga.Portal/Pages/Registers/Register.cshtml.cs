using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Registers;
using CotnvPga.Portal.Mapping;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Registers;

/// <summary>A register: what there is in it, searched and in pages, and what can be laid down. 404 for who reads nothing in it.</summary>
public sealed class RegisterModel(RegisterDesk desk, RegisterRecordPages pages, ArchivePages archive) : PortalPage
{
    private const int LastPage = 100_000;

    public RegisterPage View { get; private set; } = null!;

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    /// <summary>What can be laid down by itself.</summary>
    public IReadOnlyList<RegisterForm> Starts { get; private set; } = [];

    public string? Zoek { get; private set; }

    public string? Soort { get; private set; }

    public int Pagina { get; private set; } = 1;

    public bool IsSearched => Zoek is not null || Soort is not null;

    public bool HasMore => (long)Pagina * RegisterDesk.PageSize < View.Total;

    public async Task<IActionResult> OnGetAsync(string register, string? zoek, string? soort, int? pagina, CancellationToken cancel)
    {
        (Zoek, Soort, Pagina) = (string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim(), string.IsNullOrWhiteSpace(soort) ? null : soort, Math.Clamp(pagina ?? 1, 1, LastPage));
        var read = await desk.ReadAsync(Actor, register, new RegisterSearch(Zoek, Soort, Pagina), cancel);
        if (!read.IsDone)
            return NotFound();
        View = read.Value;
        Lines = [.. View.Records.Select(r => pages.Line(View.Register, r))];
        Starts = [.. View.Offered.Where(f => !f.IsAbout)];
        return Page();
    }

    /// <summary>The whole register as a file.</summary>
    public async Task<IActionResult> OnGetBestandAsync(string register, CancellationToken cancel)
    {
        var read = await desk.ExportAsync(Actor, register, cancel);
        return read.IsDone ? File(pages.Csv(read.Value), "text/csv; charset=utf-8", $"register-{read.Value.Register.Code}.csv") : NotFound();
    }

    /// <summary>The whole register as a package for an archive.</summary>
    public async Task<IActionResult> OnGetArchiefAsync(string register, CancellationToken cancel)
    {
        var read = await desk.ExportAsync(Actor, register, cancel);
        return read.IsDone ? File(archive.Package(read.Value), "application/zip", $"archief-register-{read.Value.Register.Code}.zip") : NotFound();
    }
}
