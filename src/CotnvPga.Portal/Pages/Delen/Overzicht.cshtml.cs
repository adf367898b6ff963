using CotnvPga.Portal.Mapping;

namespace CotnvPga.Portal.Pages.Delen;

/// <summary>Every way in which a signal is passed on: how, tested by what, on which basis. From rules and process alone; made to be printed.</summary>
public sealed class OverzichtModel(ChannelPages pages) : PortalPage
{
    /// <summary>The ways, in the order of the process.</summary>
    public IReadOnlyList<ChannelLine> Channels { get; private set; } = [];

    /// <summary>The day for which it holds, in words.</summary>
    public string Day => pages.Today;

    /// <summary>Hash of the convenant.</summary>
    public string Hash => pages.Hash;

    public void OnGet() => Channels = pages.Lines(SharingChoices.OwnMunicipality(Actor));
}
