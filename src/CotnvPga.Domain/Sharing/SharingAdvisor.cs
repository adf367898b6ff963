using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.NearMisses;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Sharing;

/// <summary>Answers "Mag ik dit delen?". Every part of the answer comes from the engine; this puts the questions.</summary>
public sealed class SharingAdvisor(CompiledConvenant convenant)
{
    private readonly NearMissFinder _near = new(convenant);
    private readonly MatteringCircumstances _mattering = new(convenant);
    private readonly string[] _opening = [.. convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)];

    /// <summary>The answer.</summary>
    public SharingAdvice Advise(SharingQuestion question)
    {
        var coded = convenant.Code(question.ToQuestion());
        var explanation = convenant.Explain(coded);
        var ownSight = OwnSight(question);
        var cannotSee = ownSight?.Outcome == Outcome.Afgeschermd;
        var deciding = cannotSee ? ownSight! : explanation.Answer;
        var isOpen = deciding.Outcome == Outcome.Zichtbaar;
        return new SharingAdvice(
            question,
            deciding.Outcome,
            deciding,
            explanation,
            cannotSee,
            cannotSee ? [] : _mattering.Of(coded),
            isOpen || cannotSee ? [] : Near(question, coded),
            isOpen || cannotSee ? null : _near.Later(coded));
    }

    /// <summary>Whether who shares could see the item at best; null when that is not in question.</summary>
    private Answer? OwnSight(SharingQuestion question) =>
        question.ToOwnSight() is { } sight ? convenant.Decide(sight with { Circumstances = _opening.ToHashSet() }) : null;

    // The purpose is no axis to look along: a purpose is what one has, not what opens most (wet-pga:2.2).
    private List<NearMiss> Near(SharingQuestion question, CodedQuestion coded)
    {
        var found = new List<NearMiss?>
        {
            _near.Along(coded, "fase", convenant.CodesOf("fase")),
            _near.Along(coded, "handeling", Ways(question)),
            _near.Along(coded, "partij", Receivers(question)),
        };
        if (question.Item is { } item)
        {
            found.Add(_near.Along(coded, "bijzonder", MilderNatures(item)));
            found.Add(_near.Along(coded, "verstrekker", UsualSuppliers(item)));
        }
        return [.. found.OfType<NearMiss>().OrderByDescending(n => n.Answer.Outcome)];
    }

    // Recording is done by who shares and not by the receiver, so it is no other way to give something.
    private IEnumerable<string> Ways(SharingQuestion question) =>
        question.Act == Act.Vastleggen.Code() ? [] : convenant.CodesOf("handeling").Where(c => c != Act.Vastleggen.Code());

    private IEnumerable<string> Receivers(SharingQuestion question) =>
        question.Act == Act.Vastleggen.Code() ? [] : convenant.CodesOf("partij").Where(c => c != question.Sharer);

    private IEnumerable<string> MilderNatures(SharedItem item) =>
        item.Field is { } field ? [convenant.Fields[field].Nature] : [Nature.Geen.Code()];

    private IEnumerable<string> UsualSuppliers(SharedItem item) =>
        item.Field is { } field ? convenant.Fields[field].Suppliers : convenant.CodesOf("verstrekker");
}
