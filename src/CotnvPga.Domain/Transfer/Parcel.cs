using CotnvPga.Domain.Signals;
using NodaTime;

namespace CotnvPga.Domain.Transfer;

/// <summary>What goes along in a transfer, as it waits in the new case.</summary>
/// <param name="Reason">Why the case was transferred.</param>
/// <param name="Items">The items.</param>
public sealed record Parcel(string Reason, IReadOnlyList<ParcelItem> Items);

/// <summary>One item that goes along.</summary>
/// <param name="Field">Code of the field.</param>
/// <param name="Value">What was recorded.</param>
/// <param name="Nature">Code of its special nature.</param>
/// <param name="Supplier">Who supplied it in the old case.</param>
/// <param name="RecordedOn">When it was recorded there.</param>
public sealed record ParcelItem(string Field, string Value, string Nature, string Supplier, LocalDate RecordedOn)
{
    /// <summary>The item as the receiver records it: from the consultation elsewhere, needed for its own check.</summary>
    /// <param name="municipality">Name of the municipality that it comes from.</param>
    public NewItem AsSent(string municipality)
    {
        var why = $"Overgedragen door {municipality}; nodig voor de eigen toets.";
        return new NewItem(Field, Value, null, Nature == "geen" ? null : Nature, "casusoverleg_elders", why, Nature == "geen" ? null : why, [], null);
    }
}

/// <summary>A transfer as the receiving side sees it before and after it was taken over.</summary>
/// <param name="Id">The transfer.</param>
/// <param name="FromNumber">Number of the case there.</param>
/// <param name="FromMunicipality">Code of the municipality there.</param>
/// <param name="Items">How many items wait.</param>
/// <param name="At">When it was sent.</param>
/// <param name="TakenOverAt">When it was taken over; null while it waits.</param>
/// <param name="TakenOver">How many items were taken over.</param>
public sealed record WaitingTransfer(Guid Id, string FromNumber, string FromMunicipality, int Items, Instant At, Instant? TakenOverAt, int? TakenOver);

/// <summary>What came of taking a transfer over.</summary>
/// <param name="Items">The items that were recorded.</param>
/// <param name="LeftOut">Codes of the fields that could not be recorded as coming from elsewhere, such as police data: ask their source here.</param>
public sealed record TakenOver(IReadOnlyList<Guid> Items, IReadOnlyList<string> LeftOut);
