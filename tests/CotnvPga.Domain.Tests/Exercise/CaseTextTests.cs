using CotnvPga.Domain.Exercise;

namespace CotnvPga.Domain.Tests.Exercise;

/// <summary>A fictional case in two versions that differ in one trait and in nothing else.</summary>
public sealed class CaseTextTests
{
    private static readonly CaseText Case = new("[[naam]] is 17. [[hij]] zegt thuis dat geweld soms moet. Op school ziet de mentor dat [[hij]] stiller is.");

    private static readonly Dictionary<string, string> A = new() { ["naam"] = "Daan", ["hij"] = "hij" };
    private static readonly Dictionary<string, string> B = new() { ["naam"] = "Lotte", ["hij"] = "zij" };

    [Fact]
    public void Versions_differ_only_where_the_text_has_a_place()
    {
        Case.Errors(A, B).ShouldBeEmpty();
        Case.With(A).ShouldBe("Daan is 17. hij zegt thuis dat geweld soms moet. Op school ziet de mentor dat hij stiller is.");
        Case.With(B).Replace("Lotte", "Daan").Replace("zij", "hij").ShouldBe(Case.With(A));
    }

    [Fact]
    public void A_version_fills_every_place_and_no_other()
    {
        Case.Errors(A, new Dictionary<string, string> { ["naam"] = "Lotte" }).Select(e => e.Message).ShouldBe(["Vul [[hij]] in."]);
        Case.Errors(A, new Dictionary<string, string>(B) { ["wapen"] = "mes" }).Select(e => e.Message).ShouldBe(["De tekst heeft geen plek [[wapen]]."]);
        Case.Errors(A, A).Select(e => e.Field).ShouldBe(["versieB"]);
        new CaseText("Altijd hetzelfde.").Errors(new Dictionary<string, string>(), new Dictionary<string, string>()).Select(e => e.Field).ShouldContain("tekst");
    }

    [Fact]
    public void Words_are_typed_one_a_line() =>
        CaseText.ReadWords("naam = Daan\r\n[[hij]]=hij\n\nzonder teken\n").ShouldBe(new Dictionary<string, string> { ["hij"] = "hij", ["naam"] = "Daan" });

    [Fact]
    public void No_place_of_a_real_person() => new CaseText("[[naam]] woont daar, bel 06 12345678.").Errors(A, B).Select(e => e.Field).ShouldContain("tekst");

    [Fact]
    public void Half_of_the_weegploegen_get_each_version_and_it_can_be_done_again()
    {
        List<string> all = [.. Enumerable.Range(1000, 341).Select(n => $"{n}")];
        var (seed, id) = ("0123", Guid.Parse("00000000-0000-0000-0000-000000000001"));
        var first = Allotment.Of(seed, id, all);

        (first.Values.Count(v => v == CaseVersion.A), first.Values.Count(v => v == CaseVersion.B)).ShouldBe((171, 170));
        Allotment.Of(seed, id, Enumerable.Reverse(all)).ShouldBe(first, ignoreOrder: true);
        Allotment.Of("0124", id, all).Count(v => first[v.Key] != v.Value).ShouldBeInRange(100, 241);
    }

    [Fact]
    public void Who_joins_after_the_draw_changes_nobodys_version()
    {
        List<string> drawn = [.. Enumerable.Range(1000, 40).Select(n => $"{n}")];
        var (seed, id) = ("0123", Guid.Parse("00000000-0000-0000-0000-000000000001"));
        var before = Allotment.Of(seed, id, drawn);

        drawn.ShouldAllBe(m => Allotment.VersionOf(seed, id, drawn, m) == before[m]);
        Enumerable.Range(2000, 200).Select(n => Allotment.VersionOf(seed, id, drawn, $"{n}")).Count(v => v == CaseVersion.A).ShouldBeInRange(70, 130);
    }
}
