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
        ("wat nooit mag", Never.Run),
        ("regels die nooit beslissen", Decisive.Run),
        ("gaten in de tijd", TimeGaps.Cells),
        ("perioden zonder wissel", TimeGaps.Periods),
        ("codes zonder regel", Unregulated.Codes),
        ("fasen zonder regel", Unregulated.Phases),
        ("stappen zonder zicht", Unregulated.Steps),
        ("doelen van lidmaatschappen", Unregulated.Memberships),
        ("velden zonder recht", FieldRights.Run),
        ("namen die twee keer voorkomen", Labels.Run),
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
        ("artikelen van het convenant", ClauseFit.Run),
        ("lokale convenanten", LocalVersions.Run),
    ];

    /// <summary>
    /// What reading and analysing found. With any error there is no convenant; what could be read is analysed all the same, so
    /// that one run tells as much as can be told.
    /// </summary>
    /// <param name="loaded">The convenant as it was read.</param>
    /// <param name="municipalities">Codes of the municipalities that exist; null when they are not known.</param>
    /// <param name="done">Hears the name of each analysis when it is done, so that who asks can time it; null when nobody does.</param>
    public static LoadResult Analyse(LoadResult loaded, IReadOnlySet<string>? municipalities = null, Action<string>? done = null)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        if (loaded.Read is not { } read)
            return loaded;
        var findings = new Findings();
        var study = new Study(read, findings);
        void Do(string name, Action<Study> run)
        {
            run(study);
            done?.Invoke(name);
        }
        Do("het domein in delen", Divide);
        foreach (var (name, run) in All)
            Do(name, run);
        if (loaded.Convenant is { } convenant)
            Do("bewijs dat lagen alleen beperken", s => Narrowing.Engine(s, (one, layers) => Ask(convenant, one, layers)));
        if (municipalities is not null)
            Do("gemeenten die bestaan", s => LocalVersions.Known(s, municipalities));
        return Together(loaded, Excuses.Apply(FollowUps.LeftOut(findings.InOrder(), loaded.Diagnostics, read), read));
    }

    /// <summary>The proofs without which no convenant is taken: what lower layers claim, and what must never be.</summary>
    internal static LoadResult Prove(LoadResult loaded)
    {
        if (loaded is not { Convenant: not null, Read: { } read })
            return loaded;
        var findings = new Findings();
        var claims = read.Book.Layers.SelectMany(l => l.Claims).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        if (claims.Count > 0)
        {
            var study = new Study(read, findings);
            study.LookOnlyWhere(s => claims.Contains(s.What));
            Narrowing.Claims(study);
        }
        if (read.Covenants.Invariants.Count > 0)
        {
            // Where the highest layer allows nothing, nothing opens: only what it may open is looked at.
            var law = read.Book.Layers[0];
            var study = new Study(read, findings);
            Func<Speaker, bool> never = s => s.What is Clauses.Invariant;
            Func<Speaker, bool> mayOpen = s => s.What is Rules.Rule { Kind: Rules.RuleKind.Toestaan } rule && rule.Layer == law.Layer.Code;
            if (law.Default is null || read.Covenants.Invariants.Any(n => n.Layers.Count > 0 && !n.Layers.Contains(law.Layer.Code)))
                study.LookOnlyWhere(never);
            else
                study.LookOnlyWhere(never, mayOpen);
            Never.Broken(study);
        }
        return Together(loaded, findings.InOrder());
    }

    private static LoadResult Together(LoadResult loaded, IEnumerable<Diagnostic> found)
    {
        var all = loaded.Diagnostics.Concat(found).Distinct().OrderBy(d => d.Place).ThenBy(d => d.Code, StringComparer.Ordinal).ToList();
        return loaded with { Convenant = all.Exists(d => d.Severity == Severity.Error) ? null : loaded.Convenant, Diagnostics = all };
    }

    private static void Divide(Study study)
    {
        foreach (var one in study.Cases.Unproven)
        {
            study.Error(Finding.TooMany, one.Layers[0].Speaking[0].Place,
                $"Over dezelfde vragen noemen regels samen {one.Circumstances.Codes.Count} omstandigheden; meer dan {Circumstances.Most} zijn niet door te rekenen. Maak de vakken kleiner.", study.Cell.Of(one.Part, one.Situation));
        }
    }

    /// <summary>What the compiled tables answer for every set of circumstances, asked one by one.</summary>
    private static TruthTable Ask(CompiledConvenant convenant, Case one, int layers)
    {
        var question = new CodedQuestion(convenant.Vocabulary) { ResourceType = one.Part.Type.Index, Date = one.Situation.Day, Layers = layers, Edition = one.Situation.Edition!.Value };
        one.Part.Values.CopyTo(question.Values);
        return TruthTable.Where(one.Circumstances.Codes.Count, set =>
        {
            question.Circumstances = one.Circumstances.Bits(set);
            return convenant.Allows(question);
        });
    }
}
