using CotnvPga.Data.Registers;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Cases;
using Npgsql;

namespace CotnvPga.Data.Tests.Registers;

/// <summary>The minister's own work (wet-cotnv:2): a judgement first, then an assignment, then work; and nothing of it ever changes.</summary>
public sealed class RegisterTests : CaseTest
{
    private const string Cotnv = "cotnv";

    private static readonly Actor Analyst = CaseWorld.Person(Party.Nctv, null, "analist");
    private static readonly Actor Colleague = CaseWorld.Person(Party.Nctv, null, "analist");
    private static readonly Actor Head = CaseWorld.Person(Party.Nctv, null, "leiding");
    private static readonly Actor Compliance = CaseWorld.Person(Party.Nctv, null, "compliance");

    [Fact]
    public async Task There_is_no_work_without_an_assignment_that_another_agreed_to()
    {
        var judgement = Done(await Judge(Analyst));
        (await Assign(Analyst, judgement)).Refusal.ShouldBeOfType<NotNow>();
        (await Agree(Analyst, "cotnv_beoordeling_akkoord", judgement)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Agree(Head, "cotnv_beoordeling_akkoord", judgement));

        var assignment = Done(await Assign(Analyst, judgement));
        (await Work(Analyst, assignment)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["cotnv_opdracht_akkoord/ja"]);
        Done(await Agree(Head, "cotnv_opdracht_akkoord", assignment));
        Done(await Work(Analyst, assignment));
    }

    [Fact]
    public async Task What_is_no_task_gets_no_assignment_and_is_kept_as_well()
    {
        var judgement = Done(await Judge(Analyst, law: "geen"));
        Done(await Agree(Head, "cotnv_beoordeling_akkoord", judgement));

        (await Assign(Analyst, judgement)).Refusal.ShouldBeOfType<NotNow>();
        (await PageOf(Compliance)).Records.Single(r => r.Id == judgement).Outcome.ShouldBe("geen");
    }

    [Fact]
    public async Task A_refused_assignment_brings_no_work_and_one_that_is_over_neither()
    {
        var refused = Done(await Assigned("nee"));
        (await Work(Analyst, refused)).Refusal.ShouldBeOfType<NotNow>();

        var over = Done(await Assigned("ja", until: "2026-01-01"));
        (await Work(Analyst, over)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["geldt_tot"]);
    }

    [Fact]
    public async Task An_assignment_brings_no_work_before_its_first_day()
    {
        var later = Done(await Assigned("ja", from: Today(3)));

        (await Work(Analyst, later)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["geldt_van"]);
        (await Open(Analyst, later)).Next.Select(f => f.Code).ShouldNotContain("cotnv_werk");
    }

    [Fact]
    public async Task An_assignment_that_was_withdrawn_brings_no_more_work_and_is_withdrawn_once()
    {
        var assignment = Done(await Assigned("ja"));
        var work = Done(await Work(Analyst, assignment));
        (await Withdraw(Analyst, assignment)).Refusal.ShouldBeOfType<NotAllowed>();
        Done(await Withdraw(Head, assignment));

        (await Work(Analyst, assignment)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["niet_na"]);
        (await Withdraw(Head, assignment)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["niet_na"]);
        (await Open(Analyst, assignment)).Next.Select(f => f.Code).ShouldNotContain("cotnv_werk");
        Done(await FirstLine(Colleague, work));
    }

    [Fact]
    public async Task Who_made_it_agrees_to_nothing_even_with_the_role()
    {
        var both = Analyst with { Memberships = [.. Analyst.Memberships, .. Head.Memberships] };
        var judgement = Done(await Judge(both));

        (await Agree(both, "cotnv_beoordeling_akkoord", judgement)).Refusal.ShouldBeOfType<NotNow>().Missing.ShouldBe(["iemand_anders"]);
        Done(await Agree(Head, "cotnv_beoordeling_akkoord", judgement));
        (await Agree(Compliance, "cotnv_beoordeling_akkoord", judgement)).Refusal.ShouldBeOfType<NotNow>("it was decided");
    }

    [Fact]
    public async Task A_colleague_checks_and_the_second_line_looks_at_what_it_did_not_agree_to()
    {
        var judgement = Done(await Judge(Analyst));
        Done(await Agree(Compliance, "cotnv_beoordeling_akkoord", judgement));
        var assignment = Done(await Assign(Analyst, judgement));
        Done(await Agree(Head, "cotnv_opdracht_akkoord", assignment));
        var work = Done(await Work(Analyst, assignment));

        (await FirstLine(Analyst, work)).Refusal.ShouldBeOfType<NotNow>();
        Done(await FirstLine(Colleague, work));
        (await Find(Compliance, judgement)).Refusal.ShouldBeOfType<NotNow>("it agreed to that itself");
        var finding = Done(await Find(Compliance, work));
        Done(await Add(Analyst, "cotnv_opvolging", finding, ("gedaan", "Bronnen aangevuld."), ("eigenaar", "Hoofd analyse")));
        (await Open(Head, finding)).Record.EndedBy.ShouldNotBeNull();
        Done(await Add(Compliance, "cotnv_rapportage", null, ("van", "2026-01-01"), ("tot", "2026-03-31"), ("beeld", "Eén bevinding."), ("bevindingen", finding.ToString()), ("advies", "Doorgaan.")));
    }

