using CotnvPga.Data.Repeats;
using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.Calls;

/// <summary>What the API answers when it did what was asked: bytes at once, so that an answer can be kept and given again.</summary>
internal static class Replies
{
    public static StoredAnswer Ok(object body) => new(StatusCodes.Status200OK, ApiJson.Write(body), null);

    public static StoredAnswer Created(object body, string location) => new(StatusCodes.Status201Created, ApiJson.Write(body), location);

    public static StoredAnswer Accepted(object body) => new(StatusCodes.Status202Accepted, ApiJson.Write(body), null);

    public static StoredAnswer Nothing() => new(StatusCodes.Status204NoContent, [], null);

    /// <summary>Turns what a service did into an answer, or leaves its refusal.</summary>
    public static async Task<Result<StoredAnswer>> ReplyAsync<T>(this Task<Result<T>> result, Func<T, StoredAnswer> reply)
    {
        var done = await result;
        return done.IsDone ? reply(done.Value) : done.Refusal;
    }
}
