using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Domain.Accession;
using NodaTime;

namespace CotnvPga.Domain.Tests.Accession;

/// <summary>What a municipality declared decides which version of its covenant holds on a day.</summary>
public sealed class AccessionHistoryTests
{
    private static readonly LocalCovenant First = Local("2026.1", new LocalDate(2026, 1, 1), new LocalDate(2026, 10, 1));
    private static readonly LocalCovenant Second = Local("2026.2", new LocalDate(2026, 10, 1), null);
    private static readonly LocalDate Spring = new(2026, 4, 1);
    private static readonly LocalDate Autumn = new(2026, 11, 1);

    [Fact]
    public void Without_a_signature_no_local_covenant_holds()
    {
        var history = History();
        history.TakesPart(Autumn).ShouldBeFalse();
        history.VersionOn(Autumn).ShouldBeNull();
    }

    [Fact]
    public void A_version_holds_from_the_day_of_signing_and_only_while_it_is_valid()
    {
        var history = History(Accede("2026.1", Spring));
        history.VersionOn(Spring.PlusDays(-1)).ShouldBeNull();
        history.VersionOn(Spring).ShouldBe(First);
        history.VersionOn(Autumn).ShouldBeNull("the next version was not signed");
        history.TakesPart(Autumn).ShouldBeTrue();
    }

    [Fact]
    public void A_version_signed_ahead_waits_for_its_first_day()
    {
        var history = History(Accede("2026.1", Spring), Accede("2026.2", Spring.PlusDays(10)));
        history.VersionOn(new LocalDate(2026, 9, 30)).ShouldBe(First);
        history.VersionOn(new LocalDate(2026, 10, 1)).ShouldBe(Second);
    }

    [Fact]
    public void Who_accedes_to_the_national_covenant_alone_has_no_version_of_its_own()
    {
        var history = History(Accede("2026.1", Spring), Accede(null, Spring.PlusDays(1)));
        history.TakesPart(Spring.PlusDays(1)).ShouldBeTrue();
        history.VersionOn(Spring.PlusDays(1)).ShouldBeNull();
    }

    [Fact]
    public void Leaving_ends_every_version_from_its_day_and_one_can_come_back()
    {
        var gone = new LocalDate(2026, 10, 15);
        var history = History(Accede("2026.2", Spring), Leave(gone), Accede("2026.2", Autumn));
        history.VersionOn(gone.PlusDays(-1)).ShouldBe(Second);
        history.TakesPart(gone).ShouldBeFalse();
        history.VersionOn(gone).ShouldBeNull();
        history.VersionOn(Autumn).ShouldBe(Second);
    }

    [Fact]
    public void A_version_that_the_rule_data_no_longer_have_does_not_hold() => History(Accede("2024.9", Spring)).VersionOn(Spring).ShouldBeNull();

    private static AccessionHistory History(params Declaration[] declarations) =>
        new([.. declarations.Select((d, i) => d with { Number = i + 1 })], [First, Second]);

    private static Declaration Accede(string? version, LocalDate on) => Declared(DeclarationKind.Toetreding, version, on);

    private static Declaration Leave(LocalDate on) => Declared(DeclarationKind.Uittreding, null, on);

    private static Declaration Declared(DeclarationKind kind, string? version, LocalDate on) =>
        new("9901", 0, kind, version, "0.9", "A. Burger", "burgemeester", "raadsbesluit", on, new string('a', 64), Instant.FromUtc(2026, 1, 1, 0, 0));

    private static LocalCovenant Local(string version, LocalDate from, LocalDate? until) =>
        new("lokaal", "9901", "Voorbeeldstad", version, new Validity(from, until), RunningCases.NieuweVersie, new Dictionary<string, string>(), [], new Place("lokaal.yaml", 1, 1));
}
