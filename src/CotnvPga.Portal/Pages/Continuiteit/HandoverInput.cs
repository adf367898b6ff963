using CotnvPga.Domain.Continuity;

namespace CotnvPga.Portal.Pages.Continuiteit;

/// <summary>Work that goes over, as it is typed: for each case whether it goes along and what the successor must know.</summary>
public sealed class HandoverInput
{
    public Guid? Naar { get; set; }

    public List<HandoverCaseInput> Zaken { get; set; } = [];

    /// <summary>What is sent.</summary>
    public NewWorkHandover ToHandover(Guid? from) => new(from, Naar, [.. Zaken.Where(z => z.Mee).Select(z => new NewHandedOverCase(z.Id, z.Verslag))]);
}

/// <summary>One case that may go along.</summary>
public sealed class HandoverCaseInput
{
    public Guid Id { get; set; }

    public bool Mee { get; set; }

    public string? Verslag { get; set; }
}
