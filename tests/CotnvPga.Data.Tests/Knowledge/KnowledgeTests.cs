using System.Diagnostics;
using CotnvPga.Data.Knowledge;
using CotnvPga.Data.Migrations;
using CotnvPga.Data.Registers;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Registers;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Cases;
using Xunit.Abstractions;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.Knowledge;

/// <summary>What people look up: written by one, contradicted by another, validated by a partner with a name; found by everybody, and nothing of a case with it.</summary>
public sealed class KnowledgeTests(ITestOutputHelper output) : CaseTest
{
    private static readonly Actor Writer = CaseWorld.Person(Party.Nctv, null, "analist");
    private static readonly Actor Reader = CaseWorld.Person(Party.Politie, "9901", "weegploeglid");
    private static readonly Actor Validator = CaseWorld.Person(Party.Nctv, null, "leiding");

    [Fact]
    public async Task An_article_is_seen_when_somebody_else_contradicted_it_and_a_partner_validated_it()
    {
        var article = Done(await Add(Writer, "kennis_artikel", null, Words("Grensgesprek voeren", "Een grensgesprek is kort.")));
        (await Find(Table.Om, "grensgesprek")).ShouldBeEmpty("a draft is for who writes");
        (await Open(Table.Om, article.ToString())).Refusal.ShouldBeOfType<NotKnown>();
        (await Add(Validator, "kennis_validatie", article, ("partner", "Politie"), ("akkoord", "ja"), ("toelichting", "Nagelezen."))).Refusal.ShouldNotBeNull("nobody contradicted it yet");
        (await Add(Writer, "kennis_tegenspraak", article, ("klopt", "ja"), ("tegen", "Niets."))).Refusal.ShouldNotBeNull("not by who wrote it");

        Done(await Add(Reader, "kennis_tegenspraak", article, ("klopt", "ja"), ("tegen", "Het geldt niet bij nood.")));
        (await Find(Table.Om, "grensgesprek")).ShouldBeEmpty();
        Done(await Add(Validator, "kennis_validatie", article, ("partner", "Politie Nederland"), ("akkoord", "ja"), ("toelichting", "Nagelezen.")));

        (await Find(Table.Om, "grensgesprekken")).Concat(await Find(Table.Om, "grensgesprek")).ShouldContain(a => a.Partner == "Politie Nederland");
        Done(await Open(Table.Reclassering, article.ToString())).Inhoud.ShouldBe("Een grensgesprek is kort.");
    }

    [Fact]
    public async Task A_newer_version_takes_its_place_when_it_is_validated_and_what_is_withdrawn_is_gone()
    {
        var first = await Visible("Eerste tekst.");
        var second = Done(await World.Do<RegisterDesk, Result<Guid>>(d => d.AddAsync(Writer, "kennis", new NewRegisterRecord("kennis_artikel", null, new NewRecord(null, first, Answers(Words("Een titel", "Tweede tekst.")))), default)));
        Done(await Open(Table.Om, first.ToString())).Inhoud.ShouldBe("Eerste tekst.", "until the newer one is validated");
        await Validate(second);

        (await Open(Table.Om, first.ToString())).Refusal.ShouldBeOfType<NotKnown>();
        Done(await Open(Table.Om, second.ToString())).Inhoud.ShouldBe("Tweede tekst.");
        Done(await Add(Validator, "kennis_intrekking", second, ("waarom", "Het klopt niet meer.")));
        (await Open(Table.Om, second.ToString())).Refusal.ShouldBeOfType<NotKnown>();
    }

    [Fact]
    public async Task What_comes_with_the_portal_is_found_by_stem_beginning_kind_and_work()
    {
        await ShipAsync();
        (await Find(Table.Politie, "contra-indicaties")).ShouldNotBeEmpty();
        (await Find(Table.Politie, "tegenspr")).ShouldContain(a => a.Code == "tegenspreker", "what begins with it");
        Done(await Search(Table.Politie, new KnowledgeSearch(null, "woordvoering", null, 1))).Articles.ShouldAllBe(a => a.Soort == "woordvoering");
        var weighing = Done(await Search(Table.Politie, new KnowledgeSearch(null, null, "wegen", 1)));
        weighing.Total.ShouldBe(weighing.Articles.Count);
        weighing.Articles.Select(a => a.Code).ShouldContain("vijf-criteria-uitgelegd");
        Done(await Open(Table.Politie, "vijf-criteria-uitgelegd")).Zekerheid.ShouldBe("niet_geverifieerd");
    }

    [Theory]
    [InlineData("' or 1=1 --")]
    [InlineData("& | ! ( ) : * <-> \"")]
    [InlineData("%_\\")]
    [InlineData("\u202e\ud83d\ude00")]
    public async Task Odd_words_find_nothing_and_break_nothing(string words)
    {
        await ShipAsync();
        Done(await Search(Table.Politie, new KnowledgeSearch(words, null, null, 1)));
    }

