using CotnvPga.Data.Repeats;
using CotnvPga.Data.Reports;
using CotnvPga.Domain;
using CotnvPga.Domain.Reports;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Problems;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>The two addresses that need no log-in: making a report, and asking by its receipt code whether it was handled.</summary>
internal static class OpenbareMeldingen
{
    private const int BodyLimit = 10 * 1024;

    public static void MapOpenbareMeldingen(this RouteGroupBuilder api)
    {
        api.MapPost("/meldingen", ReportAsync).AllowAnonymous().RequireRateLimiting(ReportRate.Policy);
        // The code is a secret: it does not go into an address, where it would be logged.
        api.MapPost("/meldingen/_stand", StandingAsync).AllowAnonymous().RequireRateLimiting(ReportRate.Policy);
    }

    private static Task<IResult> ReportAsync(HttpRequest request, ReportDesk desk, CancellationToken cancel) => AnswerAsync(request, async body =>
    {
        var report = Read(body.Members);
        // The same answer whoever it concerns; what is wrong with the words is told to who wrote them.
        return body.Errors.Count > 0
            ? new NotValid(body.Errors)
            : await desk.ReceiveAsync(report, cancel).ReplyAsync(code => Replies.Accepted(new { Ontvangstcode = code }));
    }, cancel);

    private static Task<IResult> StandingAsync(HttpRequest request, ReportDesk desk, CancellationToken cancel) => AnswerAsync(request, async body =>
    {
        var code = body.Members.Text("ontvangstcode");
        if (body.Errors.Count > 0)
            return new NotValid(body.Errors);
        if (string.IsNullOrWhiteSpace(code))
            return new NotValid("ontvangstcode", "Vul de code in die u kreeg toen u meldde.");
        return await desk.StandingAsync(code, cancel) is { } standing ? Replies.Ok(new { Stand = standing }) : new NotKnown();
    }, cancel);

    private static NewReport Read(SentObject body)
    {
        var (surname, person) = body.TextOrObject("persoon");
        return new NewReport(
            body.Text("gemeente"),
            body.Text("aan"),
            body.Text("omschrijving"),
            surname is null ? Person(person) : new Dictionary<string, string> { ["achternaam"] = surname },
            Reporter(body),
            body.Text("soortMelder"));
    }

    private static Dictionary<string, string> Person(SentObject? person)
    {
        var fields = new Dictionary<string, string>();
        if (person is null)
            return fields;
        foreach (var field in NewReport.PersonFields)
        {
            if (person.Text(field) is { } text)
                fields[field] = text;
        }
        if (person.Text("naam") is { } name)
            fields.TryAdd("achternaam", name);
        return fields;
    }

    private static string? Reporter(SentObject body)
    {
        var (text, reporter) = body.TextOrObject("melder");
        return text ?? (reporter is null ? null : string.Join(", ", new[] { reporter.Text("naam"), reporter.Text("contact") }.Where(t => !string.IsNullOrWhiteSpace(t))));
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<SentBody, Task<Result<StoredAnswer>>> answer, CancellationToken cancel)
    {
        var sent = await SentBody.ReadAsync(request, BodyLimit, required: true, cancel);
        if (!sent.IsDone)
            return Problem.From(sent.Refusal);
        var result = await answer(sent.Value);
        return result.IsDone ? new StoredResult(result.Value) : Problem.From(result.Refusal);
    }
}
