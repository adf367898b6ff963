using System.Text;
using System.Text.Json;
using CotnvPga.Convenant.Comparing;
using CotnvPga.Data.Convenants;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Comparing;

/// <summary>What a member of the council reads when somebody changes the law of this repository.</summary>
public sealed class DifferenceTextTests
{
    private const string Ban = """

          - id: proef-verbod
            soort: verbod
            geldig: {van: 2026-09-01}
            waar: {doel: persoonsgericht, handeling: raadplegen, partij: reclassering, fase: uitvoering, categorie: plan}
            grondslag: ["wet-pga:4.e"]
            zekerheid: afgeleid
            toelichting: De reclassering heeft het plan niet nodig.
        """;

    private const string Condition = """

          - id: proef-voorwaarde
            soort: voorwaarde
            waar: {doel: persoonsgericht, handeling: raadplegen, partij: [politie, om], fase: tafel, categorie: plan}
            mits: twbmt
            grondslag: ["wet-pga:4.e"]
            zekerheid: afgeleid
            toelichting: Voor het plan is meer nodig.
        """;

    private static readonly LocalDate Day = new(2026, 11, 1);

    [Fact]
    public void A_ban_is_told_with_what_it_was_from_which_day_and_by_which_article()
    {
        var text = Text(new ComparedSide(TheConvenant.Loaded, new LocalDate(2026, 8, 1)), new ComparedSide(With(Ban), Day));
        text.ShouldContain("Door artikel 4 onder e Wet PGA (wet, regel proef-verbod, nieuw vanaf 1 september 2026): De reclassering heeft het plan niet nodig.");
        text.ShouldContain("De reclassering mag dit gegeven in de uitvoering niet meer zien [");
        text.ShouldContain("Eerst: onder voorwaarden die per gegeven verschillen.");
    }

    [Fact]
    public void A_condition_is_told_as_what_is_needed_as_well_for_all_whom_it_touches_at_once()
    {
        var lines = DifferenceText.Lines(Comparison.Of(new ComparedSide(TheConvenant.Loaded, Day), new ComparedSide(With(Condition), Day))).ToList();
        lines.Count(l => l.StartsWith("  - ", StringComparison.Ordinal)).ShouldBeLessThan(12);
        lines.ShouldContain(l => l.Contains("alleen nog als ook geldt: 'Een maatregel van de Twbmt speelt'."));
    }

    [Fact]
    public void What_two_municipalities_chose_differently_is_told_with_its_terms_and_articles()
    {
        var difference = Comparison.Of(new ComparedSide(TheConvenant.Loaded, Day, "9901"), new ComparedSide(TheConvenant.Loaded, Day, "9902"));
        var text = string.Join('\n', DifferenceText.Lines(difference));
        difference.Terms.ShouldContain(t => t.Before!.Code == "wegen" && t.Before.Value == 15 && t.After!.Value == 20);
        text.ShouldContain("van 15 werkdagen naar 20 werkdagen");
        difference.Clauses.ShouldContain(c => c.Clause.Municipality == "9902" && c.Kind == CauseKind.Nieuw);
        difference.Groups.ShouldAllBe(g => g.Causes.Count > 0);
    }

    [Fact]
    public void Nothing_changed_is_one_sentence() =>
        Text(new ComparedSide(TheConvenant.Loaded, Day, "9901"), new ComparedSide(TheConvenant.Loaded, Day, "9901")).ShouldEndWith("Er verandert niets.");

    [Fact]
    public void For_machines_every_box_has_what_opened_it_and_what_does_now()
    {
        var difference = Comparison.Of(new ComparedSide(TheConvenant.Loaded, Day), new ComparedSide(With(Ban), Day));
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            DifferenceJson.Write(json, difference);
        using var read = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        var groups = read.RootElement.GetProperty("groepen").EnumerateArray().ToList();

        groups.ShouldNotBeEmpty();
        groups.ShouldAllBe(g => g.GetProperty("oorzaken")[0].GetProperty("regel").GetString() == "proef-verbod");
        groups.ShouldAllBe(g => g.GetProperty("na").EnumerateArray().All(o => o.GetProperty("een_van").GetArrayLength() == 0));
        groups.SelectMany(g => g.GetProperty("vakken").EnumerateArray()).ShouldAllBe(b => b.GetProperty("partij")[0].GetString() == "reclassering");
        read.RootElement.GetProperty("cellen").GetInt64().ShouldBe(difference.Cells);
    }

    private static string Text(ComparedSide before, ComparedSide after) => string.Join('\n', DifferenceText.Lines(Comparison.Of(before, after)));

    /// <summary>The convenant of this repository with one more rule of law.</summary>
    private static CompiledConvenant With(string rule)
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder).Select(f => f.Path == "wet/2-persoonsgericht.yaml" ? f with { Text = f.Text + rule } : f).ToList();
        return CompiledConvenant.Load(files).Valid();
    }
}
