using CotnvPga.Data.Signals;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Components.Case;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Signalen.Overleg;
using CotnvPga.Portal.Shell;

namespace CotnvPga.Portal.Pages.Signalen.Stap;

/// <summary>Writes out what somebody wrote with a step, line by line.</summary>
public sealed class StepLines(Municipalities municipalities, Words words)
{
    /// <summary>The words of a step.</summary>
    public IReadOnlyList<WordLine> Lines(string step, StepWords said)
    {
        List<WordLine> lines = [];
        void Add(string label, string? text)
        {
            if (!string.IsNullOrWhiteSpace(text))
                lines.Add(new WordLine(label, text));
        }
        Add("Feiten juist en volledig", YesNo(said.Kwaliteit?.Juistheid));
        Add("Gecontroleerd", said.Kwaliteit?.Toelichting);
        Add("Aan", said.Partij is { } party ? words.Party(party) : null);
        Add("Vraag", said.Vraag);
        foreach (var participant in said.Deelnemers ?? [])
            Add(Named(participant.Partij!, participant.Gemeente), participant.Reden ?? "–");
        foreach (var (index, goal) in (said.Doelen ?? []).Index())
            Add($"Doel {index + 1}", goal);
        foreach (var (index, intervention) in (said.Interventies ?? []).Index())
            Add($"Interventie {index + 1}", $"{intervention.Omschrijving}\n{Owner(intervention.Eigenaar)}, klaar op {intervention.Datum?.ToDateText()}");
        Add("Stukken in het plan", said.Stukken is { Count: > 0 } records ? $"{records.Count}" : null);
        Add("Aanpak nog nodig", YesNo(said.NogNodig));
        Add("Reden", said.Reden is { } reason ? words.Reason(step, reason) : null);
        Add("Reden van spoed", said.Spoedreden);
        Add("Gemeente", said.Gemeente is { } municipality ? municipalities.NameOf(new Municipality(municipality)) : null);
        Add("Toelichting", said.Toelichting);
        return lines;
    }

    /// <summary>The words of an admission.</summary>
    public IReadOnlyList<WordLine> Lines(Admission admission)
    {
        List<WordLine> lines =
        [
            new("Wie", $"{admission.Person}, {admission.Organisation} ({words.Party(admission.Party.Code())})"),
            new("Waarvoor", admission.Purpose),
            new("Overleg", admission.MeetingOn.ToLongDayText()),
            new("Grond", AdmissionGrounds.Label(admission.Basis)),
        ];
        if (admission.Event is { } happening)
            lines.Add(new WordLine("Concrete gebeurtenis", $"{happening}\nMaatregel: {admission.Measure}"));
        return lines;
    }

    /// <summary>Who owns an intervention: a party by its name, else the words themselves.</summary>
    public string Owner(string? owner) => Codes.Parse<Party>(owner) is { } party ? words.Party(party.Code()) : owner ?? "–";

    private static string? YesNo(bool? answer) => answer switch { true => "ja", false => "nee", null => null };

    private string Named(string party, string? municipality) =>
        municipality is null ? words.Party(party) : $"{words.Party(party)} ({municipalities.NameOf(new Municipality(municipality))})";
}
