using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CotnvPga.Portal.Api;

/// <summary>How the API writes JSON: Dutch names in camelCase, instants in UTC with <c>Z</c>, dates without time, nothing for what is absent.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
