using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Keys;
using CotnvPga.Identity.Oidc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Tests.OidcContract;

/// <summary>What any server behind <c>IOidcServer</c> asks of a client that has a key (<c>private_key_jwt</c>).</summary>
public sealed class ClientProofTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task The_right_key_gives_a_token() =>
        (await AskAsync(Proof(Keys.CommandLine)))["access_token"].ShouldNotBeNull();

    [Fact]
    public async Task No_proof_gives_nothing() => ShouldBeRefused(await AskAsync(proof: null));

    [Fact]
    public async Task A_key_of_somebody_else_gives_nothing()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        ShouldBeRefused(await AskAsync(Proof(new ECDsaSecurityKey(other))));
        ShouldBeRefused(await AskAsync(Proof(Keys.Portal)));
    }

    [Fact]
    public async Task A_proof_for_another_server_gives_nothing() =>
        ShouldBeRefused(await AskAsync(ClientAssertion.Create(DemoGrant.ClientId, Keys.CommandLine, new Uri("https://elders.example/"), demo.Portal.Clock)));

    [Fact]
    public async Task A_proof_that_is_over_gives_nothing()
    {
        // Longer ago than the difference that a server may allow between two clocks.
        var then = new FakeTimeProvider(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(10));

        ShouldBeRefused(await AskAsync(ClientAssertion.Create(DemoGrant.ClientId, Keys.CommandLine, demo.Portal.Address, then)));
    }

    [Fact]
    public async Task A_client_uses_only_the_way_that_it_was_given()
    {
        ShouldBeRefused(await AskAsync(proof: null, client: "demo-client"));
        ShouldBeRefused(await AskAsync(ClientAssertion.Create("portaal", Keys.Portal, demo.Portal.Address, demo.Portal.Clock), client: "portaal"));
    }

    private PortalKeys Keys => demo.Portal.Services.GetRequiredService<PortalKeys>();

    private string Proof(SecurityKey key) => ClientAssertion.Create(DemoGrant.ClientId, key, demo.Portal.Address, demo.Portal.Clock);

    private static void ShouldBeRefused(JsonNode answer)
    {
        answer["access_token"].ShouldBeNull();
        ((string)answer["error"]!).ShouldBeOneOf("invalid_client", "invalid_token", "invalid_request", "invalid_grant", "unauthorized_client");
    }

    private async Task<JsonNode> AskAsync(string? proof, string client = DemoGrant.ClientId)
    {
        var question = new Dictionary<string, string>
        {
            ["grant_type"] = DemoGrant.Type,
            ["client_id"] = client,
            ["scope"] = "api",
            [DemoGrant.UserName] = DemoWorld.People[0].UserName,
        };
        if (proof is not null)
        {
            question["client_assertion_type"] = ClientAssertion.Type;
            question["client_assertion"] = proof;
        }
        using var http = demo.Portal.Program();
        using var answer = await http.PostAsync("/oidc/token", new FormUrlEncodedContent(question));
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
