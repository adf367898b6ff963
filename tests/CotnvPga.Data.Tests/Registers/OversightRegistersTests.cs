using CotnvPga.Data.Interests;
using CotnvPga.Data.Registers;
using CotnvPga.Domain;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost.Cases;

namespace CotnvPga.Data.Tests.Registers;

/// <summary>Commission, privacy audit and coordinating officer: each with its own register, and a municipality that reads only what is about it.</summary>
public sealed class OversightRegistersTests : CaseTest
{
    private static readonly Actor Commission = CaseWorld.Person(Party.Rac, null, "commissie");
    private static readonly Actor Auditor = CaseWorld.Person(Party.Auditor, null, "auditor");
    private static readonly Actor Fg = CaseWorld.Person(Party.Fg, "9901", "fg");
    private static readonly Actor Elsewhere = CaseWorld.Person(Party.Burgemeester, "9902", "coordinator");

    [Fact]
    public async Task The_commission_is_consulted_before_a_new_way_of_processing()
    {
        var asked = Done(await Ask());
        (await Begin(asked)).Refusal.ShouldBeOfType<NotNow>();
        (await Advise(Table.Burgemeester, asked, "positief")).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Advise(Commission, asked, "positief_mits"));

        Done(await Begin(asked));
    }

    [Fact]
    public async Task Against_a_negative_advice_only_with_reasons_that_commission_and_officer_read()
    {
        var asked = Done(await Ask());
        Done(await Advise(Commission, asked, "negatief"));
        (await Begin(asked)).Refusal.ShouldBeOfType<NotNow>();
        var departure = Done(await Add(Table.Burgemeester, "commissie", "rac_afwijking", asked, ("waarvan", "Alles."), ("redenen", "De burgemeester weegt het anders."), ("wie", "Burgemeester")));

        Done(await Begin(asked));
        (await Open(Commission, "commissie", departure)).Record.Outcome.ShouldBeNull();
        (await Open(Fg, "commissie", departure)).Record.Form.ShouldBe("rac_afwijking");
    }

    [Fact]
    public async Task Another_municipality_knows_nothing_of_it()
    {
        var asked = Done(await Ask());

        (await World.Do<RegisterDesk, Result<RegisterEntry>>(d => d.OpenAsync(Elsewhere, "commissie", asked, default))).Refusal.ShouldBeOfType<NotKnown>();
        Done(await World.Do<RegisterDesk, Result<RegisterPage>>(d => d.ReadAsync(Elsewhere, "commissie", new RegisterSearch(null, null, 1), default))).Records.ShouldBeEmpty();
        (await Add(Elsewhere, "commissie", "rac_ingang", asked, ("vanaf", "2027-01-01"), ("hoe", "x"))).Refusal.ShouldBeOfType<NotValid>();
    }

    [Fact]
    public async Task An_audit_draws_cases_that_only_the_auditor_sees()
    {
        for (var i = 0; i < 4; i++)
            await Table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        var audit = Done(await Audit());
        var sample = Done(await Add(Auditor, "audit", "audit_steekproef", audit, ("aantal", "3"), ("waarom", "Klein.")));

        var drawn = (await Open(Auditor, "audit", sample)).Drawn;
        var seed = (await Open(Auditor, "audit", sample)).Record.Words.Answer("zaad")!;
        var all = await CasesAsync();
        drawn.Select(d => d.Zaak).ShouldBe(SampleDraw.Of(seed, all, 3), "anybody can draw it again");
        drawn.Select(d => (d.Stappen > 0, d.Gegevens, d.Fase)).Distinct().ShouldBe([(true, 2L, "weging")], "the reason of the report, and what was seen");
        (await Open(Commission, "audit", sample)).Drawn.ShouldBeEmpty();
        (await Open(Commission, "audit", sample)).Record.Content.ShouldNotContain(drawn[0].Zaak.ToString());
    }

    [Fact]
    public async Task A_case_that_an_auditor_was_kept_out_of_is_not_drawn_for_it()
    {
        var closed = await Table.InWeighing(CaseTable.Item("waarneming", "Iets gezien."));
        var open = await Table.InWeighing(CaseTable.Item("waarneming", "Iets anders gezien."));
        var worked = Table.Plaatsvervanger;
        Done(await World.Do<InterestDesk, Result<Guid>>(d => d.AddAsync(
            Table.Burgemeester, closed, new NewInterest("uitgesloten", worked.Account.Value, null, "Werkte eraan.", "De coördinator"), default)));
        var auditor = worked with { Memberships = Auditor.Memberships };

        var audit = Done(await Audit(auditor));
        var sample = Done(await Add(auditor, "audit", "audit_steekproef", audit, ("aantal", "2"), ("waarom", "Alles.")));
        (await Open(auditor, "audit", sample)).Drawn.Select(d => d.Zaak).ShouldBe([open.Value]);
    }

    [Fact]
    public async Task A_shortcoming_waits_for_a_new_look_within_a_year_and_the_report_for_its_copy()
    {
        var audit = Done(await Audit());
        var shortcoming = Done(await Add(Auditor, "audit", "audit_tekortkoming", audit, ("gemeente", "9901"), ("bevinding", "Te laat vernietigd."), ("ernst", "ernstig"), ("advies", "Richt het in.")));
        var report = Done(await Add(Auditor, "audit", "audit_rapport", audit, ("oordeel", "deels"), ("samenvatting", "Eén tekortkoming."), ("tekortkomingen", shortcoming.ToString())));

        var opened = (await Open(Auditor, "audit", shortcoming)).Record;
        (opened.Waits, opened.Due!.Value.Year).ShouldBe((true, DateTime.UtcNow.Year + 1));
        (await Open(Auditor, "audit", report)).Record.Waits.ShouldBeTrue();
        Done(await Add(Table.Burgemeester, "audit", "audit_herstel", shortcoming, ("gedaan", "Elke week nagelopen."), ("sinds", "2026-12-01")));
        (await World.Do<RegisterDesk, Result<RegisterEntry>>(d => d.OpenAsync(Elsewhere, "audit", shortcoming, default))).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Add(Auditor, "audit", "audit_hercontrole", shortcoming, ("verholpen", "ja"), ("bevinding", "Het loopt.")));
        Done(await Add(Auditor, "audit", "audit_kopie_ap", report, ("op", "2026-12-10"), ("kenmerk", "AP-1")));

        (await Open(Auditor, "audit", shortcoming)).Record.Waits.ShouldBeFalse();
        (await Open(Fg, "audit", report)).Record.Waits.ShouldBeFalse();
    }

    [Fact]
    public async Task The_officer_finds_and_the_municipality_answers()
    {
        var finding = Done(await Add(Fg, "fg", "fg_bevinding", null, ("onderwerp", "uitstel"), ("bevinding", "Te lang uitgesteld."), ("ernst", "licht"), ("advies", "Bekijk elke maand."), ("klaar", DateTime.UtcNow.AddDays(30).ToString("yyyy-MM-dd", null))));

        (await Add(Elsewhere, "fg", "fg_opvolging", finding, ("gedaan", "x"))).Refusal.ShouldBeOfType<NotValid>();
        Done(await Add(Table.Burgemeester, "fg", "fg_opvolging", finding, ("gedaan", "Elke maand op de agenda.")));
        (await Open(Fg, "fg", finding)).Record.EndedBy.ShouldNotBeNull();
    }

    private Task<Result<Guid>> Ask() => Add(Table.Burgemeester, "commissie", "rac_adviesvraag", null, ("verwerking", "Beeldbellen"), ("wat", "Overleg op afstand."), ("gevolgen", "Beperkt."));

    private Task<Result<Guid>> Advise(Actor by, Guid asked, string outcome) => Add(by, "commissie", "rac_advies", asked, ("uitkomst", outcome), ("advies", "Zie de redenen."));

    private Task<Result<Guid>> Begin(Guid asked) => Add(Table.Burgemeester, "commissie", "rac_ingang", asked, ("vanaf", "2027-01-01"), ("hoe", "Zoals geadviseerd."));

    private Task<Result<Guid>> Audit(Actor? by = null) => Add(
        by ?? Auditor, "audit", "audit_start", null, ("onderwerp", "Bewaren"), ("kader", "Artikel 9."), ("van", "2026-01-01"), ("tot", "2026-12-31"), ("onafhankelijk", "Extern bureau."));

    private Task<Result<Guid>> Add(Actor by, string register, string form, Guid? about, params (string Field, string Answer)[] words) => World.Do<RegisterDesk, Result<Guid>>(d => d.AddAsync(
        by, register, new NewRegisterRecord(form, null, new NewRecord(about, null, words.ToDictionary(w => w.Field, IReadOnlyList<string> (w) => [w.Answer]))), default));

    private async Task<RegisterEntry> Open(Actor by, string register, Guid id) => Done(await World.Do<RegisterDesk, Result<RegisterEntry>>(d => d.OpenAsync(by, register, id, default)));

    private async Task<IReadOnlyList<Guid>> CasesAsync() => [.. ((string)(await AsSuperuser("select string_agg(id::text, ',') from zaak.signaal"))!).Split(',').Select(Guid.Parse)];

    private static T Done<T>(Result<T> result) => CaseTable.Done(result);
}
