using CotnvPga.Data;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Repeats;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity;
using CotnvPga.Portal.Api.Problems;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.Calls;

/// <summary>
/// One call of somebody who is known. It holds the order of refusal in one place: too large or no JSON, then 404, 403, 400, 409.
/// Words that cannot be read are first tried without what was unreadable, in a transaction that is then undone.
/// </summary>
internal sealed class ApiCall(
    IHttpContextAccessor accessor, ICurrentActor current, ZaakContext db, CaseDoor door, CaseDesk cases, ItemDesk items, Repeats repeats)
{
    public const int BodyLimit = 256 * 1024;

    private HttpContext Http => accessor.HttpContext ?? throw new InvalidOperationException("A call of the API has a request.");

    private CancellationToken Cancel => Http.RequestAborted;

    public Actor Actor => current.Get();

    /// <summary>Reads something that is below no case.</summary>
    /// <param name="read">Reads it; adds what is wrong with the query to the errors.</param>
    public Task<IResult> ReadAsync(Func<List<FieldError>, Task<Result<StoredAnswer>>> read) => AnswerAsync(() =>
    {
        var errors = new List<FieldError>();
        return CheckedAsync(errors, purpose => MayUse(purpose) is { } refusal ? Refused(refusal) : read(errors));
    });

    /// <summary>Reads something of a case.</summary>
    /// <param name="id">The id as it stands in the path.</param>
    /// <param name="read">Reads it for a purpose; null for the default one.</param>
    public Task<IResult> ReadCaseAsync(string id, Func<SignalId, Purpose?, Task<Result<StoredAnswer>>> read) => AnswerAsync(() =>
        CheckedAsync([], purpose => SignalOf(id) is { } signal ? read(signal, purpose) : Refused(new NotKnown())));

    /// <summary>Reads something of an item.</summary>
    /// <param name="id">The id as it stands in the path.</param>
    /// <param name="read">Reads it for a purpose; null for the default one.</param>
    public Task<IResult> ReadItemAsync(string id, Func<ItemId, Purpose?, Task<Result<StoredAnswer>>> read) => AnswerAsync(() =>
        CheckedAsync([], purpose => ItemOf(id) is { } item ? read(item, purpose) : Refused(new NotKnown())));

    /// <summary>Gives a file that belongs to an item.</summary>
    /// <param name="id">The id as it stands in the path.</param>
    /// <param name="read">Reads it for a purpose; null for the default one.</param>
    public async Task<IResult> DownloadAsync(string id, Func<ItemId, Purpose?, Task<Result<FileAnswer>>> read)
    {
        var result = await CheckedAsync<FileAnswer>([], async purpose => ItemOf(id) is { } item ? await read(item, purpose) : new NotKnown());
        return result.IsDone ? result.Value : Problem.From(result.Refusal);
    }

    /// <summary>Changes something that is below no case.</summary>
    /// <param name="change">Makes the change; reads from the body before anything else.</param>
    /// <param name="limit">Most bytes of the body.</param>
    /// <param name="required">Whether there must be a body.</param>
    public Task<IResult> ChangeAsync(Func<SentObject, Purpose?, Task<Result<StoredAnswer>>> change, int limit = BodyLimit, bool required = true) => ChangeAsync(
        required,
        known: () => Task.FromResult(true),
        (body, purpose) => MayUse(purpose) is { } refusal ? Refused(refusal) : change(body, purpose),
        limit);

    /// <summary>Changes something in a case.</summary>
    /// <param name="id">The id as it stands in the path.</param>
    /// <param name="change">Makes the change; reads from the body before anything else.</param>
    /// <param name="required">Whether there must be a body.</param>
    public Task<IResult> ChangeCaseAsync(string id, Func<SignalId, SentObject, Purpose?, Task<Result<StoredAnswer>>> change, bool required = true) => ChangeAsync(
        required,
        known: async () => SignalOf(id) is { } signal && await door.RemembersAsync(Actor, signal, Cancel),
        async (body, purpose) =>
        {
            if (SignalOf(id) is not { } signal)
                return new NotKnown();
            // Not every service asks what for: the header is tested here once for all.
            if (purpose is not null && await cases.EnterAsync(Actor, signal, purpose, Cancel) is { IsDone: false } refused)
                return refused.Refusal;
            return await change(signal, body, purpose);
        });

    /// <summary>Opens a review: oversight reaches cases in its area that it does not know yet, so the service itself says which.</summary>
    public Task<IResult> ReviewAsync(string id, Func<SignalId, SentObject, Task<Result<StoredAnswer>>> open) => ChangeAsync(
        required: true,
        known: () => Task.FromResult(true),
        async (body, purpose) =>
        {
            var opened = SignalOf(id) is { } signal ? await open(signal, body) : new NotKnown();
            return opened.Refusal is not NotKnown && MayUse(purpose) is { } refusal ? refusal : opened;
        });

    /// <summary>Changes something about an item.</summary>
    /// <param name="id">The id as it stands in the path.</param>
    /// <param name="change">Makes the change; reads from the body before anything else.</param>
    /// <param name="limit">Most bytes of the body.</param>
    public Task<IResult> ChangeItemAsync(string id, Func<ItemId, SentObject, Task<Result<StoredAnswer>>> change, int limit = BodyLimit) => ChangeAsync(
        required: true,
        known: async () => ItemOf(id) is { } item && (await items.EnterAsync(Actor, item, null, Cancel)).IsDone,
        async (body, purpose) =>
        {
            if (ItemOf(id) is not { } item)
                return new NotKnown();
            if (purpose is not null && await items.EnterAsync(Actor, item, purpose, Cancel) is { IsDone: false } refused)
                return refused.Refusal;
            return await change(item, body);
        },
        limit);

    private Task<IResult> ChangeAsync(bool required, Func<Task<bool>> known, Func<SentObject, Purpose?, Task<Result<StoredAnswer>>> change, int limit = BodyLimit) => AnswerAsync(async () =>
    {
        var sent = await SentBody.ReadAsync(Http.Request, limit, required, Cancel);
        if (!sent.IsDone)
            return sent.Refusal;
        var body = sent.Value;
        var key = CallHeaders.ReadKey(Http.Request.Headers, body.Errors);
        Task<Result<StoredAnswer>> Work() => CheckedAsync(body.Errors, purpose => change(body.Members, purpose), body.IsReadable);
        return key is null ? await Work() : await repeats.OnceAsync(Actor, AddressOf(Http.Request), key, body.Bytes, Work, known, Cancel);
    });

    /// <summary>Runs the work in one transaction; when something could not be read it is undone and refused, after 404 and 403.</summary>
    private Task<Result<T>> CheckedAsync<T>(List<FieldError> errors, Func<Purpose?, Task<Result<T>>> work, bool readable = true) =>
        db.InTransactionAsync(async () =>
        {
            var purpose = CallHeaders.ReadPurpose(Http.Request.Headers, errors);
            var result = await work(purpose);
            if (errors.Count == 0 || result.Refusal is NotKnown or NotAllowed)
                return result;
            var more = readable && result.Refusal is NotValid wrong ? wrong.Errors.Where(e => errors.All(known => known.Field != e.Field)) : [];
            return new NotValid([.. errors, .. more]);
        }, Cancel);

    private NotAllowed? MayUse(Purpose? purpose) => purpose is { } asked && !door.MayUse(Actor, asked)
        ? new NotAllowed($"Uw partij werkt hier niet met het doel '{asked.Code()}'.")
        : null;

    private static Task<Result<StoredAnswer>> Refused(Refusal refusal) => Task.FromResult<Result<StoredAnswer>>(refusal);

    private static async Task<IResult> AnswerAsync(Func<Task<Result<StoredAnswer>>> work)
    {
        var result = await work();
        return result.IsDone ? new StoredResult(result.Value) : Problem.From(result.Refusal);
    }

    // One way to write an id: another form of the same id is another address, and that does not exist.
    private static SignalId? SignalOf(string id) => IdOf(id) is { } value ? new SignalId(value) : null;

    private static ItemId? ItemOf(string id) => IdOf(id) is { } value ? new ItemId(value) : null;

    // Parsing also takes capitals and blanks around.
    private static Guid? IdOf(string id) => Guid.TryParseExact(id, "D", out var value) && value.ToString("D") == id ? value : null;

    // Routing takes capitals and a slash at the end: the same address, so the same repeat.
    private static string AddressOf(HttpRequest request) => request.Path.ToString().TrimEnd('/').ToLowerInvariant();
}
