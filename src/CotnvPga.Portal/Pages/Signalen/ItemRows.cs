using System.Globalization;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>Adds and removes rows of items by round trip, so that a form with several items works without script.</summary>
public static class ItemRows
{
    private const int Most = 40;

    /// <summary>Does what the pressed button says; false when it was not a button for rows.</summary>
    public static bool Rearrange(string? action, List<ItemInput> items)
    {
        if (action == "voeg-toe")
        {
            // Items of one registration mostly come on the same legal ground.
            if (items.Count < Most)
                items.Add(new ItemInput { Grondslag = items.LastOrDefault()?.Grondslag.Copy() ?? new GateInput() });
            return true;
        }
        if (action?.Split(':') is not ["haal-weg", var at])
            return false;
        if (int.TryParse(at, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < items.Count)
            items.RemoveAt(index);
        return true;
    }
}
