using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using CotnvPga.TestHost.Pages;
using CotnvPga.TestHost.Portals;
using Npgsql;
using Xunit.Abstractions;

namespace CotnvPga.Portal.Tests.Pages;

/// <summary>
/// Every form that people of the demo get to, with whatever anybody may type or do: never a fault, always a message in Dutch, nothing typed is
/// lost and nothing is saved twice. Forms are found by following links and filled in from their own fields, so a new form is tried by itself.
/// </summary>
[Trait("Category", "Lang")]
public sealed class EveryFormTests(EveryFormTests.Town town, ITestOutputHelper output) : IClassFixture<EveryFormTests.Town>
{
    private const string Emoji = "😀👩‍👩‍👧 zorgen";
    private const string RightToLeft = "‮שלום مرحبا";
    private const string Html = "<script>alert('x')</script><b>vet</b> &amp; \"aanhaling\"";
    private const string Sql = "'; drop table zaak.signaal; -- $1 %s {0}";
    private const string Control = "begin\u0001midden\u0007einde";
    private static readonly string Long = new('a', 1024 * 1024);

    private static readonly (string What, string? Text, string? Day)[] OneByOne =
    [
        ("leeg", null, null), ("emoji", Emoji, null), ("rechts naar links", RightToLeft, null), ("html", Html, null), ("sql", Sql, null), ("stuurtekens", Control, null),
        ("een megabyte", Long, null), ("geen datum", "Gewoon.", "gisteren"), ("onmogelijke datum", "Gewoon.", "2026-02-31"), ("verre datum", "Gewoon.", "99999-01-01"), ("alleen wit", " \t\n ", "0001-01-01"),
    ];

    private static readonly (string What, string? Text, string? Day)[] Together =
        [("leeg", null, null), ("alles door elkaar", $"{Emoji} {RightToLeft} {Html} {Sql}", "31-02-2026"), ("stuurtekens", Control, "9999-12-31"), ("een megabyte", Long, null)];

    private static readonly string?[] People = ["coordinator.voorbeeldstad", "politie.voorbeeldstad", "om.voorbeeldstad", "coordinator.polderdam", null];

    /// <summary>A town of its own: these tests change cases.</summary>
    public sealed class Town : IAsyncLifetime
    {
        public PagesPortal Pages { get; } = new();

        /// <summary>Every form once, with whom and where it is.</summary>
        public IReadOnlyList<(PageVisit Visit, string Key, int Number)> Forms { get; private set; } = [];

        public async Task InitializeAsync()
        {
            await Pages.InitializeAsync();
            var forms = new Dictionary<string, (PageVisit, string, int)>();
            foreach (var account in People)
            {
                await foreach (var visit in Pages.Walk.AllAsync(account))
                {
                    foreach (var (form, number) in SentForm.Of(visit.Document).Select((f, i) => (f, i)))
                    {
                        var key = SentForm.KeyOf(visit, form);
                        forms.TryAdd(key, (visit, key, number));
                    }
                }
            }
            Forms = [.. forms.Values];
        }

        public Task DisposeAsync() => Pages.DisposeAsync();
    }

    [Fact]
    public Task Whatever_is_typed_there_is_an_answer_and_nothing_is_lost() => TypeAsync(Together);

    [Fact]
    public Task Whatever_is_typed_there_is_an_answer_and_nothing_is_lost_one_by_one() => TypeAsync(OneByOne);

    /// <summary>No keyboard and no paste brings a null character: the whole form is refused, with a page that says so.</summary>
    [Fact]
    public async Task A_null_character_is_refused_and_is_no_fault()
    {
        foreach (var (visit, key, number) in town.Forms)
        {
            var browser = await town.Pages.BrowserAsync(visit.Account);
            if (await FormAsync(browser, visit, number) is not { } form)
                continue;
            var sent = SentForm.Fill(form, Where(visit), "begin\u0000einde");
            if (sent.Typed.Count > 0)
                ((int)(await browser.PostAsync(sent.Address, sent.Content())).StatusCode).ShouldBeInRange(400, 499, key);
        }
    }

