using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Domain.Signals;

/// <summary>Where a case stands. Holds nothing about the person.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its random number for people.</param>
/// <param name="Municipality">The municipality of stay.</param>
/// <param name="Phase">Its phase.</param>
/// <param name="Unread">True while it is a report that nobody took up yet.</param>
/// <param name="Round">The round of the weighing, from 1.</param>
/// <param name="UrgentUntil">Last day to ratify an urgent weighing; null when there is none to ratify.</param>
/// <param name="Hold">True while a law or a legal claim keeps it from being destroyed.</param>
/// <param name="PhaseSince">When the phase began.</param>
/// <param name="OpenedAt">When it was registered.</param>
/// <param name="LastProcessed">When something in it was last processed: the clock of wet-pga:9 starts here.</param>
/// <param name="OpenedUnder">Key of the edition under which it was opened; empty where none was.</param>
public sealed record SignalState(
    SignalId Id,
    string Number,
    Municipality Municipality,
    Phase Phase,
    bool Unread,
    int Round,
    LocalDate? UrgentUntil,
    bool Hold,
    Instant PhaseSince,
    Instant OpenedAt,
    Instant LastProcessed,
    string OpenedUnder);
