using System.Text;
using CotnvPga.Identity.SecondSteps;

namespace CotnvPga.Identity.Tests.SecondSteps;

public sealed class TimedCodeTests
{
    /// <summary>The examples of RFC 6238, appendix B, of which apps show the last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void It_is_the_code_that_every_app_shows(long seconds, string code) =>
        TimedCode.Of(Encoding.ASCII.GetBytes("12345678901234567890"), TimedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))).ShouldBe(code);

    /// <summary>The examples of RFC 4648, without the signs that only fill up.</summary>
    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void The_secret_is_written_as_apps_read_it(string secret, string written) =>
        TimedCode.Write(Encoding.ASCII.GetBytes(secret)).ShouldBe(written);
}
