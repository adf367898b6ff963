using CotnvPga.Domain.Coordination;
using NodaTime;

namespace CotnvPga.Data.Coordination;

// The rows of schema coordinatie, as the desk reads them.

internal sealed class SeatRow
{
    public Guid Id { get; init; }
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public string Grondslag { get; init; } = "";
    public string Doel { get; init; } = "";
    public bool Gebeurtenis { get; init; }
    public LocalDate Dag { get; init; }
    public Instant GevraagdOp { get; init; }
    public string? Wet { get; init; }
    public string? Toelichting { get; init; }
    public Guid? BeoordeeldDoor { get; init; }
    public bool? Akkoord { get; init; }
    public Instant? VernietigdOp { get; init; }

    public AdviserSeat ToSeat() => new(Id, Nummer, Gemeente, Grondslag, Doel, Gebeurtenis, Dag, GevraagdOp, Wet, Toelichting, BeoordeeldDoor, Akkoord, VernietigdOp);
}

internal sealed class HelpRow
{
    public Guid Id { get; init; }
    public string Gemeente { get; init; } = "";
    public string Onderwerp { get; init; } = "";
    public Instant Op { get; init; }
    public Instant? OpgepaktOp { get; init; }
}

internal sealed class PracticeRow
{
    public Guid Id { get; init; }
    public string Titel { get; init; } = "";
    public string Tekst { get; init; } = "";
    public Instant Op { get; init; }
}

internal sealed class CaseSeatRow
{
    public string Nummer { get; init; } = "";
    public string Grondslag { get; init; } = "";
    public LocalDate Dag { get; init; }
    public string? Wet { get; init; }
    public string? Toelichting { get; init; }
    public bool? Akkoord { get; init; }
}
