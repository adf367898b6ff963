using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Reporting;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Clauses;

/// <summary>Checks that clauses, choices and local covenants fit together.</summary>
internal sealed class ClauseBinder(Vocabulary vocabulary, IReadOnlyList<Clause> national, IReadOnlyList<LocalCovenant> locals, Places places, Findings findings)
{
    private readonly Dictionary<string, Choice> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Clause> _terms = new(StringComparer.Ordinal);

    public void Bind(ProcessModel process, IReadOnlyList<Rule> rules)
    {
        foreach (var clause in national)
            BindClause(clause, process);
        foreach (var local in locals)
            BindLocal(local);
        foreach (var rule in rules)
            BindRule(rule);
        foreach (var table in process.Report.Tables)
            BindTable(table);
        CheckVersions();
        CheckTexts(process);
    }

    /// <summary>A norm of the national tables is about a clause that exists; without a covenant there is none to be about.</summary>
    private void BindTable(ReportTable table)
    {
        if (table.Clause is { } number && national.Count > 0 && national.All(c => c.Number != number))
            findings.Unknown(Finding.UnknownCode, places[$"tabellen/{table.Code}/artikel"], $"De tabel '{table.Code}': het artikel", number, national.Select(c => c.Number));
    }

    private void BindClause(Clause clause, ProcessModel process)
    {
        if (clause.Choice is { } choice && !_choices.TryAdd(choice.Code, choice))
            findings.Error(Finding.DuplicateCode, choice.Place, $"De keuze '{choice.Code}' bestaat al op {_choices[choice.Code].Place}.");
        if (clause.TermCode is { } code && !process.Terms.ContainsKey(code))
            findings.Unknown(Finding.UnknownCode, At(clause, "termijn"), $"Artikel {clause.Number}: de termijn", code, process.Terms.Keys);
        else if (clause.TermCode is { } known && !_terms.TryAdd(known, clause))
            findings.Error(Finding.DuplicateCode, At(clause, "termijn"), $"De termijn '{known}' wordt al gesteld door artikel {_terms[known].Number}.");
        BindOpenTerm(clause, process);
        foreach (var municipality in clause.Trial?.Municipalities ?? [])
        {
            if (vocabulary.Shape.Municipality is not { } shape || !shape.Fits(municipality))
                findings.Error(Finding.BadNumber, At(clause, $"proef/gemeenten/{municipality}"), $"'{municipality}' in de proef van artikel {clause.Number} is geen code van een gemeente; dat zijn {vocabulary.Shape.Municipality?.Digits} cijfers tussen aanhalingstekens.");
        }
    }

    private void BindOpenTerm(Clause clause, ProcessModel process)
    {
        List<string> known =
        [
            .. vocabulary.Circumstances.Select(c => c.Code), .. process.Steps.Concat(process.Acts).Select(s => s.Code), .. process.Records.Select(r => r.Code),
        ];
        foreach (var place in clause.AppliedIn.Where(a => !known.Contains(a)))
            findings.Unknown(Finding.UnknownCode, At(clause, "toegepast_in"), $"Artikel {clause.Number}: de omstandigheid, de stap of het stuk", place, known);
    }

    private void BindLocal(LocalCovenant local)
    {
        foreach (var (code, value) in local.Choices)
        {
            if (!_choices.TryGetValue(code, out var choice))
                findings.Unknown(Finding.Choice, places.In(local.Place.File, $"keuzes/{code}"), $"Het convenant van {local.Name} kiest iets dat niet te kiezen is:", code, _choices.Keys);
            else if (choice.Refusal(value) is { } refusal)
                findings.Error(Finding.Choice, places.In(local.Place.File, $"keuzes/{code}"), $"Het convenant van {local.Name} kiest buiten de grenzen: {refusal}");
        }
        foreach (var clause in local.Clauses.Where(c => c.Choice is not null || c.TermCode is not null || c.Trial is not null))
            findings.Error(Finding.Choice, clause.Place, $"Artikel {clause.Number} van {local.Name}: een lokaal convenant maakt keuzes met 'keuzes'; 'keuze', 'termijn' en 'proef' horen in het modelconvenant.");
    }

    private void BindRule(Rule rule)
    {
        foreach (var (code, value) in rule.Scope.Choices)
        {
            if (!_choices.TryGetValue(code, out var choice))
                findings.Unknown(Finding.Choice, rule.Place, $"De regel '{rule.Id}' hangt af van een keuze die er niet is:", code, _choices.Keys);
            else if (choice.Refusal(value) is { } refusal)
                findings.Error(Finding.Choice, rule.Place, $"De regel '{rule.Id}' wacht op een waarde die niemand kan kiezen: {refusal}");
        }
    }

    private Place At(Clause clause, string key) => places.In(clause.Place.File, $"artikelen/{clause.Number}/{key}");

    private void CheckVersions()
    {
        foreach (var versions in locals.GroupBy(l => l.Municipality))
        {
            LocalCovenant? before = null;
            foreach (var version in versions.OrderBy(v => v.Validity.From))
            {
                if (before is not null && before.Version == version.Version)
                    findings.Error(Finding.DuplicateCode, version.Place, $"Versie {version.Version} van {version.Name} bestaat al: {before.Place}.");
                else if (before is not null && before.Validity.Until is var until && (until is null || until > version.Validity.From))
                    findings.Error(Finding.LocalOverlap, version.Place, $"Versie {version.Version} van {version.Name} begint terwijl versie {before.Version} nog geldt; geef die bij 'geldig' een 'tot' van {version.Validity.From:yyyy-MM-dd}.");
                before = version;
            }
        }
    }

    /// <summary>Every {word} in a text is a choice or a term.</summary>
    private void CheckTexts(ProcessModel process)
    {
        foreach (var clause in national.Concat(locals.SelectMany(l => l.Clauses)))
        {
            foreach (var word in ClauseText.Words(clause.Text))
            {
                if (!_choices.ContainsKey(word) && !process.Terms.ContainsKey(word))
                    findings.Unknown(Finding.Placeholder, At(clause, "tekst"), $"Artikel {clause.Number}: het invulwoord", word, _choices.Keys.Concat(process.Terms.Keys));
            }
        }
    }
}
