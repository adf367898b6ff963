using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Articles of a covenant that say on paper what nothing does, or let people depart from what nobody can break.</summary>
internal static class ClauseFit
{
    public static void Run(Study study)
    {
        var clauses = study.Read.Covenants.Clauses;
        var waiting = study.Read.Book.Rules.SelectMany(r => r.Scope.Choices.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var clause in clauses.Concat(study.Read.Covenants.Locals.SelectMany(l => l.Clauses)))
        {
            if (clause.Nature == ClauseNature.PasToeOfLegUit && clause.RuleIds.Count > 0)
                study.Error(Finding.ClauseNature, clause.Place, $"Artikel {clause.Number} is 'pas_toe_of_leg_uit' en heeft regels over wie iets ziet; die kan niemand breken. Maak het 'hard', of zet de regels in een eigen artikel.");
            if (clause.Choice is { } choice && clause.TermCode is null && !waiting.Contains(choice.Code) && !clauses.Any(c => ClauseText.Words(c.Text).Contains(choice.Code)))
                study.Warning(Finding.ChoiceWithoutEffect, choice.Place, choice.Code, $"Wat een gemeente bij '{choice.Code}' kiest, verandert niets: geen regel wacht erop ('bij_keuze'), geen 'termijn' en geen tekst gebruikt het.");
            if (clause.Trial is { } trial && clause.RuleIds.Count == 0)
                study.Warning(Finding.TrialWithoutRules, clause.Place, clause.Id, $"De proef van artikel {clause.Number} ({string.Join(", ", trial.Municipalities)}) heeft geen regels; er valt niets te proberen.");
        }
        var set = clauses.Select(c => c.TermCode).OfType<string>().ToHashSet(StringComparer.Ordinal);
        // What oversight and the minister's side do among themselves is no matter of a covenant between municipality, police and prosecutor.
        var beside = study.Read.Process.Registers.SelectMany(r => r.Forms).Select(f => f.Record.Term).OfType<string>().Except(study.Read.Process.Records.Select(r => r.Term)).ToHashSet(StringComparer.Ordinal);
        foreach (var term in study.Read.Process.Terms.Values.Where(t => set.Count > 0 && !set.Contains(t.Code) && !beside.Contains(t.Code) && t.Certainty != Certainty.Vastgesteld.Code()))
            study.Warning(Finding.TermWithoutClause, study.Read.Places[$"termijnen/{term.Code}"], term.Code, $"Geen artikel stelt de termijn '{term.Code}', en de wet ook niet. Wie koos {term.Value} {term.Unit}?");
    }
}
