using CotnvPga.Convenant.Process;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Steps;

/// <summary>
/// What several must do with the same words: the first post is the proposal, an equal one agrees, a different one is a new proposal.
/// The case is locked while this runs, so two posts at once follow each other.
/// </summary>
internal sealed class Proposals(ZaakContext db, IClock clock)
{
    /// <summary>Adds this party's (or person's) post. Needs a ticket for the process.</summary>
    /// <param name="entry">Who, in which case.</param>
    /// <param name="step">The step or act.</param>
    /// <param name="words">The words in their fixed form.</param>
    /// <param name="key">The key of the case.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Agreement> PostAsync(CaseEntry entry, StepDefinition step, string words, CaseKey key, CancellationToken cancel)
    {
        var fingerprint = key.Fingerprint($"{step.Code}\n{words}");
        var open = await db.Voorstellen.SingleOrDefaultAsync(v => v.Soort == step.Code && v.Stand == "open", cancel);
        if (open is not null && !open.WoordenHash.AsSpan().SequenceEqual(fingerprint))
        {
            open.Stand = "vervangen";
            await db.SaveChangesAsync(cancel);
            open = null;
        }
        if (open is null)
        {
            var id = Guid.NewGuid();
            open = new VoorstelRow
            {
                Id = id,
                SignaalId = entry.State.Id.Value,
                Soort = step.Code,
                WoordenHash = fingerprint,
                Inhoud = key.Seal(words, $"voorstel/{id}"),
                Op = clock.GetCurrentInstant(),
            };
            db.Voorstellen.Add(open);
            await db.SaveChangesAsync(cancel);
        }
        var agreed = await db.Instemmingen.AsNoTracking().Where(i => i.VoorstelId == open.Id).ToListAsync(cancel);
        var party = entry.Viewer.Party.Code();
        var account = entry.Viewer.Actor.Account.Value;
        var again = step.Manner == StepManner.Samen ? agreed.Any(i => i.Partij == party) : agreed.Any(i => i.Door == account);
        if (!again)
        {
            var row = new InstemmingRow { VoorstelId = open.Id, SignaalId = entry.State.Id.Value, Partij = party, Door = account, Op = clock.GetCurrentInstant() };
            db.Instemmingen.Add(row);
            await db.SaveChangesAsync(cancel);
            agreed.Add(row);
        }
        db.ChangeTracker.Clear();
        return new Agreement(open.Id, WaitingFor(step, [.. agreed.Select(Post)], party));
    }

    /// <summary>The open proposals of the case, with who agreed. Needs a ticket for the process.</summary>
    public async Task<IReadOnlyList<OpenProposal>> OpenAsync(Viewer viewer, SignalLifecycleSteps steps, CancellationToken cancel)
    {
        var open = await db.Voorstellen.AsNoTracking().Where(v => v.Stand == "open")
            .Select(v => new { Proposal = v, Agreed = db.Instemmingen.Where(i => i.VoorstelId == v.Id).ToList() })
            .ToListAsync(cancel);
        return [.. open.Select(v =>
        {
            var (step, posts) = (steps(v.Proposal.Soort), v.Agreed.ConvertAll(Post));
            return new OpenProposal(v.Proposal.Id, v.Proposal.Soort, v.Proposal.Inhoud, [.. posts.Select(i => i.Partij).Distinct()],
                WaitingFor(step, posts, viewer.Party.Code()), AgreedBySelf(step, posts, viewer));
        })];
    }

    /// <summary>Whether the viewer's party agreed, or the viewer in person where two persons must.</summary>
    public static bool AgreedBySelf(StepDefinition step, IReadOnlyList<StandingPost> agreed, Viewer viewer) =>
        step.Manner == StepManner.Samen ? agreed.Any(i => i.Partij == viewer.Party.Code()) : agreed.Any(i => i.Door == viewer.Actor.Account.Value);

    /// <summary>Whom a proposal still waits for.</summary>
    public static IReadOnlyList<string> WaitingFor(StepDefinition step, IReadOnlyList<StandingPost> agreed, string party) => step.Manner == StepManner.Samen
        ? [.. step.Parties.Where(p => agreed.All(i => i.Partij != p)).Order(StringComparer.Ordinal)]
        : agreed.Where(i => i.Partij == party).Select(i => i.Door).Distinct().Count() >= 2 ? [] : ["tweede_persoon"];

    private static StandingPost Post(InstemmingRow row) => new(row.Partij, row.Door);
}

/// <summary>Finds a step or act by code.</summary>
internal delegate StepDefinition SignalLifecycleSteps(string code);

/// <summary>Where a proposal stands after a post: whom it still waits for.</summary>
internal sealed record Agreement(Guid Proposal, IReadOnlyList<string> WaitingFor);

/// <summary>A proposal that is open.</summary>
internal sealed record OpenProposal(Guid Id, string Step, byte[] Words, IReadOnlyList<string> Agreed, IReadOnlyList<string> WaitingFor, bool AgreedBySelf);
