using CotnvPga.Convenant.Clauses;
using NodaTime;

namespace CotnvPga.Domain.Accession;

/// <summary>What one municipality declared, in order, and what therefore holds there.</summary>
/// <param name="declarations">Its declarations by number.</param>
/// <param name="locals">The versions of its local covenant that the rule data have.</param>
public sealed class AccessionHistory(IReadOnlyList<Declaration> declarations, IReadOnlyList<LocalCovenant> locals)
{
    /// <summary>Its declarations by number.</summary>
    public IReadOnlyList<Declaration> Declarations => declarations;

    /// <summary>The versions of its local covenant, whether or not it acceded to them.</summary>
    public IReadOnlyList<LocalCovenant> Locals => locals;

    /// <summary>Whether it takes part on a day: it acceded and did not leave since.</summary>
    public bool TakesPart(LocalDate day) => Counting(day).LastOrDefault() is { Kind: DeclarationKind.Toetreding };

    /// <summary>The version of the local covenant that holds on a day; null when only the national covenant does, with the strictest choices.</summary>
    public LocalCovenant? VersionOn(LocalDate day)
    {
        foreach (var declaration in Counting(day).Reverse())
        {
            if (declaration is { Kind: DeclarationKind.Uittreding } or { Version: null })
                return null;
            // A version that was signed ahead waits for its first day; until then the one before goes on.
            if (locals.FirstOrDefault(l => l.Version == declaration.Version) is { } local && local.Validity.Includes(day))
                return local;
        }
        return null;
    }

    private IEnumerable<Declaration> Counting(LocalDate day) => declarations.Where(d => d.On <= day);
}
