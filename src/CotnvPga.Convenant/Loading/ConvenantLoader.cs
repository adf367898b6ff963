using System.Security.Cryptography;
using System.Text;
using CotnvPga.Convenant.Analysing;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Diagnostics;
using CotnvPga.Convenant.Editions;
using CotnvPga.Convenant.Fields;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Rules;
using CotnvPga.Convenant.Sources;
using CotnvPga.Convenant.Vocabularies;
using CotnvPga.Convenant.Yaml;

namespace CotnvPga.Convenant.Loading;

/// <summary>Reads the files of a convenant in the order in which they need each other: sources, words, fields, rules, process.</summary>
internal static class ConvenantLoader
{
    public static LoadResult Load(IReadOnlyList<RuleFile> files)
    {
        var findings = new Findings();
        var sorted = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var parts = ConvenantParts.Sort(sorted, findings);
        if (parts.IsIncomplete || parts.Sources is null || parts.Vocabulary is null)
            return new LoadResult(null, findings.InOrder());

        var places = Places.Of(parts.All);
        var texts = parts.CovenantTexts.ConvertAll(file => CovenantTextReader.Read(file, findings));
        var sources = ClauseArticles.AddTo(new SourceReader(parts.Sources, findings).Read(), texts, parts.Covenants, findings);
        var vocabulary = new VocabularyReader(parts.Vocabulary, sources, findings).Read();
        if (findings.HasErrors && vocabulary.Axes.Count == 0)
            return new LoadResult(null, findings.InOrder());
        var fields = parts.Fields is null ? new Dictionary<string, FieldDefinition>() : new FieldReader(parts.Fields, vocabulary, findings).Read();
        var ruleReader = new RuleReader(vocabulary, sources, findings);
        var rules = parts.Rules.SelectMany(ruleReader.Read).ToList();
        var clauses = new ClauseReader(ruleReader, sources, findings);
        var covenants = new CovenantReader(vocabulary, clauses, findings);
        foreach (var file in parts.Covenants)
            covenants.Read(file);
        rules.AddRange(clauses.Rules);
        var book = RuleBinder.Bind(vocabulary, sources, rules, ruleReader.Lifts, parts.Vocabulary.Place, findings);
        var process = new ProcessReader(vocabulary, sources, findings).Read(parts.Process);
        var invariants = new InvariantReader(vocabulary, sources, findings);
        var never = parts.Invariants.SelectMany(invariants.Read).ToList();
        new ClauseBinder(vocabulary, covenants.National, covenants.Local, places, findings).Bind(process, rules);
        var deliberate = parts.Deliberate.SelectMany(map => Deliberate.Read(map, findings)).ToList();
        var editions = new EditionBuilder(book, covenants.National, covenants.Local, process).Build();
        var covenantParts = new CovenantParts(texts, covenants.National, covenants.Local, never);
        var convenant = findings.HasErrors ? null : new CompiledConvenant(sorted, HashOf(sorted), book, fields, process, covenantParts, editions);
        return ConvenantAnalysis.Prove(new LoadResult(convenant, findings.InOrder())
        {
            Read = new ReadConvenant(book, fields, process, covenantParts, editions, deliberate, places),
        });
    }

    /// <summary>Over path and text of every file, in order of path, with lengths between so that no two sets of files run into each other.</summary>
    private static string HashOf(List<RuleFile> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            var text = Encoding.UTF8.GetBytes(file.Text);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{text.Length}\n"));
            hash.AppendData(text);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
