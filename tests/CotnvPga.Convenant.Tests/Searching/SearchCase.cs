using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Searching;

namespace CotnvPga.Convenant.Tests.Searching;

/// <summary>Searches in one convenant, and evaluates what was found.</summary>
internal sealed class SearchCase(CompiledConvenant convenant)
{
    private readonly ConvenantSearch _search = new(convenant);
    private readonly QuestionReader _reader = new(convenant);

    public (SearchAnswer? Answer, QuestionError? Error) Find(SearchKind kind, JsonObject request)
    {
        var error = _search.Find(kind, Encoding.UTF8.GetBytes(request.ToJsonString()), out var answer);
        (answer is null).ShouldBe(error is not null);
        return (answer, error);
    }

    public SearchAnswer Found(SearchKind kind, JsonObject request) => Find(kind, request) is var (answer, error) && answer is not null
        ? answer
        : throw new InvalidOperationException($"{error!.Field}: {error.Message}");

    /// <summary>What the engine says of the question with an entity in its place; an error when it cannot be understood.</summary>
    public bool Allows(SearchKind kind, JsonObject request, JsonObject entity)
    {
        var question = (JsonObject)request.DeepClone();
        question[kind.Entity()] = entity.DeepClone();
        var coded = new CodedQuestion(convenant.Vocabulary);
        if (_reader.Read(Encoding.UTF8.GetBytes(question.ToJsonString()), coded) is { } error)
            throw new InvalidOperationException($"{error.Field}: {error.Message}");
        return convenant.Allows(coded);
    }

    /// <summary>A search in the law of this clone.</summary>
    public static JsonObject InLaw(object? subject, string? action, object? resource, params string[] circumstances)
    {
        var request = new JsonObject
        {
            ["context"] = Json(new { doel = "persoonsgericht", peildatum = "2026-11-01", omstandigheden = circumstances, lagen = new[] { "wet" } }),
        };
        if (subject is not null)
            request["subject"] = Json(subject);
        if (action is not null)
            request["action"] = Json(new { name = action });
        if (resource is not null)
            request["resource"] = Json(resource);
        return request;
    }

    public static JsonObject Json(object value) => System.Text.Json.JsonSerializer.SerializeToNode(value)!.AsObject();
}
