using System.Text;
using CotnvPga.Convenant.Asking;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Asking;

public sealed class MomentTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Theory]
    [InlineData("2026-11-01T00:30:00+01:00", "2026-11-01")]
    [InlineData("2026-10-31T23:30:00Z", "2026-11-01")]
    [InlineData("2026-06-30T22:30:00Z", "2026-07-01")]
    [InlineData("2026-12-31T22:59:59.999Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00.000000001z", "2027-01-01")]
    [InlineData("1985-10-26T01:22-07:00", "1985-10-26")]
    [InlineData("2016-12-31t23:59:60Z", "2017-01-01")]
    public void Moment_has_its_day_in_Amsterdam(string text, string day)
    {
        Moment.TryReadDay(Encoding.UTF8.GetBytes(text), Amsterdam, out var read).ShouldBeTrue();
        read.ToString("yyyy-MM-dd", null).ShouldBe(day);
    }

    [Theory]
    [InlineData("2026-11-01")]
    [InlineData("2026-11-01T09:00:00")]
    [InlineData("2026-11-01 09:00:00Z")]
    [InlineData("2026-11-01T24:00:00Z")]
    [InlineData("2026-11-01T09:60:00Z")]
    [InlineData("2026-11-01T09:00:61Z")]
    [InlineData("2026-11-01T09:00:00.Z")]
    [InlineData("2026-11-01T09:00:00+0100")]
    [InlineData("2026-11-01T09:00:00+25:00")]
    [InlineData("2026-11-01T09:00:00Zulu")]
    [InlineData("2026-11-01T09:00:")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("nu")]
    public void Anything_else_is_no_moment(string text) =>
        Moment.TryReadDay(Encoding.UTF8.GetBytes(text), Amsterdam, out _).ShouldBeFalse();
}
