using CotnvPga.Data.Registers;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Registers;

/// <summary>One record of a register, what was laid down about it and what can be. 404 for who may not read it.</summary>
public sealed class StukModel(RegisterDesk desk, RegisterRecordPages pages, Words words, Municipalities municipalities) : PortalPage
{
    public RegisterEntry Entry { get; private set; } = null!;

    public RegisterLine Line { get; private set; } = null!;

    public IReadOnlyList<WordLine> Lines { get; private set; } = [];

    public IReadOnlyList<RegisterLine> About { get; private set; } = [];

    /// <summary>Whether this person can make a newer version.</summary>
    public bool MayReplace { get; private set; }

    public string PlaceOf(DrawnCase drawn) => $"{municipalities.NameOf(new Municipality(drawn.Gemeente))}, {words.Phase(Codes.Known<Phase>(drawn.Fase)).ToLowerInvariant()}";

    public string PartiesOf(DrawnCase drawn) => string.Join(", ", (drawn.Partijen ?? []).Select(words.Party));

    public async Task<IActionResult> OnGetAsync(string register, Guid stuk, CancellationToken cancel)
    {
        var read = await desk.OpenAsync(Actor, register, stuk, cancel);
        if (!read.IsDone)
            return NotFound();
        Entry = read.Value;
        Line = pages.Line(Entry.Register, Entry.Record);
        Lines = pages.Lines(Entry);
        About = [.. Entry.About.Select(r => pages.Line(Entry.Register, r))];
        MayReplace = Entry.Register.Form(Entry.Record.Form) is { Record.Replaces: true } form && desk.Offered(Actor, Entry.Register).Contains(form) && Entry.About.All(r => r.Words.Vervangt != Entry.Record.Id);
        return Page();
    }
}
