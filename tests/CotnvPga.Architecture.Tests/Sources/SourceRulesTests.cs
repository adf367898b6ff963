namespace CotnvPga.Architecture.Tests.Sources;

/// <summary>The house rules for source files; for each rule also a planted example that it must find.</summary>
public sealed class SourceRulesTests
{
    [Fact]
    public void Code_IsNoLongerThanOneThingTakes() => SourceRules.TooLong(SourceFile.All).ShouldBeEmpty();

    [Fact]
    public void Names_SayWhatBelongsThere() => SourceRules.Drawers(SourceFile.All).ShouldBeEmpty();

    [Fact]
    public void PackageVersions_StandInOneFile() => SourceRules.OwnVersions(SourceFile.All).ShouldBeEmpty();

    [Fact]
    public void Parties_AreDecidedAboutInRuleDataOnly() => SourceRules.PartyDecisions(SourceFile.All).ShouldBeEmpty();

    [Fact]
    public void Nothing_IsLeftOpenOrSwallowed() =>
        SourceRules.LeftOpen(SourceFile.All.Where(f => !f.IsIn("tests/CotnvPga.Architecture.Tests"))).ShouldBeEmpty();

    [Fact]
    public void NoFile_NamesAPlaceThatOnlyOneMachineHas() => SourceRules.ForeignPlaces(SourceFile.All).ShouldBeEmpty();

    [Fact]
    public void All_ReadsTheRepository()
    {
        SourceFile.All.ShouldContain(f => f.Path == "src/CotnvPga.Convenant/CotnvPga.Convenant.csproj");
        SourceFile.All.ShouldContain(f => f.Path == "deploy/postgres/cluster");
        SourceFile.All.ShouldNotContain(f => f.Path.Contains("/obj/"));
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(400, false)]
    public void TooLong_CountsLines(int lines, bool found) =>
        SourceRules.TooLong([new("src/X/Long.cs", string.Concat(Enumerable.Repeat("x\n", lines)))]).Any().ShouldBe(found);

    [Theory]
    [InlineData("src/X/Helpers/Y.cs", true)]
    [InlineData("src/X/DateUtils.cs", true)]
    [InlineData("src/X/SignalManager.cs", true)]
    [InlineData("src/X/Common/Y.cs", true)]
    [InlineData("src/X/FieldTagHelper.cs", false)]
    [InlineData("src/X/Communication.cs", false)]
    public void Drawers_AreNamesThatSayNothing(string path, bool found) => SourceRules.Drawers([new(path, "")]).Any().ShouldBe(found);

    [Theory]
    [InlineData("<PackageReference Include=\"A\" Version=\"1.0\" />", true)]
    [InlineData("<PackageReference Include=\"A\" />", false)]
    public void OwnVersions_AreFound(string line, bool found) => SourceRules.OwnVersions([new("src/X/X.csproj", line)]).Any().ShouldBe(found);

    [Theory]
    [InlineData("if (actor.Party == Party.Politie)", true)]
    [InlineData("actor.Party is not Party.Om", true)]
    [InlineData("step.By(\"politie\")", true)]
    [InlineData("convenant.Decide(question)", false)]
    public void PartyDecisions_AreFound(string line, bool found) => SourceRules.PartyDecisions([new("src/CotnvPga.Portal/X.cs", line)]).Any().ShouldBe(found);

    [Theory]
    [InlineData("catch (Exception) { }", true)]
    [InlineData("// TODO later", true)]
    [InlineData("[Fact(Skip = \"flaky\")]", true)]
    [InlineData("catch (FormatException e) { return Refuse(e); }", false)]
    public void LeftOpen_IsFound(string line, bool found) => SourceRules.LeftOpen([new("src/X/Y.cs", line)]).Any().ShouldBe(found);

    [Fact]
    public void ForeignPlaces_AreFound() => SourceRules.ForeignPlaces([new("docs/x.md", "first\nsee /ho" + "me/me/notes.txt")]).ShouldBe(["docs/x.md:2"]);
}
