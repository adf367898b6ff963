using System.Diagnostics;
using CotnvPga.Convenant.Analysing.Parts;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Diagnostics;

namespace CotnvPga.Convenant.Analysing;

/// <summary>Analyses a convenant exhaustively: every cell, every day on which something changes, every set of circumstances.</summary>
public static class ConvenantAnalysis
{
    private static readonly (string Name, Action<Study> Run)[] All =
    [
        ("vakken die niet bestaan", Contradictions.Boxes),
        ("tegenstrijdige regels", Contradictions.Bans),
        ("feiten die niet kunnen gelden", Contradictions.Facts),
        ("wat een lagere laag zegt open te laten", Narrowing.Claims),
        ("regels die nooit beslissen", Decisive.Run),
        ("gaten in de tijd", TimeGaps.Cells),
        ("perioden zonder wissel", TimeGaps.Periods),
        ("codes zonder regel", Unregulated.Codes),
        ("fasen zonder regel", Unregulated.Phases),
        ("stappen zonder zicht", Unregulated.Steps),
        ("velden zonder recht", FieldRights.Run),
        ("ongebruikte groepen", Unused.Groups),
        ("ongebruikte omstandigheden", Unused.Circumstances),
        ("ongebruikte artikelen", Unused.Articles),
        ("ongebruikte termijnen", Unused.Terms),
        ("ongebruikte redenen", Unused.Reasons),
        ("artikelen die niet gelden", ArticlesInForce.Rules),
        ("artikelen die vervallen", ArticlesInForce.Lapsing),
        ("fasen en termijnen", Phases.Run),
        ("stappen en uitkomsten", Steps.Run),
        ("feiten van stappen", FactNames.Run),
        ("starts en lidmaatschappen", Starts.Run),
        ("wie omstandigheden zet", Setters.Run),
    ];

    /// <summary>
    /// What reading and analysing found. With any error there is no convenant; what could be read is analysed all the same, so
    /// that one run tells as much as can be told.
    /// </summary>
    public static LoadResult Analyse(LoadResult loaded, Action<string, TimeSpan>? timed = null)
    {
        if (loaded.Read is not { } read)
            return loaded;
        var findings = new Findings();
        var study = new Study(read, findings);
        void Timed(string name, Action<Study> run)
        {
            var watch = Stopwatch.GetTimestamp();
            run(study);
            timed?.Invoke(name, Stopwatch.GetElapsedTime(watch));
        }
        Timed("het domein in delen", s => _ = s.Cases);
        foreach (var (name, run) in All)
            Timed(name, run);
        if (loaded.Convenant is { } convenant)
            Timed("bewijs dat lagen alleen beperken", s => Narrowing.Engine(s, (one, layers) => Ask(convenant, one, layers)));
        var found = Excuses.Apply(findings.InOrder(), read);
        var all = loaded.Diagnostics.Concat(found).Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code, StringComparer.Ordinal).ToList();
        return loaded with { Convenant = all.Exists(d => d.Severity == Severity.Error) ? null : loaded.Convenant, Diagnostics = all };
    }

    /// <summary>What the compiled tables answer for every set of circumstances, asked one by one.</summary>
    private static TruthTable Ask(CompiledConvenant convenant, Case one, int layers)
    {
        var question = new CodedQuestion(convenant.Vocabulary) { ResourceType = one.Part.Type.Index, Date = one.Situation.Day, Layers = layers };
        one.Part.Values.CopyTo(question.Values, 0);
        return TruthTable.Where(one.Circumstances.Codes.Count, set =>
        {
            question.Circumstances = one.Circumstances.Bits(set);
            return convenant.Allows(question);
        });
    }
}
