using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;

namespace CotnvPga.Domain.Tests.Steps;

/// <summary>The process data as docs/lifecycle.md shows them: a drawing of the phases and a table of the steps.</summary>
internal static class LifecycleDrawing
{
    /// <summary>The phases and the ways between them, as a Mermaid diagram.</summary>
    public static string Diagram(CompiledConvenant convenant) => Text(
    [
        "```mermaid",
        "stateDiagram-v2",
        .. convenant.Process.Starts.Select(start => $"  [*] --> {start.Phase}: {InOrder(convenant, "partij", start.Parties)}"),
        .. convenant.Process.Steps.SelectMany(step => convenant.CodesOf("fase").Where(step.From.Contains).SelectMany(phase => Ways(step, phase))),
        .. LastPhases(convenant.Process).Select(phase => $"  {phase} --> [*]"),
        "```",
    ]);

    /// <summary>Every step and every act beside the steps: who, how many, what it needs and gives, and on which article.</summary>
    public static string Table(CompiledConvenant convenant) => Text(
    [
        "| code | who | manner | needs | gives | articles | certainty |",
        "|---|---|---|---|---|---|---|",
        .. convenant.Process.Steps.Concat(convenant.Process.Acts).Select(step =>
            $"| `{step.Code}` | {Who(step, convenant)} | {Manner(step)} | {Listed(step.Needs)} | {Listed(step.Grants)} | {Listed(step.Grounds)} | {step.Certainty} |"),
    ]);

    private static IEnumerable<string> Ways(StepDefinition step, string phase) => step.Outcomes.Count == 0
        ? [$"  {phase} --> {phase}: {step.Code}"]
        : step.Outcomes.Select(o => $"  {phase} --> {o.Phase}: {step.Code}{(o.When.Count > 0 ? $" ({Listed(o.When)})" : "")}");

    private static IEnumerable<string> LastPhases(ProcessModel process) =>
        process.Steps.SelectMany(s => s.Outcomes).Select(o => o.Phase).Distinct().Where(phase => !process.Steps.Any(s => s.From.Contains(phase)));

    private static string Who(StepDefinition step, CompiledConvenant convenant)
    {
        var three = step.Parties.SetEquals(convenant.GroupOf("partij", "drie"));
        var participants = step.Parties.SetEquals(convenant.GroupOf("partij", "deelnemers"));
        var parties = three ? "the three" : participants ? "every participant" : InOrder(convenant, "partij", step.Parties);
        if (step.AnyOf.Count > 0)
            parties += $", being {string.Join(" or ", convenant.CodesOf("omstandigheid").Where(step.AnyOf.Contains))}";
        if (step.AlsoProcess is not { } term)
            return parties;
        var process = $"the process, after `{term}`";
        return parties.Length > 0 ? $"{parties}; {process}" : process;
    }

    private static string Manner(StepDefinition step) => step.Manner switch
    {
        StepManner.Alleen => "one",
        StepManner.Samen => "all, same words",
        StepManner.TweePersonen => "two persons",
        StepManner.Proces => "the process",
        _ => throw new ArgumentOutOfRangeException(nameof(step), step.Manner, "No such manner."),
    };

    private static string InOrder(CompiledConvenant convenant, string axis, IReadOnlySet<string> codes) => Listed(convenant.CodesOf(axis).Where(codes.Contains));

    private static string Listed(IEnumerable<string> words) => string.Join(", ", words);

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines) + "\n";
}
