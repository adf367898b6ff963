using CotnvPga.Data.Signals;
using CotnvPga.Domain.Coordination;
using CotnvPga.Domain.Records;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Coordination;

/// <summary>The case's side of a seat: asks for it with a line that says nothing of the case, and sees how it stands. Needs a ticket for the process.</summary>
internal static class SeatRequests
{
    /// <summary>Asks for a seat, by a record that was just laid down.</summary>
    public static async Task AskAsync(ZaakContext db, Guid record, RecordWords words, CancellationToken cancel)
    {
        var number = $"Z-{CaseNumber.Part()}{CaseNumber.Part()}";
        var day = RecordWords.DayOf(words.Answer("overleg")!)!.Value;
        var hasEvent = words.Answer("gebeurtenis") is not null && words.Answer("maatregel") is not null;
        await db.Database.ExecuteSqlAsync($"select toegang.zetel_vragen({record}, {number}, {words.Answer("grondslag")}, {words.Answer("doel")}, {hasEvent}, {day})", cancel);
    }

    /// <summary>The seats that this case asked for, as they stand today.</summary>
    public static IReadOnlyList<AskedSeat> On(LocalDate today, IEnumerable<CaseSeatRow> seats) =>
    [
        .. seats.Select(r => new AskedSeat(
            r.Nummer, r.Dag, new AdviserSeat(default, r.Nummer, "", r.Grondslag, "", false, r.Dag, default, r.Wet, r.Toelichting, null, r.Akkoord, null).StageOn(today), r.Toelichting)),
    ];
}

/// <summary>A seat that a case asked for.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Meeting">The day of the meeting.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Explanation">What the minister's side said.</param>
public sealed record AskedSeat(string Number, LocalDate Meeting, SeatStage Stage, string? Explanation);
