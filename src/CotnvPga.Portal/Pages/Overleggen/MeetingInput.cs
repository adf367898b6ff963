using CotnvPga.Domain.Meetings;
using NodaTime;

namespace CotnvPga.Portal.Pages.Overleggen;

/// <summary>A meeting as it is typed, or a case to put on an agenda; the pressed button says which. The names are those of the API.</summary>
public sealed class MeetingInput
{
    public string? Gemeente { get; set; }

    public string? Soort { get; set; }

    public LocalDate? Dag { get; set; }

    public string? Van { get; set; }

    public string? Tot { get; set; }

    public string? Plaats { get; set; }

    public int? Weken { get; set; }

    public int? Keren { get; set; }

    public Guid? Bijeenkomst { get; set; }

    public Guid? Zaak { get; set; }

    /// <summary>What is sent.</summary>
    public NewMeeting ToMeeting() => new(Gemeente, Soort, Dag, Van, Tot, Plaats, Weken, Keren);
}
