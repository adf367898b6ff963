using System.Text;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Asking;

/// <summary>What is understood of a question, and what is refused on which member.</summary>
public sealed class QuestionReaderTests
{
    private const string Good = """{"subject":{"type":"partij","id":"politie"},"action":{"name":"raadplegen"},"resource":{"type":"gegeven","id":"1","properties":{"categorie":"signaal","bijzonder":"geen","verstrekker":"college","fase":"weging"}},"context":{"doel":"persoonsgericht","peildatum":"2026-11-01","omstandigheden":["geautoriseerd"],"lagen":["wet"]}}""";

    private readonly QuestionReader _reader = new(TheConvenant.Loaded);
    private readonly CodedQuestion _question = new(TheConvenant.Loaded.Vocabulary);

    [Theory]
    [InlineData("\"type\":\"partij\",", "", "subject.type")]
    [InlineData("\"partij\"", "\"persoon\"", "subject.type")]
    [InlineData("\"politie\"", "\"polite\"", "subject.id")]
    [InlineData("\"politie\"", "7", "subject.id")]
    [InlineData(",\"id\":\"politie\"", "", "subject.id")]
    [InlineData("{\"type\":\"partij\",\"id\":\"politie\"}", "\"politie\"", "subject")]
    [InlineData("\"name\":\"raadplegen\"", "", "action.name")]
    [InlineData("raadplegen", "kijken", "action.name")]
    [InlineData("\"gegeven\"", "\"gegevens\"", "resource.type")]
    [InlineData("\"gegeven\"", "\"overleg\"", "resource.type")]
    [InlineData("raadplegen", "deelnemen", "resource.type")]
    [InlineData("\"id\":\"1\",", "", "resource.id")]
    [InlineData("\"id\":\"1\",", "\"id\":1,", "resource.id")]
    [InlineData("signaal", "signalen", "resource.properties.categorie")]
    [InlineData("\"categorie\":\"signaal\",", "", "resource.properties.categorie")]
    [InlineData("\"geen\"", "\"Geen\"", "resource.properties.bijzonder")]
    [InlineData("\"geen\"", "null", "resource.properties.bijzonder")]
    [InlineData("\"college\"", "\"\"", "resource.properties.verstrekker")]
    [InlineData("\"weging\"", "[\"weging\"]", "resource.properties.fase")]
    [InlineData("\"doel\":\"persoonsgericht\",", "", "context.doel")]
    [InlineData("persoonsgericht", "persoonsgericht ", "context.doel")]
    [InlineData("\"peildatum\":\"2026-11-01\",", "", "context.peildatum")]
    [InlineData("2026-11-01", "2026-11-1", "context.peildatum")]
    [InlineData("2026-11-01", "2026-02-29", "context.peildatum")]
    [InlineData("2026-11-01", "2100-01-01", "context.peildatum")]
    [InlineData("2026-11-01", "01-11-2026", "context.peildatum")]
    [InlineData("\"2026-11-01\"", "20261101", "context.peildatum")]
    [InlineData("[\"geautoriseerd\"]", "\"geautoriseerd\"", "context.omstandigheden")]
    [InlineData("[\"geautoriseerd\"]", "null", "context.omstandigheden")]
    [InlineData("[\"geautoriseerd\"]", "[\"geautoriseerd\",\"gautoriseerd\"]", "context.omstandigheden")]
    [InlineData("[\"geautoriseerd\"]", "[true]", "context.omstandigheden")]
    [InlineData("[\"wet\"]", "[]", "context.lagen")]
    [InlineData("[\"wet\"]", "[\"wetten\"]", "context.lagen")]
    [InlineData("[\"wet\"]", "\"wet\"", "context.lagen")]
    [InlineData("\"action\":", "\"subject\":{},\"action\":", "subject")]
    [InlineData("\"fase\":\"weging\"", "\"fase\":\"weging\",\"fase\":\"weging\"", "resource.properties.fase")]
    [InlineData("\"fase\":\"weging\"", "\"fase\":\"weging\",\"f\\u0061se\":\"weging\"", "resource.properties.fase")]
    [InlineData("\"context\":{", "\"context\":{\"x\":{\"y\":[{\"z\":1,\"z\":2}]},", "context.x.y.z")]
    [InlineData("\"context\":{", "\"context\":{\"time\":\"2026-11-02T00:00:00+01:00\",", "context.time")]
    [InlineData("\"context\":{", "\"context\":{\"time\":\"2026-11-01\",", "context.time")]
    [InlineData("\"context\":{", "\"context\":{\"time\":\"2026-11-01T09:00:00\",", "context.time")]
    [InlineData("\"context\":{", "\"context\":{\"time\":17,", "context.time")]
    [InlineData("}}", "}", "$")]
    [InlineData("}}", "}}{}", "$")]
    [InlineData("\"action\":", "action:", "$")]
    [InlineData("\"politie\"", "\"polit\\ud800ie\"", "$")]
    [InlineData("\"politie\"}", "\"politie\",\"properties\":\"weegploeglid\"}", "subject.properties")]
    [InlineData("\"raadplegen\"}", "\"raadplegen\",\"properties\":null}", "action.properties")]
    public void Question_that_cannot_be_understood_names_the_member(string old, string changed, string field)
    {
        Good.ShouldContain(old);
        var error = Read(Good[..Good.IndexOf(old, StringComparison.Ordinal)] + changed + Good[(Good.IndexOf(old, StringComparison.Ordinal) + old.Length)..]);
        error.ShouldNotBeNull();
        error.Field.ShouldBe(field);
        error.Message.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("\"subject\"")]
    [InlineData("null")]
    [InlineData("{\"subject\":")]
    public void What_is_not_an_object_is_refused_as_a_whole(string json) => Read(json)!.Field.ShouldBe("$");

