using CotnvPga.Domain.Interests;

namespace CotnvPga.Portal.Pages.Signalen.Belangen;

/// <summary>A person with an interest of its own, as it is typed. The names are those of the API.</summary>
public sealed class InterestInput
{
    public string? Soort { get; set; }

    /// <summary>Account and party, as the list offers them.</summary>
    public string? Persoon { get; set; }

    public string? Reden { get; set; }

    public string? VraagAan { get; set; }

    /// <summary>What is sent.</summary>
    public NewInterest ToInterest() => Persoon?.Split('/') is [var account, var party] && Guid.TryParse(account, out var id)
        ? new NewInterest(Soort, id, party, Reden, VraagAan)
        : new NewInterest(Soort, null, null, Reden, VraagAan);
}
