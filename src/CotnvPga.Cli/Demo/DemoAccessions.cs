using CotnvPga.Data.Accession;
using CotnvPga.Domain.Accession;
using CotnvPga.Identity.Demo;
using NodaTime;

namespace CotnvPga.Cli.Demo;

/// <summary>Lets the municipalities of the demo that have a covenant of their own accede to it; Polderdam has none and does not.</summary>
internal sealed class DemoAccessions(AccessionDesk desk)
{
    /// <summary>The first day on which anybody could accede: the law came into force.</summary>
    private static readonly LocalDate LawInForce = new(2025, 7, 1);

    /// <summary>Accedes to every version that has begun, oldest first, where nothing was declared before.</summary>
    /// <exception cref="InvalidOperationException">The portal refused a declaration.</exception>
    public async Task AccedeAsync(LocalDate today, CancellationToken cancel)
    {
        foreach (var municipality in (await desk.AllAsync(cancel)).Where(m => m.History.Declarations.Count == 0))
        {
            foreach (var local in municipality.History.Locals.Where(l => l.Validity.From is not { } from || from <= today).OrderBy(l => l.Validity.From))
            {
                var day = LocalDate.Max(local.Validity.From ?? LawInForce, LawInForce);
                var declaration = new NewDeclaration(
                    local.Version, $"Burgemeester van {municipality.Name}", "burgemeester", $"Besluit van de burgemeester van {municipality.Name} (demo)", day, null);
                var signed = await desk.AccedeAsync(Signer(municipality.Code), municipality.Code, declaration, cancel);
                if (!signed.IsDone)
                    throw new InvalidOperationException($"{municipality.Name}: {signed.Refusal.Message}");
            }
        }
    }

    private Domain.People.Actor Signer(string municipality) =>
        DemoWorld.People.Select(p => p.Actor).First(actor => desk.MaySign(actor, municipality));
}
