using CotnvPga.Domain.Continuity;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Continuity;
using NodaTime;

namespace CotnvPga.Portal.Api.V1;

/// <summary>How the API writes who can do the work.</summary>
internal static class ContinuityText
{
    public static object Of(IReadOnlyList<Bench> benches, ContinuityRules rules, LocalDate today)
    {
        var review = rules.ReviewOn(today);
        return new
        {
            Nodig = rules.Needed,
            ToegangNagaan = new { Kwartaal = review.Quarter, Uiterlijk = review.Due },
            Functies = benches.Select(b => new
            {
                Partij = b.Party.Code(),
                Gemeente = b.Municipality.Code,
                Beschikbaar = b.Available,
                TeKwetsbaar = b.IsThin,
                Mensen = b.Seats.Select(Seat),
            }),
        };
    }

    public static object Offer(PoolOffer offer) => new { offer.Id, Naam = offer.Name, Partij = offer.Party.Code(), Gemeente = offer.Lender.Code, Tot = offer.Until };

    public static object Request(BackupRequest request) => new
    {
        request.Id,
        Naam = request.Name,
        Partij = request.Party.Code(),
        VanGemeente = request.Lender.Code,
        VoorGemeente = request.Asker.Code,
        Van = request.From,
        Tot = request.Until,
        Reden = request.Reason,
        BeantwoordOp = request.AnsweredAt,
        Lidmaatschap = request.Membership,
    };

    public static object Absence(Absence absence) => new { absence.Id, Van = absence.First, Tot = absence.Last };

    private static object Seat(Seat seat) => new
    {
        Lidmaatschap = seat.Membership,
        Persoon = seat.Account.Value,
        Naam = seat.Name,
        Rol = seat.Role,
        Van = seat.From,
        Tot = seat.Until,
        Gescreend = seat.CanWork,
        Opgeleid = seat.IsTrained,
        AfwezigTot = seat.AwayUntil,
        Vervangt = seat.DeputyFor,
        UitgeleendDoor = seat.LentBy?.Code,
        Toegang = seat.Review.Code(),
        EindigtOngebruikt = seat.EndsUnused,
    };
}
