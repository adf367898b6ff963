using CotnvPga.Domain.Signals;

namespace CotnvPga.Domain.Registrations;

/// <summary>One registration as it came in a file.</summary>
/// <param name="At">Where it stands in what was sent.</param>
/// <param name="Case">Number of the case that it goes into; null when it begins one.</param>
/// <param name="Reference">The own reference that the lines of one new signal share.</param>
/// <param name="Known">Id of the item, as the export gives it; null when it is new.</param>
/// <param name="Addressee">To whom a new signal is brought, where the party brings it to somebody.</param>
/// <param name="Item">The item.</param>
public sealed record SentRegistration(SentPlace At, string? Case, string? Reference, string? Known, string? Addressee, NewItem Item);

/// <summary>A line of a file or an element of a list, by which what is wrong is told.</summary>
public abstract record SentPlace
{
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["herkomst.aard"] = "aard",
        ["herkomst.bron"] = "bron",
        ["herkomst.betrouwbaarheid"] = "betrouwbaarheid",
        ["herkomst.vindplaats"] = "plaats",
        ["herkomst.stand"] = "stand",
        ["grondslag.wet"] = "wet",
        ["grondslag.artikel"] = "artikel",
        ["grondslag.instemmingVan"] = "instemmingVan",
        ["grondslag.op"] = "instemmingOp",
        ["zorggrond.soort"] = "zorggrond",
        ["zorggrond.toelichting"] = "zorggrondToelichting",
    };

    /// <summary>What is wrong, with its place.</summary>
    /// <param name="field">The member of the item, or the column.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public FieldError Wrong(string field, string message) => Tell(Columns.GetValueOrDefault(field, field), message);

    protected abstract FieldError Tell(string column, string message);
}

/// <summary>A line of a file, the first being 1.</summary>
public sealed record LineOfFile(int Number) : SentPlace
{
    protected override FieldError Tell(string column, string message) => new($"regel[{Number}].{column}", $"Regel {Number}, kolom '{column}': {message}");
}

/// <summary>An element of a list, the first being 0 in its path and 1 for people.</summary>
public sealed record ElementOfList(int Index) : SentPlace
{
    protected override FieldError Tell(string column, string message) => new($"registraties[{Index}].{column}", $"Registratie {Index + 1}, '{column}': {message}");
}
