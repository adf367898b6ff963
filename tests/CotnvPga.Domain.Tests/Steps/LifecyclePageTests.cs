namespace CotnvPga.Domain.Tests.Steps;

/// <summary>docs/lifecycle.md says what the process data say. When this fails, the message holds the text to put there.</summary>
public sealed class LifecyclePageTests
{
    private static readonly string Page = File.ReadAllText(Rules.PathOf("docs/lifecycle.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_drawing_shows_every_way_between_phases_and_no_other() => Holds(LifecycleDrawing.Diagram(Rules.Convenant));

    [Fact]
    public void The_table_shows_every_step_with_who_what_and_why() => Holds(LifecycleDrawing.Table(Rules.Convenant));

    private static void Holds(string text) => Page.Contains($"\n\n{text}\n", StringComparison.Ordinal).ShouldBeTrue($"docs/lifecycle.md must have this, and nothing else in its place:\n{text}");
}
