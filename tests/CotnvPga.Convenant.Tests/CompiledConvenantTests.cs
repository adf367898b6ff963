using CotnvPga.Convenant.Analysing;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests;

public sealed class CompiledConvenantTests
{
    private static readonly CompiledConvenant Convenant = TheConvenant.Loaded;

    [Fact]
    public void The_catalogue_has_54_fields_that_all_have_a_category()
    {
        Convenant.Fields.Count.ShouldBe(54);
        Convenant.Fields["online_uiting"].Nature.ShouldBe("politiek");
        Convenant.Fields["achternaam"].Nature.ShouldBe("geen");
        Convenant.Fields.Values.ShouldAllBe(f => f.Suppliers.Count > 0);
    }

    [Fact]
    public void Codes_labels_and_groups_are_the_vocabularys()
    {
        Convenant.CodesOf("fase").ShouldBe(["melding", "aanmelding", "weging", "verzameling", "casusoverleg", "uitvoering", "niet_voorgelegd", "afgesloten", "vernietigd"]);
        Convenant.CodesOf("omstandigheid").Count.ShouldBe(24);
        Convenant.LabelOf("partij", "om").ShouldBe("Openbaar ministerie");
        Convenant.LabelOf("omstandigheid", "twbmt").ShouldNotBeEmpty();
        Convenant.GroupOf("partij", "drie").ShouldBe(["burgemeester", "politie", "om"], ignoreOrder: true);
        Should.Throw<ArgumentException>(() => Convenant.CodesOf("partijen"));
        Should.Throw<ArgumentException>(() => Convenant.LabelOf("partij", "polite"));
        Should.Throw<ArgumentException>(() => Convenant.GroupOf("partij", "vier"));
    }

    [Fact]
    public void The_hash_changes_with_any_letter_and_not_with_the_order_of_files()
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder);
        CompiledConvenant.Load([.. files.Reverse()]).Valid().Hash.ShouldBe(Convenant.Hash);
        CompiledConvenant.Load([.. files.Select(f => f.Path == "velden.yaml" ? f with { Text = f.Text + "#" } : f)]).Valid().Hash.ShouldNotBe(Convenant.Hash);
        Convenant.Hash.Length.ShouldBe(64);
    }

    [Fact]
    public void The_convenant_of_this_repository_has_no_findings() =>
        ConvenantAnalysis.Analyse(ConvenantFolder.Load(TheConvenant.Folder), new HashSet<string> { "9901", "9902", "9903" }).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Every_reading_of_the_law_has_a_rule() =>
        Convenant.Rules.Layers[0].Rules.Append(Convenant.Rules.Layers[0].Default!).Select(r => r.Reading).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["G1", "G2", "G3", "G4", "G5", "G6", "G7", "N1", "N2", "N3", "P", "P0", "P1", "P2", "P3", "P4", "R", "R1", "R2", "T", "T1", "T2"]);

    [Fact]
    public void What_is_invalid_gives_no_convenant()
    {
        var result = CompiledConvenant.Load([new RuleFile("a.yaml", "regels: []")]);
        result.Convenant.ShouldBeNull();
        Should.Throw<InvalidConvenantException>(() => result.Valid()).Diagnostics.ShouldNotBeEmpty();
    }
}
