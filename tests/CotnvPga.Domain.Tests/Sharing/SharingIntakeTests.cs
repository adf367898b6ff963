using CotnvPga.Domain.Sharing;
using NodaTime;

namespace CotnvPga.Domain.Tests.Sharing;

/// <summary>All that is wrong with a question comes back at once; what nobody said is filled in.</summary>
public sealed class SharingIntakeTests
{
    private static readonly LocalDate Today = new(2026, 11, 1);
    private static readonly SharingIntake Intake = new(Rules.Convenant);
    private static readonly NewSharing Nothing = new(null, null, null, null, null, null, null, null, null, null, null, null, []);

    [Fact]
    public void An_empty_question_names_everything_that_has_to_be_chosen() =>
        Wrong(Nothing, own: null).ShouldBe(["aan", "fase", "manier", "veld", "verstrekker", "wie"]);

    [Fact]
    public void Party_day_purpose_supplier_and_nature_are_filled_in()
    {
        var question = Intake.Read(Nothing with { Field = "nationaliteit", Receiver = "om", Act = "raadplegen", Phase = "weging" }, "college", Today).Value!;

        question.ShouldBe(new SharingQuestion("college", "om", null, null, "raadplegen", "weging", "persoonsgericht", Today, new SharedItem("nationaliteit", "identificatie", "ras", "college"), question.Circumstances));
    }

    [Fact]
    public void What_is_not_in_the_vocabulary_is_refused_with_what_is()
    {
        var sent = new NewSharing("buurman", "kleur", null, "geel", "niemand", "x", "baas", "99", "fluisteren", "ooit", "zomaar", "1-2-2026", ["pech"]);

        Wrong(sent, own: null).ShouldBe(["aan", "bijzonder", "dag", "doel", "fase", "gemeente", "manier", "omstandigheden", "rol", "veld", "verstrekker", "wie"]);
    }

    [Fact]
    public void A_field_is_never_less_special_than_it_is() =>
        Wrong(Nothing with { Field = "nationaliteit", Nature = "geen", Receiver = "om", Act = "raadplegen", Phase = "weging" }).ShouldBe(["bijzonder"]);

    [Fact]
    public void A_field_has_its_own_category() =>
        Wrong(Nothing with { Field = "adres", Category = "plan", Receiver = "om", Act = "raadplegen", Phase = "weging" }).ShouldBe(["categorie"]);

    [Fact]
    public void A_party_that_never_supplies_has_to_say_who_did() =>
        Wrong(Nothing with { Field = "adres", Receiver = "om", Act = "raadplegen", Phase = "weging" }, own: "nctv").ShouldBe(["verstrekker"]);

    [Fact]
    public void A_seat_at_the_table_has_no_item()
    {
        var question = Intake.Read(Nothing with { Receiver = "derde", Act = "deelnemen", Phase = "casusoverleg" }, "college", Today).Value!;

        question.Item.ShouldBeNull();
    }

    private static string[] Wrong(NewSharing sent, string? own = "burgemeester") =>
        [.. ((NotValid)Intake.Read(sent, own, Today).Refusal!).Errors.Select(e => e.Field).Order(StringComparer.Ordinal)];
}
