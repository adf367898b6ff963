using CotnvPga.Data.Oversight;
using CotnvPga.Portal.Api.Calls;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The logged decisions of a case, made again for who reviews.</summary>
internal static class Herhaling
{
    private static readonly string[] Outcomes = ["gelijk", "anders", "niet_te_herhalen"];

    public static void MapHerhaling(this RouteGroupBuilder api) => api.MapGet("/signalen/{id}/logboek/herhaling", ReplayAsync);

    private static Task<IResult> ReplayAsync(string id, ApiCall call, DecisionReplay replay, CancellationToken cancel) =>
        call.ReadCaseAsync(id, (signal, purpose) => replay
            .ReplayAsync(call.Actor, signal, purpose, cancel)
            .ReplyAsync(lines => Replies.Ok(new
            {
                Gelijk = Count(lines, ReplayOutcome.Gelijk),
                Anders = Count(lines, ReplayOutcome.Anders),
                NietTeHerhalen = Count(lines, ReplayOutcome.NietTeHerhalen),
                Regels = lines.Select(Line),
            })));

    private static int Count(IReadOnlyList<ReplayedLine> lines, ReplayOutcome outcome) => lines.Count(l => l.Outcome == outcome);

    private static object Line(ReplayedLine line) => new
    {
        Op = line.At,
        line.Account,
        Partij = line.Party,
        Gemeente = line.Municipality,
        Aan = line.To,
        Handeling = line.Act,
        Doel = line.Purpose,
        line.Convenant,
        Uitkomst = Outcomes[(int)line.Outcome],
        Toelichting = line.Words,
        Verschillen = line.Differences,
    };
}
