using CotnvPga.Convenant.Clauses;
using NodaTime;

namespace CotnvPga.Domain.Accession;

/// <summary>A declaration as somebody sends it.</summary>
/// <param name="Version">The version of the local covenant, or <see cref="NationalAlone"/>; not asked of who leaves.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Function">In which function.</param>
/// <param name="Mandate">On which mandate.</param>
/// <param name="On">The day: of signing, or when it leaves the first day without.</param>
/// <param name="Read">Hash of the rule data that the signer read; null when not said.</param>
public sealed record NewDeclaration(string? Version, string? Signer, string? Function, string? Mandate, LocalDate? On, string? Read)
{
    /// <summary>Stands in the place of a version for who accedes to the national covenant without a local one.</summary>
    public const string NationalAlone = "landelijk";

    /// <summary>Months ahead in which a leaving may be announced: the longest notice that the draft covenant lets a municipality choose.</summary>
    private const int LongestNotice = 6;

    private const int Longest = 2000;
    private static readonly LocalDate FirstDay = new(2025, 7, 1);

    /// <summary>Everything that is wrong with an accession.</summary>
    /// <param name="locals">The versions of the municipality.</param>
    /// <param name="today">The day.</param>
    public IReadOnlyList<FieldError> AccessionErrors(IReadOnlyList<LocalCovenant> locals, LocalDate today)
    {
        var errors = SigningErrors();
        var versions = locals.Select(l => l.Version).Append(NationalAlone).ToList();
        if (Version is null || !versions.Contains(Version))
            errors.Insert(0, new FieldError("versie", $"Kies een versie: {string.Join(", ", versions)}."));
        if (On is not { } day || day < FirstDay || day > today)
            errors.Add(new FieldError("datum", $"Kies de dag van tekenen, van {FirstDay:yyyy-MM-dd} tot en met vandaag (jjjj-mm-dd)."));
        return errors;
    }

    /// <summary>Everything that is wrong with leaving.</summary>
    public IReadOnlyList<FieldError> LeavingErrors(LocalDate today)
    {
        var errors = SigningErrors();
        if (On is not { } day || day < today || day > today.PlusMonths(LongestNotice))
            errors.Add(new FieldError("datum", $"Kies de eerste dag zonder convenant, van vandaag tot ten hoogste {LongestNotice} maanden verder (jjjj-mm-dd)."));
        return errors;
    }

    private List<FieldError> SigningErrors()
    {
        var errors = new List<FieldError>();
        foreach (var (text, field, message) in new[]
        {
            (Signer, "ondertekenaar", "Noem wie tekent."), (Function, "functie", "Noem de functie van wie tekent."), (Mandate, "mandaat", "Schrijf op welk mandaat, of waar dat staat."),
        })
        {
            if (string.IsNullOrWhiteSpace(text))
                errors.Add(new FieldError(field, message));
            else if (text.Length > Longest)
                errors.Add(new FieldError(field, $"Dit is te lang. Gebruik ten hoogste {Longest} tekens."));
        }
        return errors;
    }
}