    [Fact]
    public async Task A_case_is_never_found_here()
    {
        await ShipAsync();
        var id = await Table.InWeighing(Item("waarneming", "Kwartelsoep op dinsdag."), Item("achternaam", "Zwanenburg"));
        var number = (string)(await AsSuperuser($"select nummer from zaak.signaal where id = '{id}'"))!;
        foreach (var actor in new[] { Table.Om, Table.Politie, CaseWorld.Person(Party.Politie, "9902", "lid"), Writer })
        {
            foreach (var words in new[] { number, "Kwartelsoep", "Zwanenburg", id.ToString() })
                (await Find(actor, words)).ShouldBeEmpty($"{actor.DisplayName}: {words}");
        }
    }

    [Fact]
    [Trait("Category", "Lang")]
    public async Task Ten_thousand_articles_are_searched_within_a_tenth_of_a_second()
    {
        await ShipAsync();
        await AsSuperuser("""
            insert into kennis.meegeleverd (code, titel, soort, plekken, zekerheid, nagekeken, inhoud)
            select 'artikel-' || n, 'Over onderwerp ' || n, 'uitleg', '{wegen}', 'niet_geverifieerd', '2026-01-01',
              'Wat u doet bij geval ' || n || '. ' || (select string_agg((array['signaal','gesprek','school','familie','gemeente','politie','zorgen','hulp','afspraak','termijn'])[1 + (n * 7 + i) % 10] || ' ' || md5((n * i)::text), ' ') from generate_series(1, 60) i)
            from generate_series(1, 10000) n
            """);
        await AsSuperuser("analyze kennis.meegeleverd");
        var median = await MedianAsync();
        // Somebody else on this machine may be busy just now.
        for (var again = 0; median >= 100 && again < 3; again++)
            median = Math.Min(median, await MedianAsync());
        median.ShouldBeLessThan(100);
    }

    private async Task<double> MedianAsync()
    {
        var times = new List<double>();
        foreach (var words in new[] { "geval 4711", "school gesprek", "termijn", "tegenspreker", "onderwerp 99" })
        {
            for (var i = 0; i < 5; i++)
            {
                var begun = Stopwatch.GetTimestamp();
                Done(await Search(Table.Om, new KnowledgeSearch(words, null, null, 1))).Articles.ShouldNotBeEmpty(words);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }
        times.Sort();
        output.WriteLine($"median {times[times.Count / 2]:0.0} ms, slowest {times[^1]:0.0} ms");
        return times[times.Count / 2];
    }

    private async Task<Guid> Visible(string text)
    {
        var article = Done(await Add(Writer, "kennis_artikel", null, Words("Een titel", text)));
        await Validate(article);
        return article;
    }

    private async Task Validate(Guid article)
    {
        Done(await Add(Reader, "kennis_tegenspraak", article, ("klopt", "ja"), ("tegen", "Niets.")));
        Done(await Add(Validator, "kennis_validatie", article, ("partner", "Politie"), ("akkoord", "ja"), ("toelichting", "Nagelezen.")));
    }

    private Task ShipAsync() => KnowledgeCopy.WriteAsync(World.Database.OwnerConnection, KnowledgeFiles.Read(Repository.PathOf("convenant")), default);

    private static (string, string)[] Words(string title, string text) =>
        [("titel", title), ("soort", "uitleg"), ("plek", "wegen"), ("inhoud", text), ("eigenaar", "Afdeling lokaal"), ("herzien", "2027-06-01")];

    private static Dictionary<string, IReadOnlyList<string>> Answers((string Field, string Text)[] words) => words.ToDictionary(w => w.Field, w => (IReadOnlyList<string>)[w.Text]);

    private Task<Result<Guid>> Add(Actor actor, string form, Guid? about, params (string Field, string Text)[] words) => World.Do<RegisterDesk, Result<Guid>>(d =>
        d.AddAsync(actor, "kennis", new NewRegisterRecord(form, null, new NewRecord(about, null, Answers(words))), default));

    private Task<Result<KnowledgePage>> Search(Actor actor, KnowledgeSearch search) => World.Do<KnowledgeDesk, Result<KnowledgePage>>(d => d.SearchAsync(actor, search, default));

    private async Task<IReadOnlyList<FoundArticle>> Find(Actor actor, string words) => Done(await Search(actor, new KnowledgeSearch(words, null, null, 1))).Articles;

    private Task<Result<KnowledgeArticle>> Open(Actor actor, string code) => World.Do<KnowledgeDesk, Result<KnowledgeArticle>>(d => d.OpenAsync(actor, code, default));
}
