using System.Text.RegularExpressions;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>Every configuration file can be filled in, and says what is missing.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Templates =>
    [
        "deploy/patroni/patroni.yml", "deploy/haproxy/haproxy.cfg", "deploy/pgbouncer/pgbouncer.ini", "deploy/etcd/etcd.yml", "deploy/backup/pgbackrest.conf",
    ];

    [Theory]
    [MemberData(nameof(Templates))]
    public void With_every_value_nothing_is_left_to_fill_in(string template)
    {
        var values = NamesIn(template).ToDictionary(name => name, name => $"waarde-van-{name.ToLowerInvariant()}&\\1");

        var filled = Deployment.Render(template, values);

        Placeholder().IsMatch(filled).ShouldBeFalse();
        values.Values.ShouldAllBe(value => filled.Contains(value, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Without_a_value_it_is_refused_and_named(string template)
    {
        var names = NamesIn(template);
        var values = names.Skip(1).ToDictionary(name => name, _ => "x");

        var (code, output, error) = Deployment.Run("deploy/render", [template], values);

        code.ShouldNotBe(0);
        output.ShouldBeEmpty();
        error.ShouldContain(names[0]);
    }

    [Fact]
    public void An_empty_value_leaves_its_line_out() =>
        Deployment.Render("deploy/pgbouncer/pgbouncer.ini", NamesIn("deploy/pgbouncer/pgbouncer.ini").ToDictionary(n => n, n => n == "DB_CA" ? "" : "x")).ShouldNotContain("\n\ntcp_keepalive");

    [Fact]
    public void No_timeout_ends_the_wait_for_the_standby()
    {
        // PostgreSQL then tells that the commit succeeded: ADR 0155.
        File.ReadAllText(Repository.PathOf("deploy/patroni/patroni.yml")).ShouldContain("statement_timeout: 0");
        File.ReadAllText(Repository.PathOf("deploy/patroni/patroni.yml")).ShouldContain("synchronous_mode_strict: true");
        File.ReadAllText(Repository.PathOf("deploy/pgbouncer/pgbouncer.ini")).ShouldNotContain("\nquery_timeout");
    }

    private static List<string> NamesIn(string template) =>
        [.. Placeholder().Matches(File.ReadAllText(Repository.PathOf(template))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("@([A-Z][A-Z_]*)@")]
    private static partial Regex Placeholder();
}
