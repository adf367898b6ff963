using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Logging;

/// <summary>Reads what in the log asks for a look (<c>vlaggen</c>).</summary>
internal sealed class LogFlagReader(ProcessWords words, Findings findings)
{
    private const int LastHour = 24;

    private static readonly string[] Kinds = ["veel", "uren", "eigen_naam"];
    private static readonly string[] Counted = ["zaken", "regels"];

    private readonly List<LogFlagDefinition> _flags = [];

    public IReadOnlyList<LogFlagDefinition> Flags => _flags;

    public void Read(YamlMap map)
    {
        var code = new MapReader(map, "Een vlag", findings).RequiredText("code");
        var reader = new MapReader(map, $"De vlag '{code.Value}'", findings);
        reader.Optional("code");
        var label = reader.RequiredText("naam").Value;
        var kind = (LogFlagKind)Array.IndexOf(Kinds, words.Choice(reader.RequiredText("soort"), "De soort", Kinds));
        var lines = reader.OptionalText("telt") is { } counted && words.Choice(counted, "Wat wordt geteld", Counted) == Counted[1];
        var (most, hours) = kind == LogFlagKind.EigenNaam ? (0, LastHour) : (words.Number(reader.RequiredText("meer_dan")), words.Number(reader.RequiredText("in_uren")));
        var (from, to) = kind == LogFlagKind.Uren ? (Hour(reader.RequiredText("van")), Hour(reader.RequiredText("tot"))) : (0, 0);
        var weekend = reader.YesNo("weekend");
        IReadOnlyList<string> fields = kind == LogFlagKind.EigenNaam ? [.. reader.RequiredTexts("velden").Select(t => t.Value)] : [];
        var (grounds, certainty) = words.Basis(reader);
        var explanation = reader.RequiredText("toelichting").Value;
        reader.Done();
        if (_flags.Exists(f => f.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"De vlag '{code.Value}' bestaat al.");
        _flags.Add(new LogFlagDefinition(code.Value, label, kind, most, lines, hours, from, to, weekend, fields, grounds, certainty, explanation));
    }

    private int Hour(YamlText text)
    {
        var hour = words.Number(text);
        if (hour > LastHour)
            findings.Error(Finding.BadNumber, text.Place, $"'{text.Value}' is geen uur van de dag: kies 0 tot en met {LastHour}.");
        return hour;
    }
}
