using System.Buffers;
using System.Text.Json;
using CotnvPga.Convenant.Asking;
using CotnvPga.Data.Repeats;
using CotnvPga.Domain;
using CotnvPga.Identity;
using CotnvPga.Identity.Tokens;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Problems;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.Access;

/// <summary>The AuthZEN Authorization API 1.0: asks the engine and nothing else; no case is read.</summary>
internal static class AccessEndpoints
{
    private const int BodyLimit = 2 * 1024 * 1024;

    public static void MapAccess(this WebApplication app)
    {
        var access = app.MapGroup("").RequireAuthorization(PortalPolicies.AccessEvaluate);
        access.MapPost(ApiPaths.Evaluation, EvaluateAsync);
        access.MapPost(ApiPaths.Evaluations, EvaluateAllAsync);
        app.MapGet(ApiPaths.AuthZenMetadata, Metadata).AllowAnonymous();
    }

    private static async Task<IResult> EvaluateAsync(HttpRequest request, QuestionReaders readers, CancellationToken cancel)
    {
        var sent = await SentBody.ReadBytesAsync(request, BodyLimit, cancel);
        return sent.IsDone ? AnswerOne(readers, sent.Value) : Problem.From(sent.Refusal);
    }

    private static async Task<IResult> EvaluateAllAsync(HttpRequest request, QuestionReaders readers, CancellationToken cancel)
    {
        var sent = await SentBody.ReadBytesAsync(request, BodyLimit, cancel);
        if (!sent.IsDone)
            return Problem.From(sent.Refusal);
        var batch = QuestionBatch.Read(sent.Value);
        if (!batch.IsDone)
            return Problem.From(batch.Refusal);
        // AuthZEN: without evaluations the request is a single one.
        return batch.Value.Entries.Count == 0 ? AnswerOne(readers, sent.Value) : Write(json => batch.Value.Answer(readers, json));
    }

    private static IResult AnswerOne(QuestionReaders readers, byte[] question)
    {
        var (answer, error) = readers.Answer(question);
        return answer is null
            ? Problem.From(new NotValid(error!.Field, error.Message))
            : Write(json => AnswerWriter.Write(json, answer));
    }

    private static StoredResult Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes, AnswerWriter.Options))
            write(json);
        return new StoredResult(new StoredAnswer(StatusCodes.Status200OK, bytes.WrittenSpan.ToArray(), null));
    }

    private static StoredResult Metadata(PortalSettings settings) => new(Replies.Ok(new Dictionary<string, Uri>
    {
        ["policy_decision_point"] = settings.Address,
        ["access_evaluation_endpoint"] = settings.At(ApiPaths.Evaluation),
        ["access_evaluations_endpoint"] = settings.At(ApiPaths.Evaluations),
    }));
}
