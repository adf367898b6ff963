using System.Globalization;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Process;
using NodaTime;

namespace CotnvPga.Convenant.Documents;

/// <summary>How the document says what the rule data says in codes.</summary>
internal sealed class DocumentWords(CompiledConvenant convenant)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Day(LocalDate day) => day.ToString("d MMMM yyyy", Dutch);

    /// <summary>"vanaf 1 januari 2026 tot 1 oktober 2026".</summary>
    public static string Days(Validity validity) => (validity.From, validity.Until) switch
    {
        ({ } from, { } until) => $"vanaf {Day(from)} tot {Day(until)}",
        ({ } from, null) => $"vanaf {Day(from)}",
        (null, { } until) => $"tot {Day(until)}",
        _ => "altijd",
    };

    public static string Nature(ClauseNature nature) => nature == ClauseNature.Hard ? "Hard: hiervan kan niemand afwijken." : "Pas toe of leg uit: de drie kunnen hiervan afwijken als zij vastleggen waarom.";

    public static string Certain(string code) => code.Replace('_', ' ');

    public static string Running(RunningCases running) => running == RunningCases.NieuweVersie
        ? "Lopende zaken gaan vanaf de eerste dag verder onder een nieuwe versie."
        : "Lopende zaken blijven onder de versie van de dag waarop zij begonnen.";

    public static string Value(Choice choice, string value) => choice.Kind == ChoiceKind.JaNee || choice.Unit.Length == 0 ? value : $"{value} {choice.Unit}";

    public static string Bounds(Choice choice) => choice.Kind == ChoiceKind.JaNee ? "ja of nee" : $"{choice.From} tot en met {choice.To} {choice.Unit}".TrimEnd();

    public static string Manner(StepManner manner) => manner switch
    {
        StepManner.Samen => "samen, met dezelfde woorden",
        StepManner.TweePersonen => "twee personen van dezelfde partij",
        StepManner.Proces => "gaat vanzelf",
        _ => "één van hen",
    };

    public string Citations(IEnumerable<string> grounds) => string.Join("; ", grounds.Distinct().Select(convenant.Sources.Citation));

    /// <summary>Names of codes; one group name where they are exactly all of an axis.</summary>
    public string Names(string axis, IReadOnlyCollection<string> codes) =>
        codes.Count == convenant.CodesOf(axis).Count ? "alle" : string.Join(", ", convenant.CodesOf(axis).Where(codes.Contains).Select(c => Name(axis, c)));

    public string Name(string axis, string code) => convenant.ShortLabelOf(axis, code) is { Length: > 1 } label ? label : code;

    /// <summary>"de persoon is geautoriseerd en is vastgelegd …; of …".</summary>
    public string Needed(IReadOnlyList<IReadOnlyList<string>> sets) => sets is [[]]
        ? "zonder meer"
        : string.Join("; of: ", sets.Select(set => string.Join(" + ", set.Select(Circumstance))));

    public string Circumstance(string code) => LowerFirst(convenant.LabelOf("omstandigheid", code));

    public static string LowerFirst(string label) =>
        label.Length > 1 && char.IsUpper(label[0]) && char.IsLower(label[1]) ? char.ToLower(label[0], Dutch) + label[1..] : label;

    public static string UpperFirst(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Dutch) + text[1..];
}
