namespace CotnvPga.Convenant.Documents;

/// <summary>A covenant as a document for people to read and sign, in no format yet.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Subtitle">For whom it is.</param>
/// <param name="Standing">How far it is, such as <c>ontwerp, niet vastgesteld</c>.</param>
/// <param name="IsDraft">Whether nobody adopted it.</param>
/// <param name="PageLine">What stands on every page: standing, version and hash.</param>
/// <param name="Front">What stands on the title page, as name and text.</param>
/// <param name="Blocks">Everything after the title page.</param>
public sealed record CovenantDocument(
    string Title,
    string Subtitle,
    string Standing,
    bool IsDraft,
    string PageLine,
    IReadOnlyList<Fact> Front,
    IReadOnlyList<Block> Blocks)
{
    /// <summary>The headings that a list of contents names.</summary>
    public IEnumerable<Heading> Contents => Blocks.OfType<Heading>().Where(h => h.Level == Heading.Part);
}

/// <summary>Something with a name, such as the basis of an article.</summary>
public sealed record Fact(string Name, string Text);

/// <summary>A piece of a document.</summary>
public abstract record Block;

/// <summary>A heading.</summary>
/// <param name="Level">2 for a part, 3 for an article or piece of an annex; 1 is the title of the document.</param>
/// <param name="Text">Its text.</param>
/// <param name="Anchor">Its name for links; unique in the document.</param>
public sealed record Heading(int Level, string Text, string Anchor) : Block
{
    /// <summary>The level of a chapter or annex.</summary>
    public const int Part = 2;

    /// <summary>The level of an article.</summary>
    public const int Article = 3;

    /// <summary>Whether it begins on a new page.</summary>
    public bool OnNewPage { get; init; }
}

/// <summary>Running text.</summary>
public sealed record Paragraph(string Text) : Block;

/// <summary>A warning that may not be missed.</summary>
public sealed record Banner(string Text) : Block;

/// <summary>What an article is, rests on and leaves to choose.</summary>
public sealed record Facts(IReadOnlyList<Fact> All) : Block;

/// <summary>A list with bullets.</summary>
public sealed record Bullets(IReadOnlyList<string> Items) : Block;

/// <summary>A table. The first cell of a row is its name.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Headers">The names of the columns.</param>
/// <param name="Rows">The rows; each has as many cells as there are columns.</param>
public sealed record Table(string Caption, IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>Whether the cells are left open to write in.</summary>
    public bool ToWriteIn { get; init; }

    /// <summary>How many columns at the end hold no more than a mark.</summary>
    public int NarrowColumns { get; init; }
}
