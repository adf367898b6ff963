using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace CotnvPga.Domain.Oversight;

/// <summary>
/// A line of the log in the form of the standard Logboek Dataverwerkingen: one processing of data of one person. It says no user: who did it
/// stands in the portal's own log, which is joined by <c>trace_id</c>.
/// </summary>
/// <param name="TraceId">The request it belonged to: 16 bytes, in hexadecimal.</param>
/// <param name="SpanId">The line: 8 bytes, in hexadecimal.</param>
/// <param name="Status">Always <c>Ok</c>: what was refused is no processing.</param>
/// <param name="Name">What was done.</param>
/// <param name="StartTime">When, in milliseconds since 1970.</param>
/// <param name="EndTime">When it was over; the log has one moment.</param>
/// <param name="Resource">What wrote the line.</param>
/// <param name="Attributes">The processing in the register, and the person under a pseudonym.</param>
public sealed record DataProcessingLine(
    string TraceId, string SpanId, string Status, string Name, long StartTime, long EndTime, DataProcessingResource Resource, IReadOnlyDictionary<string, string> Attributes)
{
    /// <summary>Key of the processing in the register (avg:30).</summary>
    public const string Activity = "dpl.core.processing_activity_id";

    /// <summary>Key of the person.</summary>
    public const string Subject = "dpl.core.data_subject_id";

    /// <summary>Key of what kind of id that is.</summary>
    public const string SubjectType = "dpl.core.data_subject_id_type";

    private const int TraceBytes = 16;
    private const int SpanBytes = 8;

    /// <summary>Writes a line.</summary>
    /// <param name="line">Number of the line in the log.</param>
    /// <param name="request">The request it belonged to; null when it had none.</param>
    /// <param name="act">Code of what was done.</param>
    /// <param name="purpose">Code of the purpose: the processing in the register.</param>
    /// <param name="at">When.</param>
    /// <param name="signal">The case: a case is about one person, and its id says nothing of whom.</param>
    /// <param name="address">Address of the portal.</param>
    public static DataProcessingLine Of(long line, string? request, string act, string purpose, Instant at, SignalId signal, Uri address) => new(
        Hash($"verzoek:{request ?? $"regel:{line}"}", TraceBytes),
        Hash($"regel:{line}", SpanBytes),
        "Ok",
        act,
        at.ToUnixTimeMilliseconds(),
        at.ToUnixTimeMilliseconds(),
        new DataProcessingResource(new Dictionary<string, string> { ["service.name"] = "CotnvPga" }),
        new Dictionary<string, string>
        {
            [Activity] = new Uri(address, $"/verwerkingsregister#{purpose}").ToString(),
            [Subject] = Hash($"betrokkene:{signal.Value}", TraceBytes),
            [SubjectType] = new Uri(address, "/verwerkingsregister#pseudoniem").ToString(),
        });

    private static string Hash(string text, int bytes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..bytes]);
}

/// <summary>What wrote a line of the log.</summary>
public sealed record DataProcessingResource(IReadOnlyDictionary<string, string> Attributes);
