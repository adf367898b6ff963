using CotnvPga.Convenant;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.NearMisses;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Sharing;

/// <summary>Answers "Mag ik dit delen?". Every part of the answer comes from the engine; this puts the questions.</summary>
public sealed class SharingAdvisor(CompiledConvenant convenant)
{
    private const string Role = "rol";

    private readonly NearMissFinder _near = new(convenant);
    private readonly MatteringCircumstances _mattering = new(convenant);
    private readonly string[] _roles = convenant.Vocabulary.Axis(Role) is { } axis ? [.. axis.Codes] : [];
    private readonly string[] _opening = [.. convenant.Vocabulary.Circumstances.Where(c => !c.Closes).Select(c => c.Code)];

    /// <summary>The answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="edition">What holds in its municipality.</param>
    public SharingAdvice Advise(SharingQuestion question, Edition edition)
    {
        var coded = convenant.Code(question.ToQuestion(edition));
        var explanation = convenant.Explain(coded);
        var blind = NeverSees(question, edition);
        var cannotSee = blind is not null;
        var deciding = blind ?? explanation.Answer;
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

    /// <summary>Why who shares can never see the item, in whatever role; null when it can, or when that is not in question.</summary>
    private Answer? NeverSees(SharingQuestion question, Edition edition)
    {
        Answer? why = null;
        foreach (var role in _roles)
        {
            if (question.ToOwnSight(role, edition) is not { } sight)
                return null;
            var answer = convenant.Decide(sight with { Circumstances = _opening.ToHashSet() });
            if (answer.Outcome != Outcome.Afgeschermd)
                return null;
            why ??= answer;
        }
        return why;
    }

    // The purpose is no axis to look along: a purpose is what one has, not what opens most (wet-pga:2.2).
    private List<NearMiss> Near(SharingQuestion question, CodedQuestion coded)
    {
        var found = new List<NearMiss?>
        {
            _near.Along(coded, "fase", convenant.CodesOf("fase")),
            _near.Along(coded, "handeling", Ways(question)),
            _near.Along(coded, "partij", Receivers(question)),
        };
        if (_roles.Length > 0)
            found.Add(_near.Along(coded, Role, _roles));
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
