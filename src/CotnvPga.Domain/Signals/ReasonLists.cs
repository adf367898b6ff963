using CotnvPga.Convenant;

namespace CotnvPga.Domain.Signals;

/// <summary>Codes that must come from a closed list of the process data.</summary>
internal static class ReasonLists
{
    private const int MostShown = 40;

    /// <summary>Says so when the list does not have the code.</summary>
    public static void OneOf(this CompiledConvenant convenant, string list, string code, string field, Action<string, string> wrong)
    {
        var known = convenant.Process.Reasons.TryGetValue(list, out var reasons) ? reasons : [];
        if (known.All(r => r.Code != code))
            wrong(field, $"'{(code.Length > MostShown ? code[..MostShown] + "…" : code)}' staat niet in de lijst. Kies uit: {string.Join(", ", known.Select(r => r.Code))}.");
    }
}
