using CotnvPga.Convenant;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Oversight;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Toezicht;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Mapping;

/// <summary>Lays out the desks of who oversees.</summary>
public sealed class OversightPages(CompiledConvenant convenant, Words words, Municipalities municipalities)
{
    /// <summary>The purposes for which the log may be looked at.</summary>
    public IReadOnlyList<Choice> Purposes => Choices(LogReview.Purposes);

    /// <summary>What can be said of a flag.</summary>
    public IReadOnlyList<Choice> Verdicts => Choices(LogReview.Verdicts);

    /// <summary>Whom one can look at.</summary>
    public IReadOnlyList<Choice> People(LogReviewView view) =>
    [
        .. view.People.Select(p => new Choice(p.Account.Value.ToString(), $"{p.Name} ({words.Party(p.Party.Code())})")),
        .. view.Flags.Select(f => f.Account).Distinct().Where(a => view.People.All(p => p.Account.Value != a)).Select(a => new Choice(a.ToString(), NameOf(view, a))),
    ];

    /// <summary>A flag in words.</summary>
    public FlagLine Flag(LogReviewView view, LogFlag flag)
    {
        var rule = convenant.Process.LogFlags.FirstOrDefault(f => f.Code == flag.Rule);
        return new FlagLine(
            flag, rule?.Label ?? flag.Rule, rule?.Explanation ?? "", NameOf(view, flag.Account), flag.Day.ToDateText(), municipalities.NameOf(new Municipality(flag.Municipality)),
            flag.Verdict is { } verdict ? $"{words.Reason(LogReview.Verdicts, verdict.Oordeel)}: {verdict.Toelichting}" : null);
    }

    /// <summary>A look in words.</summary>
    public LookLine Look(LogReviewView view, LogLook look, Actor actor, NodaTime.LocalDate today) => new(
        look.Id, NameOf(view, look.Van), words.Reason(LogReview.Purposes, look.Doel), look.Reden, look.Tot.ToDateText(), $"{NameOf(view, look.Door)} ({words.Party(look.Partij)})",
        look.Door == actor.Account.Value && look.Tot >= today);

    /// <summary>A line of the log of a person in words.</summary>
    public UserLine Line(UserLogLine line) => new(
        line.Op.ToMomentText(), line.Nummer, words.Party(line.Partij),
        line.Categorie is { } category ? $"{words.Category(category)}: {Act(line.Handeling)}" : line.Regel is { } what ? $"Werk aan de zaak: {words.Fact(what)}" : $"Een gegeven: {Act(line.Handeling)}",
        convenant.LabelOf("doel", line.Doel), words.Articles(line.Grondslagen));

    /// <summary>What waits in words.</summary>
    public WaitingLine Waiting(WaitingKind kind)
    {
        var record = convenant.Process.Records.FirstOrDefault(r => r.Code == kind.Soort);
        return new WaitingLine(record?.Part ?? "", record?.Label ?? kind.Soort, municipalities.NameOf(new Municipality(kind.Gemeente)), kind.Open, kind.TeLaat);
    }

    /// <summary>A processing in words.</summary>
    public ProcessingView Processing(Processing processing) => new(
        processing.Purpose,
        convenant.LabelOf("doel", processing.Purpose),
        [.. processing.Parties.Select(p => convenant.LabelOf("partij", p))],
        [.. processing.Categories.Select(c => new ProcessedLine(
            convenant.LabelOf("categorie", c.Category), [.. c.Natures.Select(n => convenant.LabelOf("bijzonder", n))], [.. c.Sees.Select(words.Party)], [.. c.Receives.Select(words.Party)]))],
        words.Articles(processing.Grounds),
        [.. processing.Retention.Select(t => $"{t.Label}: {t.Explanation}")]);

    private IReadOnlyList<Choice> Choices(string list) => [.. convenant.Process.Reasons[list].Select(r => new Choice(r.Code, r.Label, r.Explanation))];

    private static string NameOf(LogReviewView view, Guid account) => view.Names.GetValueOrDefault(new AccountId(account)) ?? LogReview.Gone;

    private string Act(string code) => convenant.CodesOf("handeling").Contains(code) ? convenant.ShortLabelOf("handeling", code) : words.Fact(code);
}
