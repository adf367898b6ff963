using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>The manifests hold to the strictest standard for pods, whether a cluster would enforce it or not.</summary>
public sealed partial class KubernetesTests
{
    private static readonly IReadOnlyList<YamlMappingNode> Manifests = Yaml.In("deploy/kubernetes");

    private static readonly IReadOnlyList<YamlNode> Pods =
        [.. Manifests.Where(m => m.Text("kind") is "Deployment" or "Job").Select(m => m.At("spec", "template", "spec")!)];

    private static readonly IReadOnlyList<YamlNode> Containers = [.. Pods.SelectMany(p => p.Each("containers").Concat(p.Each("initContainers")))];

    [Fact]
    public void There_is_something_to_look_at()
    {
        Pods.Count.ShouldBe(2);
        Containers.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Every_pod_is_restricted()
    {
        Pods.ShouldAllBe(p => p.Text("securityContext", "runAsNonRoot") == "true" && p.Text("securityContext", "seccompProfile", "type") == "RuntimeDefault");
        Pods.ShouldAllBe(p => p.Text("automountServiceAccountToken") == "false" && p.Text("hostNetwork") == null && p.Text("hostPID") == null);
        Pods.SelectMany(p => p.Each("volumes")).ShouldAllBe(v => v.At("hostPath") == null);
    }

    [Fact]
    public void Every_container_can_change_nothing_and_gain_nothing()
    {
        foreach (var container in Containers)
        {
            var name = container.Text("name");
            container.Text("securityContext", "allowPrivilegeEscalation").ShouldBe("false", name);
            container.Text("securityContext", "readOnlyRootFilesystem").ShouldBe("true", name);
            container.Text("securityContext", "runAsNonRoot").ShouldBe("true", name);
            container.Each("securityContext", "capabilities", "drop").Select(c => ((YamlScalarNode)c).Value).ShouldBe(["ALL"], name);
            container.Text("resources", "limits", "memory").ShouldNotBeNull(name);
        }
    }

    [Fact]
    public void The_portal_is_asked_whether_it_lives_and_whether_it_is_ready()
    {
        var portal = Containers.Single(c => c.Text("name") == "portaal");

        portal.Text("startupProbe", "httpGet", "path").ShouldBe("/health/live");
        portal.Text("livenessProbe", "httpGet", "path").ShouldBe("/health/live", "a database that is away is no reason to start again");
        portal.Text("readinessProbe", "httpGet", "path").ShouldBe("/health/ready");
    }

    [Fact]
    public void Nothing_talks_to_anything_unless_it_is_said()
    {
        var policies = Manifests.Where(m => m.Text("kind") == "NetworkPolicy").ToList();
        var closed = policies.Single(p => p.At("spec", "podSelector") is YamlMappingNode { Children.Count: 0 });

        closed.Each("spec", "policyTypes").Select(t => ((YamlScalarNode)t).Value).ShouldBe(["Ingress", "Egress"]);
        closed.At("spec", "ingress").ShouldBeNull();
        closed.At("spec", "egress").ShouldBeNull();
        var apps = Manifests.Where(m => m.Text("kind") is "Deployment" or "Job").Select(m => m.Text("spec", "template", "metadata", "labels", "app"));
        apps.ShouldAllBe(app => policies.Any(p => p.Text("spec", "podSelector", "matchLabels", "app") == app));
    }

    [Fact]
    public void A_machine_that_is_taken_out_leaves_two_portals()
    {
        var budget = Manifests.Single(m => m.Text("kind") == "PodDisruptionBudget");

        budget.Text("spec", "minAvailable").ShouldBe("2");
        int.Parse(Manifests.Single(m => m.Text("kind") == "Deployment").Text("spec", "replicas")!, null).ShouldBeGreaterThan(2);
    }

    [Fact]
    public void The_namespace_asks_for_it_too() =>
        Manifests.Single(m => m.Text("kind") == "Namespace").Text("metadata", "labels", "pod-security.kubernetes.io/enforce").ShouldBe("restricted");

    [Fact]
    public void No_secret_stands_in_a_manifest()
    {
        Manifests.ShouldAllBe(m => m.Text("kind") != "Secret");
        Manifests.SelectMany(m => m.AllNodes.OfType<YamlScalarNode>()).Where(s => s.Value is { } value && Password().IsMatch(value)).ShouldBeEmpty();
    }

    [Fact]
    public void The_pooler_has_the_settings_of_the_template()
    {
        var rendered = Deployment.Render("deploy/pgbouncer/pgbouncer.ini", new Dictionary<string, string>
        {
            ["DB_HOST"] = "database.example",
            ["DB_PORT"] = "5432",
            ["SOCKETS"] = "/run/pooler",
            ["USERS"] = "/etc/cotnvpga/gebruikers",
            ["DB_TLS"] = "verify-full",
            ["DB_CA"] = "server_tls_ca_file = /etc/cotnvpga/ca.crt",
        });

        var mounted = Manifests.Single(m => m.Text("kind") == "ConfigMap" && m.Text("metadata", "name") == "pooler").Text("data", "pgbouncer.ini")!;
        Settings(mounted).ShouldBe(Settings(rendered));
    }

    private static IEnumerable<string> Settings(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != ';');

    [GeneratedRegex("password=[^;]{3,}", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
