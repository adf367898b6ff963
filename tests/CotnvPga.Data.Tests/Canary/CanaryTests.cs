using CotnvPga.Data.Cases;
using CotnvPga.Data.Oversight;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;
using NodaTime;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Canary;

/// <summary>Every actor, every phase, every purpose: the tokens found are those that the naive interpreter allows, nothing more and nothing less.</summary>
public sealed class CanaryTests : CaseTest
{
    private static readonly Phase[] Phases = [.. Enum.GetValues<Phase>().Where(p => p != Phase.Vernietigd)];

    /// <summary>A sample: every actor in every phase, half of them in the one case and half in the other.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task Found_is_allowed_and_allowed_is_found(int seed) => CompareAsync(seed, (party, phase) => (party + phase + seed) % 2 == 0);

    [Theory]
    [Trait("Category", "Lang")]
    [InlineData(1)]
    [InlineData(2)]
    public Task Found_is_allowed_and_allowed_is_found_for_everybody_in_every_phase(int seed) => CompareAsync(seed, (_, _) => true);

    private async Task CompareAsync(int seed, Func<int, int, bool> looksNow)
    {
        var canary = await CanaryCase.CreateAsync(Table, seed);
        canary.Items.Count.ShouldBeGreaterThan(80);
        var until = SystemClock.Instance.GetCurrentInstant().InUtc().Date.PlusDays(10);
        foreach (var reviewer in new[] { Party.Fg, Party.Auditor, Party.Rac })
            Done(await World.Do<OversightDesk, Result<Guid>>(d => d.OpenReviewAsync(canary.Actors[reviewer], canary.Id, "Steekproef", until, default)));
        Done(await World.Do<OversightDesk, Result<Guid>>(d => d.OpenRequestAsync(canary.Actors[Party.Burgemeester], canary.Id, new NewRequest("inzage", "betrokkene", []), default)));

        var shown = 0;
        foreach (var (round, phase) in Phases.Index())
        {
            await AsSuperuser($"update zaak.signaal set fase = '{phase.Code()}' where id = '{canary.Id}'");
            foreach (var (_, (party, actor)) in canary.Actors.Index().Where(a => looksNow(a.Index, round)))
            {
                foreach (var purpose in Enum.GetValues<Purpose>())
                    shown += await Compare(canary, party, actor, purpose, phase);
            }
        }
        shown.ShouldBeGreaterThan(500);
    }

    private async Task<int> Compare(CanaryCase canary, Party party, Domain.People.Actor actor, Purpose purpose, Phase phase)
    {
        var opened = await Table.Open(actor, canary.Id, purpose);
        var what = $"{party} {purpose} {phase}";
        if (!opened.IsDone)
        {
            var entry = (await World.Do<CaseDoor, CaseEntry?>(d => Find(d, actor, canary.Id)))!;
            var (visible, _) = canary.Allowed(party, purpose, phase, entry.Viewer.Membership.Role, entry.Viewer.CircumstanceCodes, Today);
            if (opened.Refusal is NotKnown)
                visible.ShouldBeEmpty($"hidden from {what}");
            else
                CaseWorld.Convenant.Process.Memberships[entry.Viewer.Membership.Party.Code()].Purposes.ShouldNotContain(purpose.Code(), what);
            return 0;
        }
        var allowed = canary.Allowed(party, purpose, phase, opened.Value.Viewer.Membership.Role, opened.Value.Viewer.CircumstanceCodes, Today);
        var tokens = opened.Value.Items.Select(i => i.Value).Where(v => v.StartsWith("K-", StringComparison.Ordinal)).ToHashSet();
        tokens.Except(allowed.Visible).ShouldBeEmpty($"shown to {what}");
        allowed.Visible.Except(tokens).ShouldBeEmpty($"hidden from {what}");
        var ids = canary.Items.Select(i => i.Id).ToHashSet();
        opened.Value.Conditional.Select(c => c.Id).Where(ids.Contains).ShouldBe(allowed.Conditional, ignoreOrder: true, what);
        return tokens.Count;
    }

    private static async Task<CaseEntry?> Find(CaseDoor door, Domain.People.Actor actor, SignalId id)
    {
        await using var transaction = await door.Context.Database.BeginTransactionAsync();
        return await door.FindAsync(actor, id, default);
    }

    private static LocalDate Today => SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
}
