using System.Text.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CotnvPga.Data.Signals;

/// <summary>A list that an installation keeps as JSON beside its convenant.</summary>
internal static class InstanceFile
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true }
        .ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    /// <summary>The lines of the file.</summary>
    /// <exception cref="InvalidDataException">It is not such a list.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static List<T> Read<T>(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<List<T>>(File.ReadAllText(path), Options) ?? [];
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }
}
