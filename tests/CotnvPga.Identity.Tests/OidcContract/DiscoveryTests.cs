using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CotnvPga.Identity.Tests.OidcContract;

/// <summary>What any server behind <c>IOidcServer</c> says about itself (NLGov profiles for OAuth and OpenID Connect).</summary>
public sealed class DiscoveryTests(DemoPortal demo) : IClassFixture<DemoPortal>
{
    [Fact]
    public async Task It_says_where_it_is_and_offers_no_more_than_the_profile_allows()
    {
        using var http = demo.Portal.Program();

        var document = await CodeClient.DiscoverAsync(http);

        ((string)document["issuer"]!).ShouldBe(CodeClient.Issuer(demo).AbsoluteUri);
        Values(document["response_types_supported"]).ShouldBe(["code"]);
        Values(document["response_modes_supported"]).ShouldBe(["query"]);
        Values(document["code_challenge_methods_supported"]).ShouldBe(["S256"]);
        Values(document["token_endpoint_auth_methods_supported"]).ShouldBe(["private_key_jwt"]);
        Values(document["id_token_signing_alg_values_supported"]).ShouldBe(["RS256"]);
        Values(document["scopes_supported"]).ShouldBe(["openid", "profile", "api", "access.evaluate"], ignoreOrder: true);
        Values(document["claims_supported"]).ShouldContain("acr");
        Values(document["claims_supported"]).ShouldNotContain("amr");
    }

    [Fact]
    public async Task Its_keys_are_public_and_nothing_but_public()
    {
        using var http = demo.Portal.Program();
        var document = await CodeClient.DiscoverAsync(http);

        var keys = (await http.GetFromJsonAsync<JsonNode>((string)document["jwks_uri"]!))!["keys"]!.AsArray();

        var key = keys.ShouldHaveSingleItem()!.AsObject();
        ((string)key["kty"]!).ShouldBe("RSA");
        key.Select(p => p.Key).ShouldNotContain("d");
    }

    private static IEnumerable<string> Values(JsonNode? array) => array!.AsArray().Select(v => (string)v!);
}
