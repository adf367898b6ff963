using System.Net;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>The level Discovery: who answers, and where.</summary>
public sealed class DiscoveryTests(CertifiedHost certified) : CertificationTest(certified)
{
    [Fact]
    public async Task C_6_The_metadata_name_the_server_and_every_address_and_nothing_empty()
    {
        var metadata = (await Host.Get("/.well-known/authzen-configuration")).Is(HttpStatusCode.OK);

        metadata.Headers["Content-Type"].ShouldBe("application/json");
        var server = Host.Address.AbsoluteUri.TrimEnd('/');
        metadata.Json.AsObject().ToDictionary(m => m.Key, m => (string)m.Value!).ShouldBe(new Dictionary<string, string>
        {
            ["policy_decision_point"] = server,
            ["access_evaluation_endpoint"] = server + Evaluation,
            ["access_evaluations_endpoint"] = server + Evaluations,
            ["search_subject_endpoint"] = server + SubjectSearch,
            ["search_resource_endpoint"] = server + ResourceSearch,
            ["search_action_endpoint"] = server + ActionSearch,
        }, ignoreOrder: true);
    }
}