    [Fact]
    public async Task A_form_that_is_sent_again_saves_nothing_twice()
    {
        var wrong = new List<string>();
        var sentTwice = 0;
        foreach (var (visit, key, number) in town.Forms)
        {
            var browser = await town.Pages.BrowserAsync(visit.Account);
            if (await FormAsync(browser, visit, number) is not { } form)
                continue;
            var sent = SentForm.Fill(form, Where(visit), "Gewoon een tekst.");
            var first = await browser.PostAsync(sent.Address, sent.Content());
            if (first.StatusCode != HttpStatusCode.Redirect)
                continue; // A public form shows on its own page what came of it: PublicPagesTests.
            sentTwice++;
            var saved = await RowsAsync();
            var second = await browser.PostAsync(sent.Address, sent.Content());
            Check(await RowsAsync() == saved, $"{key}: saved twice when sent twice");
            Check(second.StatusCode == HttpStatusCode.Redirect, $"{key}: sent twice gives {second.StatusCode}");
            if (second.StatusCode == HttpStatusCode.Redirect)
                Check((int)(await browser.FollowAsync(second)).StatusCode < 500, $"{key}: sent twice ends in a fault");

            // Back in the browser, other words, sent again under the same number.
            var other = await browser.PostAsync(sent.Address, sent.WithOtherWords("Heel andere woorden.").Content());
            Check(await RowsAsync() == saved, $"{key}: saved twice from the browser's history");
            Check(other.StatusCode == HttpStatusCode.Redirect && (int)(await browser.FollowAsync(other)).StatusCode < 500, $"{key}: from the history gives {other.StatusCode}");
        }
        wrong.ShouldBeEmpty();
        sentTwice.ShouldBeGreaterThan(8);

        void Check(bool holds, string what)
        {
            if (!holds)
                wrong.Add(what);
        }
    }

