using System.Globalization;
using System.Text.RegularExpressions;
using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Portal.Pages.Signalen;

/// <summary>One item as it is typed. The names are those of the API.</summary>
public sealed partial class ItemInput
{
    public string? Veld { get; set; }

    public string? Waarde { get; set; }

    public string? Verstrekker { get; set; }

    public string? Noodzaak { get; set; }

    public string? Bijzonder { get; set; }

    public string? NoodzaakBijzonder { get; set; }

    public GateInput Grondslag { get; set; } = new();

    public string? ExtraZorg { get; set; }

    public CareGroundInput Zorggrond { get; set; } = new();

    public OriginInput Herkomst { get; set; } = new();

    /// <summary>A worded example of the necessity; it counts when nothing was typed.</summary>
    public string? NoodzaakVoorbeeld { get; set; }

    /// <summary>What is sent to be recorded.</summary>
    public NewItem ToItem() => new(Veld, Waarde, null, Bijzonder, Verstrekker, Noodzaak ?? NoodzaakVoorbeeld, NoodzaakBijzonder, [], Grondslag.ToGate())
    {
        ExtraCare = ExtraZorg,
        CareGround = Zorggrond.ToGround(),
        Origin = Herkomst.ToOrigin(),
    };

    /// <summary>Which of several items a field belongs to, with the number that people see; null when it belongs to none.</summary>
    public static string? Place(string field) => ItemField().Match(field) is { Success: true, Groups: [_, var index] }
        ? $"Gegeven {int.Parse(index.Value, CultureInfo.InvariantCulture) + 1}"
        : null;

    [GeneratedRegex(@"^gegevens\[(\d{1,3})\]")]
    private static partial Regex ItemField();
}

/// <summary>Where an item comes from, as it is typed.</summary>
public sealed class OriginInput
{
    public string? Aard { get; set; }

    public string? Bron { get; set; }

    public string? Betrouwbaarheid { get; set; }

    public string? Vindplaats { get; set; }

    public string? Stand { get; set; }

    /// <summary>True as soon as something of it was typed.</summary>
    public bool IsUsed => Aard is not null || Bron is not null || Betrouwbaarheid is not null || Vindplaats is not null || Stand is not null;

    /// <summary>The origin, or nothing when nothing was typed.</summary>
    public Origin? ToOrigin() => IsUsed ? new Origin(Aard, Bron, Betrouwbaarheid, Vindplaats, Stand) : null;
}

/// <summary>Why a carer may share an item, as it is typed.</summary>
public sealed class CareGroundInput
{
    public string? Soort { get; set; }

    public string? Toelichting { get; set; }

    /// <summary>True as soon as something of it was typed.</summary>
    public bool IsUsed => Soort is not null || Toelichting is not null;

    /// <summary>The ground, or nothing when nothing was typed.</summary>
    public NewCareGround? ToGround() => IsUsed ? new NewCareGround(Soort, Toelichting) : null;
}

/// <summary>The legal gate of an item of police or prosecutor as it is typed.</summary>
public sealed class GateInput
{
    public string? Wet { get; set; }

    public string? Artikel { get; set; }

    public string? InstemmingVan { get; set; }

    public LocalDate? Op { get; set; }

    /// <summary>True as soon as something of it was typed.</summary>
    public bool IsUsed => Wet is not null || Artikel is not null || InstemmingVan is not null || Op is not null;

    /// <summary>The same gate, for another item.</summary>
    public GateInput Copy() => (GateInput)MemberwiseClone();

    /// <summary>The gate, or nothing when nothing was typed.</summary>
    public NewGate? ToGate() => IsUsed ? new NewGate(Wet, Artikel, InstemmingVan, Op) : null;
}
