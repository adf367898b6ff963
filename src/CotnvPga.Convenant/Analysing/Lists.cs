using CotnvPga.Convenant.Process;

namespace CotnvPga.Convenant.Analysing;

/// <summary>The keys under which things stand in the files.</summary>
internal static class Lists
{
    public static string Of(ProcessModel process, StepDefinition step) => process.Acts.Contains(step) ? "nevenstappen" : "stappen";
}
