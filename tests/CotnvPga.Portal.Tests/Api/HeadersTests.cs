using System.Net;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>What every answer of the API carries.</summary>
public sealed class HeadersTests(ApiPortal portal) : ApiTest(portal)
{
    [Theory]
    [InlineData("/api/v1/signalen", "coordinator.voorbeeldstad")]
    [InlineData("/api/v1/signalen", null)]
    [InlineData("/api/v1/bestaat-niet", "coordinator.voorbeeldstad")]
    [InlineData("/access/v1/evaluation", null)]
    [InlineData("/.well-known/authzen-configuration", null)]
    public async Task Every_answer_carries_version_request_id_and_security_headers(string path, string? userName)
    {
        var answer = await new ApiPerson(Fixture, userName).Get(path, ("X-Request-ID", "aanroep-42"));

        answer.Headers["API-Version"].ShouldBe("1.0.0");
        answer.Headers["X-Request-ID"].ShouldBe("aanroep-42");
        answer.Headers["Cache-Control"].ShouldBe("no-store");
        answer.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        answer.Headers["X-Frame-Options"].ShouldBe("DENY");
        answer.Headers["Content-Security-Policy"].ShouldContain("frame-ancestors 'none'");
    }

    [Theory]
    [InlineData("met spatie")]
    [InlineData("é")]
    public async Task A_request_id_that_is_no_plain_text_is_replaced(string sent)
    {
        var answer = await Burgemeester.Get("signalen", ("X-Request-ID", sent));

        Guid.TryParse(answer.Is(HttpStatusCode.OK).Headers["X-Request-ID"], out _).ShouldBeTrue();
    }
}
