using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant;

/// <summary>A whole convenant, read and compiled: who may see what, and what may happen next. Immutable.</summary>
public sealed class CompiledConvenant
{
    /// <summary>SHA-256 over the rule files, in lower-case hex: what a receipt names.</summary>
    public string Hash => throw new NotImplementedException();

    /// <summary>The layers that this convenant has, in order from high to low (<c>wet</c> first).</summary>
    public IReadOnlyList<string> Layers => throw new NotImplementedException();

    /// <summary>The process: phases, steps, terms, criteria, reasons.</summary>
    public ProcessModel Process => throw new NotImplementedException();

    /// <summary>The fields of the catalogue, by code.</summary>
    public IReadOnlyDictionary<string, FieldDefinition> Fields => throw new NotImplementedException();

    /// <summary>The codes of an axis (<c>partij</c>, <c>fase</c>, …) or of <c>omstandigheid</c>, in vocabulary order.</summary>
    public IReadOnlyList<string> CodesOf(string axis) => throw new NotImplementedException();

    /// <summary>The name of a code for people.</summary>
    public string LabelOf(string axis, string code) => throw new NotImplementedException();

    /// <summary>The codes in a group of an axis, such as the group <c>drie</c> of <c>partij</c>.</summary>
    public IReadOnlySet<string> GroupOf(string axis, string group) => throw new NotImplementedException();

    /// <summary>Answers one question, with its explanation.</summary>
    public Answer Decide(Question question) => throw new NotImplementedException();

    /// <summary>Answers for all items of one view at once: who looks is fixed, what is looked at varies.</summary>
    public ViewTable View(ViewQuestion question) => throw new NotImplementedException();
}
