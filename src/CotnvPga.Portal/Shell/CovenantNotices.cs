using CotnvPga.Convenant;
using CotnvPga.Data.Accession;
using CotnvPga.Data.Sharing;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.People;
using CotnvPga.Portal.Components.Text;

namespace CotnvPga.Portal.Shell;

/// <summary>What somebody must know on every page about the covenant that decides: that there is none, that it is a draft, or that it is not signed.</summary>
public sealed class CovenantNotices(CompiledConvenant convenant, SharingEditions editions, Municipalities municipalities, AccessionDesk desk, AccessionBook book, DutchClock clock)
{
    /// <summary>The notices for a person, by the municipalities in which that person works.</summary>
    public IEnumerable<ShellNotice> For(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (convenant.Covenants.Model is not { } model)
        {
            yield return new ShellNotice("Dit portaal beslist nu alleen op de wet; er is nog geen convenant.");
            yield break;
        }
        if (model.IsDraft)
            yield return new ShellNotice($"Het modelconvenant waarmee dit portaal beslist (versie {model.Version}) is een ontwerp, niet vastgesteld.");
        foreach (var place in actor.Memberships.Select(m => m.Municipality).OfType<Domain.Municipality>().Distinct())
        {
            if (editions.Of(place.Code, clock.Today).Local is not null)
                continue;
            var text = $"In {municipalities.NameOf(place)} geldt geen lokaal convenant: de wet en het modelconvenant beslissen, met de strengste keuzes.";
            yield return desk.MaySign(actor, place.Code) && !book.HistoryOf(place.Code).TakesPart(clock.Today)
                ? new ShellNotice($"{text} Uw taak:", place.Code, "/Convenanten/Toetreden", "treed toe")
                : new ShellNotice(text, place.Code, "/Convenanten/Lezen", "Lees wat hier geldt");
        }
    }
}
