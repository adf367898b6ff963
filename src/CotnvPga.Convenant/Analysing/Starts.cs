using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Starts that contradict each other or leave it open to whom a case goes.</summary>
internal static class Starts
{
    public static void Run(Study study)
    {
        var starts = study.Read.Process.Starts;
        for (var i = 0; i < starts.Count; i++)
        {
            var at = study.Read.Places[$"start/{i + 1}/wie"];
            foreach (var party in starts[i].Parties.Where(p => starts.Take(i).Any(earlier => earlier.Parties.Contains(p))))
                study.Error(Finding.BadStart, at, $"'{party}' heeft al een start; zo is niet te zeggen in welke fase zijn zaak begint.");
            if (starts[i].Addressees.Count == 0 != (starts[i].AddresseeBecomes.Count == 0))
                study.Error(Finding.BadStart, at, "'gericht_aan' en 'geadresseerde_wordt' horen bij elkaar: geef beide of geen van beide.");
        }
        foreach (var membership in study.Read.Process.Memberships.Values)
        {
            var at = study.Read.Places[$"lidmaatschappen/{membership.Party}/doelen"];
            if (membership.Purposes.Count != membership.Purposes.Distinct().Count())
                study.Error(Finding.DuplicateCode, at, $"Het lidmaatschap '{membership.Party}' noemt een doel twee keer.");
        }
    }
}
