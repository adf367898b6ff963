using System.Text.Json;
using CotnvPga.Domain;

namespace CotnvPga.Portal.Api.Reading;

/// <summary>Two members with one name: two readers could each take another one, so neither is taken.</summary>
internal static class DuplicateMembers
{
    public static void Find(JsonElement element, string path, List<FieldError> errors)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var one in element.EnumerateArray())
                Find(one, $"{path}[{index++}]", errors);
        }
        if (element.ValueKind != JsonValueKind.Object)
            return;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject())
        {
            var name = NameOf(member);
            var at = name is null || path.Length == 0 ? name ?? path : $"{path}.{name}";
            if (name is null)
                errors.Add(new FieldError(at.Length == 0 ? SentObject.Whole : at, "Een naam bevat een half teken."));
            else if (!names.Add(name))
                errors.Add(new FieldError(at, "Dit staat er twee keer."));
            Find(member.Value, at, errors);
        }
    }

    /// <summary>The names that an object itself has twice.</summary>
    public static IEnumerable<string> Own(JsonElement element) =>
        element.EnumerateObject().Select(NameOf).OfType<string>().CountBy(name => name).Where(c => c.Value > 1).Select(c => c.Key);

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair, written as an escape
        }
    }
}
