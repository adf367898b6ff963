using System.Buffers;
using System.Text.Json;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Searching;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Identity.Tokens;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Problems;
using CotnvPga.Portal.Api.Reading;
using Microsoft.Net.Http.Headers;

namespace CotnvPga.Portal.Api.Access;

/// <summary>
/// The AuthZEN Authorization API 1.0: asks the engine and nothing else; no case is read. Which members count is up to the vocabulary
/// of the convenant: nothing here is about this law.
/// </summary>
internal static class AccessEndpoints
{
    private const int BodyLimit = 2 * 1024 * 1024;

    public static void MapAccess(this WebApplication app)
    {
        var access = app.MapGroup("").RequireAuthorization(PortalPolicies.AccessEvaluate);
        access.MapPost(ApiPaths.Evaluation, (HttpRequest request, AskedConvenant convenant) =>
            AnswerAsync(request, body => AnswerOne(convenant, body)));
        access.MapPost(ApiPaths.Evaluations, (HttpRequest request, AskedConvenant convenant) =>
            AnswerAsync(request, body => AnswerAll(convenant, body)));
        access.MapPost(ApiPaths.SearchSubject, (HttpRequest request, AskedConvenant convenant) =>
            AnswerAsync(request, body => Search(convenant, SearchKind.Subject, body)));
        access.MapPost(ApiPaths.SearchResource, (HttpRequest request, AskedConvenant convenant) =>
            AnswerAsync(request, body => Search(convenant, SearchKind.Resource, body)));
        access.MapPost(ApiPaths.SearchAction, (HttpRequest request, AskedConvenant convenant) =>
            AnswerAsync(request, body => Search(convenant, SearchKind.Action, body)));
        app.MapAccessMetadata();
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<byte[], IResult> answer)
    {
        var sent = await SentBody.ReadBytesAsync(request, BodyLimit, request.HttpContext.RequestAborted);
        if (!sent.IsDone && sent.Refusal is not NoJson)
            return Problem.From(sent.Refusal);
        return sent.IsDone && IsJson(request) ? answer(sent.Value) : Problem.From(new NotValid("Content-Type", new NoJson().Message));
    }

    /// <summary>AuthZEN takes one content type, no kin of it, and knows no status of its own for another: a bad request like any other.</summary>
    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static IResult AnswerOne(AskedConvenant convenant, byte[] question)
    {
        var (answer, error) = convenant.Answer(question);
        return answer is null ? Refuse(error!) : Write(json => AnswerWriter.Write(json, answer));
    }

    private static IResult AnswerAll(AskedConvenant convenant, byte[] questions)
    {
        var batch = QuestionBatch.Read(questions);
        if (!batch.IsDone)
            return Problem.From(batch.Refusal);
        // AuthZEN: without evaluations the request is a single one.
        return batch.Value.IsSingle ? AnswerOne(convenant, questions) : Write(json => batch.Value.Answer(convenant, json));
    }

    private static IResult Search(AskedConvenant convenant, SearchKind kind, byte[] request)
    {
        var (answer, error) = convenant.Search(kind, request);
        return answer is null ? Refuse(error!) : Write(answer.Write);
    }

    private static Problem Refuse(QuestionError error) => Problem.From(new NotValid(error.Field, error.Message));

    private static StoredResult Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, AnswerWriter.Options))
            write(json);
        return new StoredResult(new StoredAnswer(StatusCodes.Status200OK, bytes.WrittenSpan.ToArray(), null));
    }
}
