using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant;

/// <summary>What came of reading a convenant: the whole of it, or none of it with the reasons.</summary>
/// <param name="Convenant">The compiled convenant; null when there is an error.</param>
/// <param name="Diagnostics">Errors and warnings, in order of file and place.</param>
public sealed record LoadResult(CompiledConvenant? Convenant, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>What could be read, for the analyses; null when the files could not be told apart.</summary>
    internal ReadConvenant? Read { get; init; }

    /// <summary>The compiled convenant, for callers that cannot work without one.</summary>
    /// <exception cref="InvalidConvenantException">There is an error in the rule data.</exception>
    public CompiledConvenant Valid() => Convenant ?? throw new InvalidConvenantException(Diagnostics);
}

/// <summary>The rule data has errors, and the caller cannot go on without a convenant.</summary>
public sealed class InvalidConvenantException(IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join(Environment.NewLine, diagnostics.Select(d => d.ToString())))
{
    /// <summary>What is wrong, with its place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
