using NodaTime;

namespace CotnvPga.Data.Convenants;

/// <summary>Which municipalities signed their covenant.</summary>
public interface IAccessions
{
    /// <summary>Whether the municipality has acceded and not left again on this day. May be up to a minute behind; asks no query of its own.</summary>
    bool Holds(string municipality, LocalDate day);
}
