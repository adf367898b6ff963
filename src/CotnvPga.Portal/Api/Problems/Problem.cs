using CotnvPga.Domain;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.Problems;

/// <summary>
/// An error as RFC 9457 writes it. It holds nothing that differs between two equal refusals (no path, no trace id), so that
/// a case that may not be known and a case that does not exist give the same bytes.
/// </summary>
internal sealed record Problem(string Type, string Title, int Status, string Detail) : IResult
{
    public const string MediaType = "application/problem+json";

    private const string TypePrefix = "urn:cotnvpga:probleem:";

    /// <summary>400: every field that is not right.</summary>
    public IReadOnlyList<Fault>? Fouten { get; init; }

    /// <summary>403: the articles on which it was refused.</summary>
    public IReadOnlyList<string>? Grondslagen { get; init; }

    /// <summary>403: the sets of circumstances that are missing. 409: the names of what is missing.</summary>
    public object? Ontbreekt { get; init; }

    /// <summary>One field that is not right.</summary>
    public sealed record Fault(string Veld, string Melding);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var body = ApiJson.Write(this);
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <summary>401: the act cannot be undone, and the person logged in too long ago.</summary>
    public static Problem ProveAgain { get; } = Of(
        "bewijs-opnieuw", "Bewijs opnieuw wie u bent", StatusCodes.Status401Unauthorized, "Deze handeling kunt u niet terugdraaien. Log opnieuw in met uw tweede stap en stuur het verzoek met het nieuwe token.");

    /// <summary>The problem that says a refusal: the one place where a refusal gets a status.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A kind of refusal that has no status yet.</exception>
    public static Problem From(Refusal refusal) => refusal switch
    {
        NotKnown => Plain(StatusCodes.Status404NotFound),
        NotAllowed no => Of("niet-toegestaan", "Niet toegestaan", StatusCodes.Status403Forbidden, no.Message) with
        {
            Grondslagen = no.Grounds is { Count: > 0 } grounds ? grounds : null,
            Ontbreekt = no.Missing is { Count: > 0 } missing ? missing : null,
        },
        NotValid wrong => Of("ongeldig", "Niet goed ingevuld", StatusCodes.Status400BadRequest, wrong.Message) with
        {
            Fouten = [.. wrong.Errors.Select(e => new Problem.Fault(e.Field, e.Message))],
        },
        NotNow later => Of("kan-nu-niet", "Kan nu niet", StatusCodes.Status409Conflict, later.Message) with { Ontbreekt = later.Missing },
        KeyReused => Of("sleutel-hergebruikt", "Sleutel al gebruikt", StatusCodes.Status422UnprocessableEntity, refusal.Message),
        TooLarge => Of("te-groot", "Te groot", StatusCodes.Status413PayloadTooLarge, refusal.Message),
        NoJson => Of("geen-json", "Geen JSON", StatusCodes.Status415UnsupportedMediaType, refusal.Message),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal.GetType().Name, "No status for this refusal."),
    };

    /// <summary>The problem for a status about which nothing more is said.</summary>
    public static Problem Plain(int status) => status switch
    {
        StatusCodes.Status400BadRequest => Of("ongeldig", "Niet goed ingevuld", status, "Wij kunnen dit verzoek niet lezen."),
        StatusCodes.Status401Unauthorized => Of("niet-ingelogd", "Niet ingelogd", status, "Stuur een geldig toegangstoken mee."),
        StatusCodes.Status403Forbidden => Of("niet-toegestaan", "Niet toegestaan", status, "Dit mag u hier niet."),
        StatusCodes.Status404NotFound => Of("niet-gevonden", "Niet gevonden", status, "Wij vinden dit niet."),
        StatusCodes.Status405MethodNotAllowed => Of("verkeerde-methode", "Deze methode kan hier niet", status, "Kijk in de header Allow wat hier wel kan."),
        StatusCodes.Status406NotAcceptable => Of("andere-vorm", "Deze vorm kunnen wij niet geven", status, "De API antwoordt in JSON."),
        StatusCodes.Status413PayloadTooLarge => Of("te-groot", "Te groot", status, "Dit verzoek is te groot."),
        StatusCodes.Status415UnsupportedMediaType => From(new NoJson()),
        StatusCodes.Status429TooManyRequests => Of("te-vaak", "Te vaak", status, "Er komen te veel verzoeken van dit adres. Probeer het straks opnieuw."),
        StatusCodes.Status503ServiceUnavailable => Of("even-niet", "Even niet bereikbaar", status, "Het is nu te druk, of de database is even niet bereikbaar. Probeer het over enkele seconden opnieuw, met dezelfde Idempotency-Key."),
        >= 500 => Of("storing", "Storing", status, "Er ging bij ons iets mis. Probeer het later opnieuw."),
        _ => Of("geweigerd", "Geweigerd", status, "Dit verzoek kan niet."),
    };

    private static Problem Of(string type, string title, int status, string detail) => new(TypePrefix + type, title, status, detail);
}
