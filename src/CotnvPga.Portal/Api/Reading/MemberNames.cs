using System.Text.Json;
using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>The names of members: each must be readable, and come once. Of two with one name two readers could each take another.</summary>
internal static class MemberNames
{
    /// <summary>Adds an error for every name that comes twice in one object, however deep.</summary>
    public static void FindDuplicates(JsonElement element, string path, List<FieldError> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var one in element.EnumerateArray())
                FindDuplicates(one, $"{path}[{index++}]", errors);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var at = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!names.Add(member.Name))
                errors.Add(Twice(at));
            FindDuplicates(member.Value, at, errors);
        }
    }

    /// <summary>An error for every name that the object itself has twice.</summary>
    public static IEnumerable<FieldError> DuplicatesOf(JsonElement element) =>
        element.EnumerateObject().CountBy(member => member.Name).Where(c => c.Value > 1).Select(c => Twice(c.Key));

    /// <summary>Whether every name can be read; half of a surrogate pair, written as an escape, cannot.</summary>
    public static bool AreReadable(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                return element.EnumerateArray().All(AreReadable);
            case JsonValueKind.Object:
                return element.EnumerateObject().All(member => IsReadable(member) && AreReadable(member.Value));
            default:
                return true;
        }
    }

    private static bool IsReadable(JsonProperty member)
    {
        try
        {
            return member.Name is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static FieldError Twice(string path) => new(path, "Dit staat er twee keer.");
}
