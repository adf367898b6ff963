using CotnvPga.Domain.Continuity;
using NodaTime;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>Days on which somebody does not work, as they are typed. The names are those of the API.</summary>
public sealed class AbsenceInput
{
    public LocalDate? Van { get; set; }

    public LocalDate? Tot { get; set; }

    /// <summary>What is sent.</summary>
    public NewAbsence ToAbsence() => new(Van, Tot);
}

/// <summary>A deputy as it is typed.</summary>
public sealed class DeputyInput
{
    public Guid? Lidmaatschap { get; set; }

    public Guid? Persoon { get; set; }

    public LocalDate? Van { get; set; }

    public LocalDate? Tot { get; set; }

    /// <summary>What is sent.</summary>
    public NewDeputy ToDeputy() => new(Lidmaatschap, Persoon, Van, Tot);
}

/// <summary>A request for somebody of the pool, as it is typed.</summary>
public sealed class BackupInput
{
    public Guid? Aanbod { get; set; }

    public LocalDate? Van { get; set; }

    public LocalDate? Tot { get; set; }

    public string? Reden { get; set; }

    /// <summary>What is sent.</summary>
    public NewBackup ToBackup() => new(Aanbod, Van, Tot, Reden);
}
