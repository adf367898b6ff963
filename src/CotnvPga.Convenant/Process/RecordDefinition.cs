namespace CotnvPga.Convenant.Process;

/// <summary>
/// A kind of record (<c>stuk</c>) that people lay down in a case beside its steps, such as minutes, a request for advice or an action of the
/// plan. It never changes the phase and gives no right to see an item.
/// </summary>
/// <param name="Step">Who may make it, in which phases, how many must act, and on which articles; without needs, outcomes or grants.</param>
/// <param name="Part">The part of the work it belongs to (<c>onderdeel</c>): a heading for people.</param>
/// <param name="Readers">Parties that may read it while they sit at the table; whoever made it reads it anyway.</param>
/// <param name="Fields">What it says, in order.</param>
/// <param name="About">Codes of the kinds of record it can be about (<c>bij</c>); empty when it stands alone.</param>
/// <param name="Closes">Whether it ends the record it is about: then that one waits for nothing any more.</param>
/// <param name="Replaces">Whether a newer version may take its place; the older one is kept.</param>
/// <param name="Term">The term within which another record must end it; null when none runs.</param>
/// <param name="Counted">The field whose code is counted without a person; null when only the kind is.</param>
public sealed record RecordDefinition(
    StepDefinition Step,
    string Part,
    IReadOnlySet<string> Readers,
    IReadOnlyList<RecordField> Fields,
    IReadOnlyList<string> About,
    bool Closes,
    bool Replaces,
    string? Term,
    string? Counted)
{
    /// <summary>The step or act that it comes into being with (<c>langs</c>); null when people lay it down by itself.</summary>
    public string? Via { get; init; }

    /// <summary>Whether only a party to whom the record it is about is addressed may make it (<c>alleen_geadresseerden</c>).</summary>
    public bool OnlyAddressees { get; init; }

    /// <summary>Whether the case is kept from destruction while it stands (<c>bewaart</c>).</summary>
    public bool Keeps { get; init; }

    /// <summary>Whether the record it is about waits for nothing while this one stands (<c>schort_op</c>).</summary>
    public bool Suspends { get; init; }

    /// <summary>
    /// How many months after the term of the record it is about the day in it can lie, at most (<c>verlengt</c>): it gives more time, once, and
    /// before that term is over. Null when it gives none.
    /// </summary>
    public int? ExtendsMonths { get; init; }

    /// <summary>Whether it goes back to who made the record it is about, and that party reads it anywhere (<c>antwoord</c>).</summary>
    public bool AnswersMaker { get; init; }

    /// <summary>Whether it waits for who made it, such as a reason to be looked at again (<c>aan_zichzelf</c>).</summary>
    public bool ToSelf { get; init; }

    /// <summary>Whether it fixes the record that it ends: no newer version of that one, and nothing more about it (<c>bevriest</c>).</summary>
    public bool Freezes { get; init; }

    /// <summary>Whether it stands above every page of the case while it waits (<c>bovenaan</c>).</summary>
    public bool OnTop { get; init; }

    /// <summary>Whether it asks a seat for the adviser of the minister (<c>vraagt_zetel</c>): then that side sees a line without the case.</summary>
    public bool AsksSeat { get; init; }

    /// <summary>Whether it makes no sense without the record it is about.</summary>
    public bool NeedsAbout => About.Count > 0 && (Closes || OnlyAddressees || Suspends || AnswersMaker || HoldsBack);

    /// <summary>Whether the items that it names stay behind in a transfer (<c>houdt_tegen</c>).</summary>
    public bool HoldsBack { get; init; }

    /// <summary>It cannot be made while a record of one of these kinds stands (<c>niet_zolang</c>).</summary>
    public IReadOnlyList<string> NotWhile { get; init; } = [];

    /// <summary>Parties that read it while they review the case (<c>toetst</c>).</summary>
    public IReadOnlySet<string> Reviewers { get; init; } = new HashSet<string>();

    /// <summary>The field that must say why when interventions that were chosen clash; null when none does.</summary>
    public RecordField? ClashReason => Fields.FirstOrDefault(f => f.IsClashReason);

    /// <summary>Its code.</summary>
    public string Code => Step.Code;

    /// <summary>Its name for people.</summary>
    public string Label => Step.Label;

    /// <summary>The field that says until when it waits; null when none does.</summary>
    public RecordField? Due => Fields.FirstOrDefault(f => f.IsDue);

    /// <summary>The field that says to whom it is addressed; null when to nobody in particular.</summary>
    public RecordField? Addressee => Fields.FirstOrDefault(f => f.IsAddressee || f.Rows.Any(r => r.IsAddressee));

    /// <summary>Whether it waits for a record that ends it.</summary>
    public bool Waits => Term is not null || Due is not null;
}

/// <summary>What kind of answer a field of a record takes.</summary>
public enum RecordFieldKind
{
    /// <summary>Several lines of text.</summary>
    Tekst,

    /// <summary>One line of text.</summary>
    Regel,

    /// <summary>A day.</summary>
    Dag,

    /// <summary>Yes or no.</summary>
    JaNee,

    /// <summary>A whole number from 0.</summary>
    Getal,

    /// <summary>One code of a list of reasons.</summary>
    Reden,

    /// <summary>One or more codes of a list of reasons.</summary>
    Redenen,

    /// <summary>One party of a group.</summary>
    Partij,

    /// <summary>One or more parties of a group.</summary>
    Partijen,

    /// <summary>A municipality that works with the portal.</summary>
    Gemeente,

    /// <summary>One or more records of a kind, in the same case.</summary>
    Stukken,

    /// <summary>One intervention of the catalogue.</summary>
    Interventie,

    /// <summary>One or more items of the case that the party itself supplied.</summary>
    Gegevens,

    /// <summary>Rows of the same few fields, such as who was there.</summary>
    Rijen,
}

/// <summary>One field of a record.</summary>
/// <param name="Code">Its code: the name in the API.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Help">Why, or an example; null when the question says enough.</param>
/// <param name="Kind">What kind of answer.</param>
/// <param name="Required">Whether it must be answered.</param>
/// <param name="From">The list of reasons or the group of parties to choose from; null when free.</param>
/// <param name="IsDue">Whether this day says until when the record waits.</param>
/// <param name="IsAddressee">Whether the parties in it are those to whom the record is addressed: they read it too, wherever they sit.</param>
public sealed record RecordField(string Code, string Label, string? Help, RecordFieldKind Kind, bool Required, string? From, bool IsDue, bool IsAddressee)
{
    /// <summary>Whether it must be answered when interventions that were chosen clash, and only then (<c>bij_botsing</c>).</summary>
    public bool IsClashReason { get; init; }

    /// <summary>Whether it takes more than one answer.</summary>
    public bool TakesMany => Kind is RecordFieldKind.Redenen or RecordFieldKind.Partijen or RecordFieldKind.Stukken or RecordFieldKind.Gegevens or RecordFieldKind.Rijen;

    /// <summary>The fields of one row; empty unless it is a field of rows.</summary>
    public IReadOnlyList<RecordField> Rows { get; init; } = [];

    /// <summary>Most characters of a text (<c>ten_hoogste</c>); null for the usual bound.</summary>
    public int? Longest { get; init; }

    /// <summary>Fields of the catalogue whose values in the case may not stand in this text (<c>zonder</c>): it goes to who may not know whom the case is about.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
