using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CotnvPga.Domain;

/// <summary>Words in one fixed form: equal words give equal text, so that several parties can agree to the same thing.</summary>
public static class Canonical
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The fixed form.</summary>
    public static string Write<T>(T words) => JsonSerializer.Serialize(words, Options);

    /// <summary>The words of a fixed form.</summary>
    /// <exception cref="JsonException">It is not the fixed form of such words.</exception>
    public static T Read<T>(string canonical) => JsonSerializer.Deserialize<T>(canonical, Options) ?? throw new JsonException("Stored words are empty.");
}
