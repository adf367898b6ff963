using CotnvPga.Domain.Oversight;
using NodaTime;

namespace CotnvPga.Domain.Tests.Oversight;

/// <summary>What goes out of the log, and when somebody may have looked at family.</summary>
public sealed class LogLineTests
{
    private static readonly Uri Portal = new("https://portaal.voorbeeldstad.example");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 12, 0);

    [Fact]
    public void A_line_has_the_form_of_the_standard_and_no_user()
    {
        var signal = SignalId.New();
        var line = DataProcessingLine.Of(7, "verzoek-1", "raadplegen", "persoonsgericht", Now, signal, Portal);

        (line.TraceId.Length, line.SpanId.Length, line.Status, line.StartTime).ShouldBe((32, 16, "Ok", Now.ToUnixTimeMilliseconds()));
        line.Attributes.Keys.ShouldBe([DataProcessingLine.Activity, DataProcessingLine.Subject, DataProcessingLine.SubjectType], ignoreOrder: true);
        line.Attributes[DataProcessingLine.Activity].ShouldBe("https://portaal.voorbeeldstad.example/verwerkingsregister#persoonsgericht");
        Canonical.Write(line).ShouldNotContain(signal.Value.ToString());
    }

    [Fact]
    public void Lines_of_one_request_share_a_trace_and_those_of_one_case_a_person()
    {
        var signal = SignalId.New();
        DataProcessingLine Line(long number, string? request) => DataProcessingLine.Of(number, request, "raadplegen", "toetsing", Now, signal, Portal);

        Line(1, "a").TraceId.ShouldBe(Line(2, "a").TraceId);
        Line(1, "a").TraceId.ShouldNotBe(Line(1, "b").TraceId);
        Line(1, "a").SpanId.ShouldNotBe(Line(2, "a").SpanId);
        Line(1, "a").Attributes[DataProcessingLine.Subject].ShouldBe(Line(2, null).Attributes[DataProcessingLine.Subject]);
    }

    [Theory]
    [InlineData("Anna de Vries", "Vries", true)]
    [InlineData("Anna de Vries", "de Vries", true)]
    [InlineData("Anna Vries", "Van der Vries", true)]
    [InlineData("Zoë Müller", "Muller", true)]
    [InlineData("Anna de Vries", "Anna", false)]
    [InlineData("Coördinator Voorbeeldstad", "Coördinator", false)]
    [InlineData("Anna de Vries", "Vriesema", false)]
    [InlineData("Anna de Vries", "-", false)]
    public void The_own_surname_is_known_with_and_without_prefixes(string name, string surname, bool same) => OwnName.IsOf(name, surname).ShouldBe(same);
}
