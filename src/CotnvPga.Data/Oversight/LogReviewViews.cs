using CotnvPga.Domain.People;
using NodaTime;

namespace CotnvPga.Data.Oversight;

/// <summary>What who reviews the log begins with.</summary>
/// <param name="Flags">What asks for a look, what nobody judged first.</param>
/// <param name="Looks">Looks that were taken at the lines of one person, newest first.</param>
/// <param name="People">Whom one can look at by name; empty for who reviews everywhere.</param>
/// <param name="Names">Names of the accounts.</param>
public sealed record LogReviewView(IReadOnlyList<LogFlag> Flags, IReadOnlyList<LogLook> Looks, IReadOnlyList<Colleague> People, IReadOnlyDictionary<Domain.AccountId, string> Names);

/// <summary>Something in the log that asks for a look.</summary>
/// <param name="Rule">Code of the rule that points at it.</param>
/// <param name="Account">Whose lines.</param>
/// <param name="Day">On which day.</param>
/// <param name="Municipality">In cases of which municipality.</param>
/// <param name="Count">How many.</param>
/// <param name="Verdict">What was said of it; null while nobody did.</param>
public sealed record LogFlag(string Rule, Guid Account, LocalDate Day, string Municipality, long Count, FlagVerdict? Verdict);

/// <summary>A look as somebody asks for it.</summary>
/// <param name="Of">At whose lines.</param>
/// <param name="Purpose">Code of the purpose.</param>
/// <param name="Reason">Why.</param>
/// <param name="Until">The last day.</param>
public sealed record NewLogLook(Guid? Of, string? Purpose, string? Reason, LocalDate? Until);

/// <summary>What somebody says of a flag.</summary>
public sealed record NewFlagVerdict(string? Rule, Guid Account, LocalDate? Day, string? Municipality, string? Verdict, string? Reason);

/// <summary>The lines of one person.</summary>
/// <param name="Look">Under which look.</param>
/// <param name="Name">Whose.</param>
/// <param name="Lines">The lines, newest first.</param>
public sealed record UserLog(LogLook Look, string Name, IReadOnlyList<UserLogLine> Lines);

/// <summary>A look at the lines of one person.</summary>
public sealed class LogLook
{
    public Guid Id { get; init; }

    /// <summary>Whose lines.</summary>
    public Guid Van { get; init; }

    /// <summary>In cases of which municipality; null everywhere.</summary>
    public string? Gemeente { get; init; }

    /// <summary>Code of the purpose.</summary>
    public string Doel { get; init; } = "";

    public string Reden { get; init; } = "";

    /// <summary>The last day.</summary>
    public LocalDate Tot { get; init; }

    /// <summary>For which party it was taken.</summary>
    public string Partij { get; init; } = "";

    public Guid Door { get; init; }

    public Instant Op { get; init; }
}

/// <summary>A line of the log of a person.</summary>
public sealed class UserLogLine
{
    public long Id { get; init; }

    public Instant Op { get; init; }

    /// <summary>The case; null in the own log.</summary>
    public Guid? Zaak { get; init; }

    /// <summary>Its number.</summary>
    public string? Nummer { get; init; }

    public string? Categorie { get; init; }

    public string Partij { get; init; } = "";

    public string Handeling { get; init; } = "";

    public string Doel { get; init; } = "";

    /// <summary>What for, when it was work on the case and no item.</summary>
    public string? Regel { get; init; }

    public string[] Grondslagen { get; init; } = [];
}

/// <summary>What was said of a flag.</summary>
public sealed class FlagVerdict
{
    public string Vlag { get; init; } = "";

    public Guid Account { get; init; }

    public LocalDate Dag { get; init; }

    public string Gemeente { get; init; } = "";

    public string Oordeel { get; init; } = "";

    public string Toelichting { get; init; } = "";

    public Instant Op { get; init; }
}

internal sealed class FlagRow
{
    public string Vlag { get; init; } = "";
    public Guid Account { get; init; }
    public LocalDate Dag { get; init; }
    public string Gemeente { get; init; } = "";
    public long Aantal { get; init; }
}
