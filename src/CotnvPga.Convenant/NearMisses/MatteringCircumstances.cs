using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Vocabularies;

namespace CotnvPga.Convenant.NearMisses;

/// <summary>Which circumstances can change the answer to a question: the only ones worth asking somebody about.</summary>
public sealed class MatteringCircumstances(CompiledConvenant convenant)
{
    private readonly Circumstance[] _closing = [.. convenant.Vocabulary.Circumstances.Where(c => c.Closes)];

    /// <summary>The circumstances that matter, in vocabulary order; empty when the answer is the same whatever holds.</summary>
    /// <param name="question">The question; which circumstances it has itself does not count, and it is left as it was.</param>
    public IReadOnlyList<Circumstance> Of(CodedQuestion question)
    {
        var asked = question.Circumstances;
        var matters = 0UL;
        var formulas = new string[1 << _closing.Length];
        for (var combination = 0; combination < formulas.Length; combination++)
        {
            question.Circumstances = BitsOf(combination);
            var answer = convenant.Decide(question);
            formulas[combination] = $"{answer.Outcome}:{string.Join('|', answer.Missing.Select(set => string.Join(',', set)))}";
            foreach (var code in answer.Missing.SelectMany(set => set))
                matters |= convenant.Vocabulary.Circumstance(code)!.Bit;
        }
        for (var i = 0; i < _closing.Length; i++)
        {
            if (Enumerable.Range(0, formulas.Length).Any(c => formulas[c] != formulas[c ^ (1 << i)]))
                matters |= _closing[i].Bit;
        }
        question.Circumstances = asked;
        return [.. convenant.Vocabulary.Circumstances.Where(c => (c.Bit & matters) != 0)];
    }

    private ulong BitsOf(int combination) =>
        _closing.Where((_, i) => (combination >> i & 1) != 0).Aggregate(0UL, (bits, c) => bits | c.Bit);
}