    [Fact]
    public async Task Two_at_once_save_once()
    {
        var (visit, _, number) = town.Forms.First(f => f.Visit.Route.Pattern == "/melden");
        var browser = await town.Pages.BrowserAsync(visit.Account);
        var sent = SentForm.Fill((await FormAsync(browser, visit, number))!, Where(visit), "Twee keer tegelijk.");
        var before = await CountAsync("select count(*) from zaak.signaal");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsync(sent.Address, sent.Content())));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await Task.WhenAll(answers.Select(PublicPagesTests.ReceiptAsync))).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        (await CountAsync("select count(*) from zaak.signaal")).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Two_tabs_are_two_forms_and_the_second_hears_what_the_first_did()
    {
        foreach (var (visit, key, number) in town.Forms.Where(f => f.Visit.Account is not null).Take(25))
        {
            var browser = await town.Pages.BrowserAsync(visit.Account);
            if (await FormAsync(browser, visit, number) is not { } one || await FormAsync(browser, visit, number) is not { } two)
                continue;
            foreach (var tab in new[] { one, two })
            {
                var sent = SentForm.Fill(tab, Where(visit), "Uit een tabblad.");
                var answer = await browser.PostAsync(sent.Address, sent.Content());
                await ShouldAnswerAsync(await browser.FollowAsync(answer), $"{key} from a tab");
            }
        }
    }

    [Fact]
    public async Task A_session_that_ran_out_costs_no_words()
    {
        var kept = 0;
        foreach (var (visit, key, number) in town.Forms.Where(f => f.Visit.Account is not null))
        {
            // A browser of its own: the others stay logged in.
            var browser = town.Pages.Fixture.Portal.Browser();
            await browser.LogInAsync(visit.Account!, PortalFixture.PasswordOf(visit.Account!), "/werkvoorraad");
            if (await FormAsync(browser, visit, number) is not { } form || form.QuerySelector("[name=formuliereigenaar]") is null)
                continue;
            var sent = SentForm.Fill(form, Where(visit), "Woorden van voor de pauze.");
            await town.Pages.Fixture.ExecuteAsync($"delete from identiteit.sessie where account_id = (select id from identiteit.account where user_name = '{visit.Account}')");
            var late = await browser.PostAsync(sent.Address, sent.Content());
            ((int)late.StatusCode).ShouldBeLessThan(500, key);
            await browser.LogInAsync(visit.Account!, PortalFixture.PasswordOf(visit.Account!), visit.Path);
            if (await FormAsync(browser, visit, number) is not { } again)
                continue;
            foreach (var (name, text) in sent.Typed)
                TextOf(again, name).ShouldBe(text, $"{key}: {name} is lost when the session ran out");
            kept++;
            if (kept == 6)
                break;
        }
        kept.ShouldBeGreaterThanOrEqualTo(4);
    }

    private async Task TypeAsync(IReadOnlyList<(string What, string? Text, string? Day)> kinds)
    {
        var wrong = new List<string>();
        foreach (var (visit, key, number) in town.Forms)
        {
            var browser = await town.Pages.BrowserAsync(visit.Account);
            foreach (var (what, text, day) in kinds)
            {
                // A form that was taken before can be gone: that is another test's business.
                if (await FormAsync(browser, visit, number) is not { } form)
                    break;
                var sent = SentForm.Fill(form, Where(visit), text, day);
                var answer = await browser.PostAsync(sent.Address, sent.Content());
                if (answer.StatusCode == HttpStatusCode.Redirect)
                    answer = await browser.FollowAsync(answer);
                else if (await PublicPagesTests.ReceiptAsync(answer) is null)
                    wrong.AddRange(await LostAsync(answer, sent, $"{key} ({what})"));
                if ((int)answer.StatusCode >= 500)
                    wrong.Add($"{key} ({what}): {(int)answer.StatusCode}");
            }
        }
        output.WriteLine($"{town.Forms.Count} forms:\n{string.Join('\n', town.Forms.Select(f => f.Key))}");
        wrong.ShouldBeEmpty();
        town.Forms.Count.ShouldBeGreaterThan(20);
    }

    /// <summary>What is missing on a page that came back: a message, or something that was typed.</summary>
    private static async Task<IReadOnlyList<string>> LostAsync(HttpResponseMessage answer, SentForm sent, string what)
    {
        var page = await DocumentAsync(answer);
        var wrong = new List<string>();
        var isLoggingIn = answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/inloggen", StringComparison.Ordinal);
        if ((int)answer.StatusCode >= 400 && page.QuerySelectorAll("main [role=alert], main .portal-melding, main h1").All(e => e.TextContent.Trim().Length < 10))
            wrong.Add($"{what}: {(int)answer.StatusCode} without a message");
        if (isLoggingIn)
            return wrong;
        foreach (var (name, text) in sent.Typed.Where(t => t.Value.Trim().Length > 0))
        {
            // Nobody types control characters, so they are taken out; a text field has no line breaks.
            var shown = page.QuerySelectorAll<IHtmlFormElement>("main form").Select(f => TextOf(f, name)).OfType<string>().FirstOrDefault();
            if (shown is null || Bare(shown) != Bare(text))
                wrong.Add($"{what}: {name} is lost ({(int)answer.StatusCode}): {(shown is null ? "no field" : shown[..Math.Min(shown.Length, 60)])}");
        }
        return wrong;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsControl(c) && c is not '\uFFFD'));

    private static string? TextOf(IHtmlFormElement form, string name) => form.QuerySelector($"[name='{name}']") switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        _ => null,
    };

    private static async Task ShouldAnswerAsync(HttpResponseMessage answer, string what)
    {
        ((int)answer.StatusCode).ShouldBeLessThan(500, what);
        (await DocumentAsync(answer)).QuerySelector("main h1")!.TextContent.Trim().ShouldNotBeEmpty(what);
    }

    private static async Task<IHtmlFormElement?> FormAsync(HttpClient browser, PageVisit visit, int number)
    {
        var answer = await browser.GetAsync(visit.Path);
        if (answer.StatusCode != HttpStatusCode.OK)
            return null;
        var forms = SentForm.Of(await DocumentAsync(answer));
        return number < forms.Count ? forms[number] : null;
    }

    private static async Task<IHtmlDocument> DocumentAsync(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private Uri Where(PageVisit visit) => new(town.Pages.Fixture.Portal.Address, visit.Path);

    /// <summary>What stands in the database, as one text: the number of rows in every table of cases, proofs and accessions, without the log.</summary>
    private async Task<string> RowsAsync()
    {
        await using var connection = new NpgsqlConnection(town.Pages.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var list = new NpgsqlCommand(
            """
            select string_agg(format('select %L || count(*) from %I.%I', table_schema || '.' || table_name || ' ', table_schema, table_name), ' union all ')
            from information_schema.tables where table_type = 'BASE TABLE' and table_schema in ('zaak', 'toetreding', 'telling', 'delen') and table_name <> 'herhaling' and table_name not like 'logboek%'
            """, connection);
        await using var command = new NpgsqlCommand((string)(await list.ExecuteScalarAsync())!, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var counts = new List<string>();
        while (await rows.ReadAsync())
            counts.Add(rows.GetString(0));
        return string.Join('\n', counts.Order(StringComparer.Ordinal));
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(town.Pages.Fixture.Database.AdministratorConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
