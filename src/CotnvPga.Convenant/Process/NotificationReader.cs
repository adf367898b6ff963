using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Process;

/// <summary>Reads <c>berichten</c>: what is told to whom.</summary>
internal sealed class NotificationReader(ProcessWords words, Findings findings)
{
    private readonly List<NotificationDefinition> _notifications = [];
    private readonly List<YamlText> _events = [];

    public IReadOnlyList<NotificationDefinition> Notifications => _notifications;

    public void Read(YamlMap map)
    {
        var reader = new MapReader(map, "Een bericht", findings);
        var code = reader.RequiredText("bericht");
        reader = new MapReader(map, $"Het bericht '{code.Value}'", findings);
        reader.Optional("bericht");
        var label = reader.RequiredText("naam").Value;
        var text = reader.RequiredText("tekst").Value;
        var when = reader.RequiredTexts("bij");
        var to = reader.RequiredTexts("aan");
        var (grounds, certainty) = words.Basis(reader);
        reader.Done();
        _events.AddRange(when);
        foreach (var receiver in to)
            words.Choice(receiver, $"Bericht '{code.Value}': de ontvanger", NotificationDefinition.Receivers);
        if (_notifications.Exists(n => n.Code == code.Value))
            findings.Error(Finding.DuplicateCode, code.Place, $"Het bericht '{code.Value}' bestaat al.");
        _notifications.Add(new NotificationDefinition(code.Value, label, text, [.. when.Select(t => t.Value)], [.. to.Select(t => t.Value)], grounds, certainty));
    }

    /// <summary>What happened must be something that can happen.</summary>
    public void Check(IReadOnlyCollection<string> steps)
    {
        foreach (var happening in _events.Where(e => !steps.Contains(e.Value) && !NotificationDefinition.OtherEvents.Contains(e.Value)))
            findings.Unknown(Finding.UnknownCode, happening.Place, "De gebeurtenis", happening.Value, [.. steps, .. NotificationDefinition.OtherEvents]);
    }
}
