using System.Text;
using CotnvPga.Portal.Tests.Canary;
using CotnvPga.TestHost.Cases;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Api.OpenApi;

/// <summary>
/// Calls of every address that the description has, made from the description itself: right, nearly right and hostile, by people with and without
/// rights, about cases of their own and of others. No fault, no answer that is not described, and nothing of a case that one may not know.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Many = 5_000;

    private static readonly string?[] Strangers = ["politie.modelveen", "coordinator.modelveen", "om.polderdam", "reclassering.modelveen", "nctv.adviseur", "nctv.rapportage", "beheer.landelijk", null];
    private static readonly string?[] Insiders = ["coordinator.voorbeeldstad", "politie.voorbeeldstad", "om.voorbeeldstad", "zorg.voorbeeldstad", "fg.voorbeeldstad", "auditor.landelijk"];

    [Fact]
    public Task No_call_of_the_description_ends_in_a_fault_or_a_leak() => FuzzAsync(calls: 450, seed: 8);

    [Fact]
    [Trait("Category", "Lang")]
    public Task No_call_of_fifty_thousand_ends_in_a_fault_or_a_leak() => FuzzAsync(calls: 50_000, seed: 6);

    private async Task FuzzAsync(int calls, int seed)
    {
        await using var portal = await CanaryPortal.StartAsync();
        var canary = await CanaryCase.CreateAsync(portal.Table("9901"), seed, elsewhere: false);
        var own = await portal.Table("9902").InWeighing(CaseTable.Item("waarneming", "Eigen zaak."), CaseTable.Item("achternaam", "Jansen"));
        var weighing = await portal.Table("9901").InWeighing(CaseTable.Item("waarneming", "Nog een zaak."));
        var description = new ApiDescription((await new ApiPerson(portal.Fixture, null).Get("/v1/openapi.json")).Json.AsObject());
        var made = new MadeCalls(description, new Random(seed), [canary.Id.Value.ToString(), own.ToString(), weighing.ToString(), .. canary.Items.Select(i => i.Id.ToString()), Guid.NewGuid().ToString()]);
        var people = new Random(seed);
        var (statuses, wrong) = (new SortedDictionary<int, int>(), new List<string>());
        for (var i = 0; i < calls; i++)
        {
            var (method, path, body, operation) = made.Next(i);
            var stranger = people.Next(2) == 0;
            var name = stranger ? Strangers[people.Next(Strangers.Length)] : Insiders[people.Next(Insiders.Length)];
            var answer = await new ApiPerson(portal.Fixture, name, operation.Contains("/access/", StringComparison.Ordinal) ? "access.evaluate" : "api").Send(
                new HttpMethod(method), path, body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"));
            statuses[(int)answer.Status] = statuses.GetValueOrDefault((int)answer.Status) + 1;
            if ((int)answer.Status >= 500)
                wrong.Add($"{name ?? "nobody"} {method} {path} {body}: {answer.Status}");
            if ((int)answer.Status >= 400 && answer.Bytes.Length > 0 && answer.Headers["Content-Type"] != "application/problem+json")
                wrong.Add($"{name ?? "nobody"} {method} {path}: {answer.Status} is {answer.Headers["Content-Type"]}");
            // Who has no place in the case sees none of its words, unless the call itself sent them.
            if (stranger && canary.Items.FirstOrDefault(item => answer.Text.Contains(item.Token, StringComparison.Ordinal) && body?.Contains(item.Token, StringComparison.Ordinal) is not true) is { } leaked)
                wrong.Add($"{name ?? "nobody"} {method} {path}: shows {leaked.Token}");
        }
        output.WriteLine($"{calls} calls of {made.Operations} operations: {string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}"))}");
        wrong.ShouldBeEmpty();
        // A conflict needs a body that is right for a case that is not ready for it; among few calls there may be none.
        int[] kinds = calls < Many ? [200, 400, 401, 403, 404] : [200, 400, 401, 403, 404, 409];
        kinds.Except(statuses.Keys).ShouldBeEmpty("every kind of answer was tried");
    }
}
