using CotnvPga.Data.Signals;

namespace CotnvPga.Data.Reports;

/// <summary>Where people can go before, or instead of, a report here: <c>loketten.json</c> beside the convenant, in the order in which they are named.</summary>
public sealed class PublicDesks(IReadOnlyList<PublicDesk> all)
{
    /// <summary>The file.</summary>
    public const string FileName = "loketten.json";

    /// <summary>All of them.</summary>
    public IReadOnlyList<PublicDesk> All => all;

    /// <summary>Reads the file in the folder of a convenant.</summary>
    /// <exception cref="InvalidDataException">It is not such a list.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static PublicDesks Read(string folder) => new(InstanceFile.Read<PublicDesk>(Path.Combine(folder, FileName)));
}

/// <summary>A desk for the public.</summary>
/// <param name="Nummer">Its telephone number; null when we know none for certain.</param>
/// <param name="Wanneer">For whom it is there, in Dutch.</param>
/// <param name="Naam">Its name.</param>
/// <param name="NaamEngels">Its name in English.</param>
/// <param name="WanneerEngels">For whom it is there, in English.</param>
/// <param name="Zekerheid">Whether somebody verified this.</param>
public sealed record PublicDesk(string? Nummer, string Wanneer, string Naam, string NaamEngels, string WanneerEngels, string Zekerheid);