    [Theory]
    [InlineData("Zijn nummer is 999990007.")]
    [InlineData("Volgens mevrouw Jansen groeit dit.")]
    [InlineData("Zie het account @strijder88.")]
    public async Task No_person_gets_in(string text)
    {
        var refused = (await Judge(Analyst, question: text)).Refusal.ShouldBeOfType<NotValid>();

        refused.Errors.Single().Field.ShouldBe("vraag");
    }

    [Fact]
    public async Task The_system_draws_the_sample_and_it_can_be_drawn_again()
    {
        var all = new List<Guid>();
        for (var i = 0; i < 6; i++)
            all.Add(Done(await Judge(Analyst)));
        var sample = Done(await Add(Compliance, "cotnv_steekproef", null, ("soort", "cotnv_beoordeling"), ("aantal", "3"), ("sinds", "2026-01-01"), ("waarom", "Kwartaal.")));

        var words = (await Open(Compliance, sample)).Record.Words;
        words.Ids("getrokken").ShouldBe(SampleDraw.Of(words.Answer("zaad")!, all, 3));
        words.Answer("uit").ShouldBe("6");
        (await Add(Compliance, "cotnv_steekproef", null, ("soort", "cotnv_beoordeling"), ("aantal", "0"), ("sinds", "2026-01-01"), ("waarom", "x"))).Refusal.ShouldBeOfType<NotValid>();
    }

    [Fact]
    public async Task A_process_is_described_evaluated_and_described_again()
    {
        var risk = RecordRow.Write(new SortedDictionary<string, string>(StringComparer.Ordinal) { ["risico"] = "Bron te breed", ["maatregel"] = "Lijst vooraf", ["eigenaar"] = "Hoofd" });
        (string, string)[] words = [("naam", "Analyse"), ("doel", "Trends zien."), ("eigenaar", "Hoofd"), ("risicos", risk), ("evalueren", "2027-06-01")];
        var process = Done(await Add(Analyst, "cotnv_proces", null, words));
        Done(await Add(Head, "cotnv_evaluatie", process, ("werkt", "Ja, deels."), ("bijstellen", "ja")));
        var newer = Done(await Replace(Analyst, "cotnv_proces", process, words));

        (await Open(Head, process)).About.Select(a => a.Form).ShouldBe(["cotnv_evaluatie", "cotnv_proces"]);
        (await Open(Head, newer)).Record.EndedBy.ShouldBeNull();
        (await Replace(Analyst, "cotnv_proces", process, words)).Refusal.ShouldBeOfType<NotValid>("there is a newer version already");
    }

