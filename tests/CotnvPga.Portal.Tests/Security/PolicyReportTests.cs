using System.Diagnostics.Metrics;
using System.Net;
using System.Text;
using CotnvPga.Portal.ContentPolicy;
using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Browsers tell what a page tried; the portal keeps which rule it was, and nothing of where somebody was.</summary>
public sealed class PolicyReportTests : IAsyncLifetime, IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly List<string> _counted = [];
    private PortalFixture _fixture = null!;

    public async Task InitializeAsync()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == PolicyReports.MeterName)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            lock (_counted)
                _counted.Add(string.Join(',', tags.ToArray().Select(t => $"{t.Key}={t.Value}")));
        });
        _listener.Start();
        _fixture = await PortalFixture.StartAsync();
    }

    public async Task DisposeAsync() => await _fixture.DisposeAsync();

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task The_rule_is_counted_and_the_address_is_not_kept()
    {
        (await SendAsync("""{"csp-report":{"document-uri":"https://portaal.example/signalen/K-geheim","effective-directive":"script-src-elem","blocked-uri":"https://elders.example/x.js"}}""")).ShouldBe(HttpStatusCode.NoContent);

        lock (_counted)
            _counted.ShouldContain("rule=script-src-elem");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"csp-report\":[]}")]
    [InlineData("{\"csp-report\":{\"effective-directive\":7}}")]
    [InlineData("{\"csp-report\":{\"effective-directive\":\"\\ud800\"}}")]
    [InlineData("{\"csp-report\":{\"effective-directive\":\"K-eigen-tekst\\ninfo: vals\"}}")]
    public async Task What_is_no_report_of_a_rule_of_ours_is_refused_and_not_kept(string sent)
    {
        ((int)await SendAsync(sent)).ShouldBeInRange(400, 499);
        lock (_counted)
            _counted.ShouldNotContain(c => c.Contains("K-eigen-tekst"));
    }

    [Fact]
    public async Task A_report_without_end_is_not_read() => (await SendAsync($"{{\"csp-report\":{{\"x\":\"{new string('a', 20_000)}\"}}}}")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    private async Task<HttpStatusCode> SendAsync(string body)
    {
        using var nobody = _fixture.Portal.Program();
        using var content = new StringContent(body, Encoding.UTF8, "application/csp-report");
        using var answer = await nobody.PostAsync(PolicyReports.Path, content);
        return answer.StatusCode;
    }
}