    [Fact]
    public void Deep_nesting_is_refused() =>
        Read(Good.Replace("\"context\":{", "\"context\":{\"x\":" + new string('[', 500) + new string(']', 500) + ",", StringComparison.Ordinal))!.Field.ShouldBe("$");

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        bytes[Good.IndexOf("\"1\"", StringComparison.Ordinal) + 1] = 0xFF;
        _reader.Read(bytes, _question)!.Field.ShouldBe("$");
    }

    [Fact]
    public void Unknown_code_gets_the_nearest_known_one_and_all_that_are_known()
    {
        var error = Read(Good.Replace("\"college\"", "\"colege\"", StringComparison.Ordinal))!;
        error.Message.ShouldContain("'colege'");
        error.Message.ShouldContain("Bedoelde u 'college'?");
        error.Message.ShouldContain("burgemeester_elders");
    }

    [Theory]
    [InlineData("\"type\":\"partij\",", "Bekend zijn: partij.")]
    [InlineData(",\"id\":\"politie\"", "Bekend zijn: burgemeester,")]
    [InlineData("\"name\":\"raadplegen\"", "Bekend zijn: vastleggen,")]
    [InlineData("\"type\":\"gegeven\",", "Bekend zijn: gegeven, overleg.")]
    public void What_is_missing_is_named_with_the_codes_that_are_known(string part, string known)
    {
        Good.ShouldContain(part);
        Read(Good.Replace(part, "", StringComparison.Ordinal))!.Message.ShouldContain(known);
    }

    [Theory]
    [InlineData("\"bijzonder\":\"geen\",", "")]
    [InlineData(",\"omstandigheden\":[\"geautoriseerd\"]", "")]
    [InlineData(",\"lagen\":[\"wet\"]", "")]
    [InlineData("\"subject\":{", "\"subject\":{\"properties\":{\"rol\":7,\"gemeente\":[]},\"onbekend\":{\"a\":[1,{}]},")]
    [InlineData("\"politie\"", "\"p\\u006flitie\"")]
    [InlineData("\"subject\"", "\"s\\u0075bject\"")]
    [InlineData("[\"geautoriseerd\"]", "[\"geautoriseerd\",\"geautoriseerd\"]")]
    [InlineData("\"peildatum\":\"2026-11-01\"", "\"time\":\"2026-10-31T23:30:00Z\"")]
    [InlineData("\"peildatum\":\"2026-11-01\"", "\"peildatum\":\"2026-11-01\",\"time\":\"2026-11-01T12:00+01:00\"")]
    public void What_does_not_matter_is_ignored(string old, string changed)
    {
        Good.ShouldContain(old);
        Read(Good.Replace(old, changed, StringComparison.Ordinal)).ShouldBeNull();
        _question.Values.ToArray().ShouldBe([4, 1, 0, 2, 2, 0, 1, 0]);
        _question.Date.ShouldBe(new LocalDate(2026, 11, 1));
    }

    [Fact]
    public void A_meeting_has_no_item()
    {
        Read("""{"subject":{"type":"partij","id":"om"},"action":{"name":"deelnemen"},"resource":{"type":"overleg","id":"","properties":{"fase":"weging","categorie":"onbekend"}},"context":{"doel":"persoonsgericht","peildatum":"2026-11-01"}}""").ShouldBeNull();
        TheConvenant.Loaded.Decide(_question).Outcome.ShouldBe(Outcome.Zichtbaar);
    }

    [Fact]
    public void Members_may_come_in_any_order()
    {
        Read("""{"context":{"peildatum":"2026-11-01","doel":"persoonsgericht"},"resource":{"properties":{"fase":"weging"},"id":"x","type":"overleg"},"action":{"name":"deelnemen"},"subject":{"id":"om","type":"partij"}}""").ShouldBeNull();
        TheConvenant.Loaded.Decide(_question).Outcome.ShouldBe(Outcome.Zichtbaar);
    }

    [Fact]
    public void A_question_leaves_nothing_behind_for_the_next()
    {
        Read(Good).ShouldBeNull();
        Read(Good.Replace("[\"geautoriseerd\"]", "[]", StringComparison.Ordinal)).ShouldBeNull();
        _question.Circumstances.ShouldBe(0UL);
    }

    [Fact]
    public void A_name_that_comes_twice_is_found_among_thousands()
    {
        var many = string.Concat(Enumerable.Range(0, 5000).Select(i => $"\"n{i}\":0,"));
        Read(Good.Replace("\"context\":{", "\"context\":{" + many, StringComparison.Ordinal)).ShouldBeNull();
        Read(Good.Replace("\"context\":{", "\"context\":{" + many + "\"n17\":0,", StringComparison.Ordinal))!.Field.ShouldBe("context.n17");
    }

    [Fact]
    public void Understanding_a_question_costs_no_memory()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var i = 0; i < 100; i++)
        {
            _reader.Read(bytes, _question);
            TheConvenant.Loaded.Allows(_question);
        }
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            _reader.Read(bytes, _question);
            TheConvenant.Loaded.Allows(_question);
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private QuestionError? Read(string json) => _reader.Read(Encoding.UTF8.GetBytes(json), _question);
}
