using System.Collections.Concurrent;
using CotnvPga.Convenant.Documents;
using NodaTime;

namespace CotnvPga.Convenant.Tests.Documents;

/// <summary>The documents of the municipalities of this repository: two with a covenant of their own, one without.</summary>
internal static class Municipal
{
    public const string WithCovenant = "9901";
    public const string WithoutCovenant = "9903";

    private static readonly ConcurrentDictionary<string, CovenantDocument> Made = new(StringComparer.Ordinal);

    public static readonly LocalDate Day = new(2026, 11, 1);

    public static TheoryData<string> All => ["9901", "9902", "9903"];

    public static DocumentRequest Request(string code) => DocumentRequest.For(TheConvenant.Loaded, code, $"Gemeente{code}", Day);

    /// <summary>The document, made once.</summary>
    public static CovenantDocument Document(string code) => Made.GetOrAdd(code, c => DocumentBuilder.Build(TheConvenant.Loaded, Request(c)));
}
