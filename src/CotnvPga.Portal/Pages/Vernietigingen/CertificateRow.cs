namespace CotnvPga.Portal.Pages.Vernietigingen;

/// <summary>A destruction in words.</summary>
/// <param name="Number">Number of the case.</param>
/// <param name="Municipality">Its municipality.</param>
/// <param name="OpenedOn">When the case began.</param>
/// <param name="On">When it was destroyed.</param>
/// <param name="Ground">Why.</param>
/// <param name="Articles">On which articles.</param>
/// <param name="Items">How many items.</param>
/// <param name="By">Who acted.</param>
public sealed record CertificateRow(string Number, string Municipality, string OpenedOn, string On, string Ground, string Articles, int Items, string By);
