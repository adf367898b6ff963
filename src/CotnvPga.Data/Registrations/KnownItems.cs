using CotnvPga.Domain.Registrations;
using CotnvPga.Domain.Signals;

namespace CotnvPga.Data.Registrations;

/// <summary>What the person's own party has in a case already: what it may see of it now, and by hash what came with a file before.</summary>
internal sealed class KnownItems(IReadOnlyList<VisibleItem> own, IReadOnlySet<string> noted, Func<SentRegistration, string> hashOf)
{
    private readonly Dictionary<Guid, VisibleItem> _byId = own.ToDictionary(i => i.Id.Value);
    private readonly HashSet<(string, string)> _values = [.. own.Select(i => (i.Field, Plain(i.Value)))];
    private readonly HashSet<string> _seen = [];

    /// <summary>How this line stands to what is there.</summary>
    public KnownStanding Find(SentRegistration line)
    {
        if (line.Known is { } id)
        {
            return !Guid.TryParse(id, out var known) || !_byId.TryGetValue(known, out var item)
                ? KnownStanding.Missing
                : item.Field == line.Item.Field && Plain(item.Value) == Plain(line.Item.Value) ? KnownStanding.There : KnownStanding.Other;
        }
        var hash = hashOf(line);
        return noted.Contains(hash) || _values.Contains((line.Item.Field ?? "", Plain(line.Item.Value))) || !_seen.Add(hash) ? KnownStanding.There : KnownStanding.New;
    }

    /// <summary>A value as a file can hold it: ends of lines alike, no blanks around, and no apostrophe before what a spreadsheet would take for a formula.</summary>
    internal static string Plain(string? value)
    {
        var text = (value ?? "").ReplaceLineEndings("\n").Trim();
        return text.Length > 1 && text[0] == '\'' && "=+-@".Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
    }
}

/// <summary>How a line stands to what is there.</summary>
internal enum KnownStanding
{
    /// <summary>It is to be recorded.</summary>
    New,

    /// <summary>It is there, or stands twice in the file.</summary>
    There,

    /// <summary>The item that it names has another value.</summary>
    Other,

    /// <summary>The item that it names is not one of the own party that the person may see.</summary>
    Missing,
}
