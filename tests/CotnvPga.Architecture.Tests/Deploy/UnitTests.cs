using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using CotnvPga.TestHost;

namespace CotnvPga.Architecture.Tests.Deploy;

/// <summary>The services are shut in as far as they can bear. systemd itself gives the mark; where it is not there, the lines are looked at.</summary>
public sealed partial class UnitTests
{
    private const double Highest = 1.5;

    private static readonly string[] Always =
    [
        "NoNewPrivileges=yes", "CapabilityBoundingSet=", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "ProtectKernelTunables=yes",
        "ProtectKernelModules=yes", "ProtectControlGroups=yes", "RestrictNamespaces=yes", "RestrictSUIDSGID=yes", "LockPersonality=yes",
        "SystemCallArchitectures=native", "SystemCallFilter=@system-service", "SystemCallFilter=~@privileged @resources @obsolete", "UMask=0077", "LimitCORE=0",
    ];

    public static TheoryData<string> Services =>
        [.. Directory.EnumerateFiles(Repository.PathOf("deploy/systemd"), "*.service").Select(f => $"deploy/systemd/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Services))]
    public void It_is_shut_in(string service)
    {
        var lines = File.ReadAllLines(Repository.PathOf(service));
        Always.Except(lines).ShouldBeEmpty();
        lines.ShouldNotContain(line => line.StartsWith("User=root", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("User=", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void Its_mark_is_at_most_one_and_a_half(string service)
    {
        if (Mark(service) is { } mark)
            mark.ShouldBeLessThanOrEqualTo(Highest);
        else
            File.ReadAllText(Repository.PathOf(service)).ShouldContain("RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX");
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void No_secret_stands_in_it(string service) => File.ReadAllText(Repository.PathOf(service)).ShouldNotContain("assword");

    private static double? Mark(string service)
    {
        try
        {
            var (_, output, error) = Deployment.Run("systemd-analyze", ["security", "--offline=true", "--threshold=100", "--no-pager", Repository.PathOf(service)]);
            return Exposure().Match(output + error) is { Success: true } found ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : null;
        }
        catch (Win32Exception)
        {
            return null; // No systemd here.
        }
    }

    [GeneratedRegex(@"exposure level for \S+: (\d+\.\d+)")]
    private static partial Regex Exposure();
}