    [Fact]
    public async Task It_is_found_by_its_words_in_pages_and_by_nobody_else()
    {
        Done(await Judge(Analyst, activity: "Berichten over windmolens"));
        Done(await Judge(Analyst, activity: "Bijeenkomst in het voorjaar"));

        (await PageOf(Compliance, "windmolen")).Records.Select(r => r.Title).ShouldBe(["Berichten over windmolens"]);
        (await PageOf(Compliance, form: "cotnv_opdracht")).Records.ShouldBeEmpty();
        (await Read(Table.Burgemeester)).Refusal.ShouldBeOfType<NotKnown>();
        (await Read(CaseWorld.Person(Party.Nctv, null, "lid"))).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task Every_record_carries_the_one_before_it_and_a_change_shows()
    {
        for (var i = 0; i < 3; i++)
            Done(await Judge(Analyst));
        var before = await Export();
        before.BrokenAt.ShouldBeNull();
        before.Records.ShouldAllBe(r => r.IsWhole);
        before.Records.Skip(1).Select(r => r.Previous).ShouldBe(before.Records.SkipLast(1).Select(r => r.Fingerprint));

        await AsSuperuser("set session_replication_role = replica; update register.stuk set uitkomst = 'geen' where nummer = 2");
        var after = await Export();
        (after.BrokenAt, after.Records[1].IsWhole, after.Records[2].IsWhole).ShouldBe((2, false, true));
    }

    [Theory]
    [InlineData("update register.stuk set titel = 'anders'")]
    [InlineData("delete from register.stuk")]
    [InlineData("truncate register.stuk cascade")]
    public async Task Nobody_changes_it(string sql)
    {
        Done(await Judge(Analyst));

        (await Should.ThrowAsync<PostgresException>(() => AsPortal(sql))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await Should.ThrowAsync<PostgresException>(() => AsSuperuser(sql))).MessageText.ShouldBe("a register is only added to");
    }

    [Fact]
    public async Task The_database_reads_and_takes_nothing_without_the_task()
    {
        Done(await Judge(Analyst));

        (await AsPortal("select count(*) from register.stuk")).ShouldBe(0L);
        (await Should.ThrowAsync<PostgresException>(() => AsPortal(
            "insert into register.stuk (id, register, soort, titel, inhoud, tekst, partij, door, regels) values (gen_random_uuid(), 'cotnv', 'cotnv_beoordeling', 'x', '{}', 'x', 'nctv', gen_random_uuid(), 'x')")))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static string Today(int days = 0) => DutchDay.Text(DutchDay.Today.PlusDays(days));

    private async Task<Result<Guid>> Assigned(string answer, string? until = null, string? from = null)
    {
        var judgement = Done(await Judge(Analyst));
        Done(await Agree(Head, "cotnv_beoordeling_akkoord", judgement));
        var assignment = Done(await Assign(Analyst, judgement, until, from));
        Done(await Agree(Head, "cotnv_opdracht_akkoord", assignment, answer));
        return assignment;
    }

    private Task<Result<Guid>> Judge(Actor by, string law = "wet_cotnv", string question = "Wordt dit meer?", string activity = "Berichten volgen") => Add(
        by, "cotnv_beoordeling", null, ("activiteit", activity), ("vraag", question), ("gericht", "trend"), ("gebeurtenis", "nee"), ("wet", law), ("waarom", "Een trend."));

    private Task<Result<Guid>> Assign(Actor by, Guid judgement, string? until = null, string? from = null) => Add(
        by, "cotnv_opdracht", judgement, ("opdrachtgever", "Hoofd beleid"), ("vraag", "Wordt dit meer?"), ("behoefte", "Voor het overleg."), ("product", "trend"), ("bronnen", "media"),
        ("persoonsgegevens", "nee"), ("van", from ?? Today(-30)), ("tot", until ?? Today(30)));

    private Task<Result<Guid>> Work(Actor by, Guid assignment) =>
        Add(by, "cotnv_werk", assignment, ("titel", "Meer berichten"), ("soort", "trend"), ("bevinding", "Het aantal berichten verdubbelde."), ("bronnen", "media"));

    private Task<Result<Guid>> Withdraw(Actor by, Guid assignment) => Add(by, "cotnv_opdracht_intrekking", assignment, ("waarom", "De vraag is vervallen."));

    private Task<Result<Guid>> FirstLine(Actor by, Guid work) => Add(
        by, "cotnv_eerste_lijn", work, ("afdeling", "Analyse"), ("oordeel_vooraf", "ja"), ("opdracht_past", "ja"), ("bronnen_passen", "ja"), ("geen_persoon", "ja"), ("gepseudonimiseerd", "ja"), ("uitkomst", "in_orde"));

    private Task<Result<Guid>> Find(Actor by, Guid about) =>
        Add(by, "cotnv_bevinding", about, ("bevinding", "Bron ontbreekt."), ("ernst", "licht"), ("aanbeveling", "Vul aan."), ("klaar", Today(30)));

    private Task<Result<Guid>> Agree(Actor by, string form, Guid about, string answer = "ja") => Add(by, form, about, ("akkoord", answer), ("toelichting", "Bekeken."));

    private Task<Result<Guid>> Add(Actor by, string form, Guid? about, params (string Field, string Answer)[] words) => Send(by, new NewRegisterRecord(form, null, new NewRecord(about, null, Answers(words))));

    private Task<Result<Guid>> Replace(Actor by, string form, Guid older, params (string Field, string Answer)[] words) => Send(by, new NewRegisterRecord(form, null, new NewRecord(null, older, Answers(words))));

    private static Dictionary<string, IReadOnlyList<string>> Answers((string Field, string Answer)[] words) => words.ToDictionary(w => w.Field, IReadOnlyList<string> (w) => [w.Answer]);

    private Task<Result<Guid>> Send(Actor by, NewRegisterRecord sent) => World.Do<RegisterDesk, Result<Guid>>(d => d.AddAsync(by, Cotnv, sent, default));

    private Task<Result<RegisterPage>> Read(Actor by, string? words = null, string? form = null) =>
        World.Do<RegisterDesk, Result<RegisterPage>>(d => d.ReadAsync(by, Cotnv, new RegisterSearch(words, form, 1), default));

    private async Task<RegisterPage> PageOf(Actor by, string? words = null, string? form = null) => Done(await Read(by, words, form));

    private async Task<RegisterEntry> Open(Actor by, Guid id) => Done(await World.Do<RegisterDesk, Result<RegisterEntry>>(d => d.OpenAsync(by, Cotnv, id, default)));

    private async Task<RegisterExport> Export() => Done(await World.Do<RegisterDesk, Result<RegisterExport>>(d => d.ExportAsync(Compliance, Cotnv, default)));

    private static T Done<T>(Result<T> result) => CaseTable.Done(result);
}
