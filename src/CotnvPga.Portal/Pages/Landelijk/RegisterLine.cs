namespace CotnvPga.Portal.Pages.Landelijk;

/// <summary>The municipalities of one Zorg- en Veiligheidshuis.</summary>
/// <param name="Name">Its name, or that it is not known.</param>
/// <param name="Lines">Its municipalities.</param>
public sealed record RegisterRegion(string Name, IReadOnlyList<RegisterLine> Lines);

/// <summary>How a municipality stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Covenant">What it acceded to.</param>
/// <param name="TakesPart">Whether it acceded and did not leave.</param>
/// <param name="HasLocal">Whether a local covenant holds.</param>
/// <param name="Benches">The functions of the three, with how many people could work today.</param>
/// <param name="IsStaffed">Whether each of the three has enough people.</param>
/// <param name="Training">Of how many people the training counts.</param>
/// <param name="AllTrained">Whether it counts for all.</param>
/// <param name="Screening">Of how many people screening and authorisation hold.</param>
/// <param name="AllScreened">Whether they hold for all.</param>
/// <param name="SafetyHouse">The agreement with the Zorg- en Veiligheidshuis.</param>
/// <param name="HasAgreement">Whether there is one.</param>
public sealed record RegisterLine(
    string Name, string Covenant, bool TakesPart, bool HasLocal, IReadOnlyList<string> Benches, bool IsStaffed, string Training, bool AllTrained, string Screening, bool AllScreened,
    string SafetyHouse, bool HasAgreement);
