using CotnvPga.Convenant.Rules;
using CsCheck;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>Random convenants with layers. A smaller list of rules is a smaller convenant, so that a failure shrinks to the few that matter.</summary>
internal static class LayeredGen
{
    private static readonly RuleKind[] OfLaw = [RuleKind.Toestaan, RuleKind.Toestaan, RuleKind.Toestaan, RuleKind.Voorwaarde, RuleKind.Verbod, RuleKind.Uitzondering];
    private static readonly RuleKind[] OfCovenant = [RuleKind.Verbod, RuleKind.Voorwaarde, RuleKind.Voorwaarde, RuleKind.Uitzondering];
    private static readonly string[] Always = [""];
    private static readonly string[] Sometimes = ["", "", "", "{van: 2024-01-01}", "{tot: 2024-01-01}", "{van: 2022-06-01, tot: 2024-06-01}"];
    private static readonly string[] NoChoice = [""];
    private static readonly string[] AnyChoice = ["", "", "ja", "nee"];

    /// <summary>Rules of the law.</summary>
    public static Gen<RandomRule[]> Law { get; } = Rules("w", OfLaw, Sometimes, NoChoice, withRole: false, 1, 6);

    /// <summary>Rules of the model covenant.</summary>
    public static Gen<RandomRule[]> Model { get; } = Rules("m", OfCovenant, Sometimes, AnyChoice, withRole: true, 0, 5);

    /// <summary>One more ban or condition for any layer.</summary>
    public static Gen<RandomRule> Narrowing(bool withRole) =>
        Rule(withRole, Sometimes, NoChoice, RuleKind.Voorwaarde, RuleKind.Verbod).Select(r => r with { Id = "nieuw" });

    /// <summary>One more permission for the law.</summary>
    public static Gen<RandomRule> Permission { get; } = Rule(false, Sometimes, NoChoice, RuleKind.Toestaan).Select(r => r with { Id = "nieuw" });

    /// <summary>Convenants with all layers.</summary>
    public static Gen<RandomLayers> Layers { get; } =
        from law in Law
        from model in Model
        from trial in Gen.OneOf<RandomRule[]>(Gen.Const(Array.Empty<RandomRule>()), Rules("t", OfCovenant, Always, AnyChoice, withRole: true, 1, 2))
        from locals in Locals
        from seed in Gen.Int[0, 999]
        select new RandomLayers(law, model, trial, locals, seed);

    private static Gen<RandomLocal[]> Locals =>
        from shape in Gen.Int[0, 3]
        from first in Local("0001", "1", shape == 3 ? "{van: 2021-01-01, tot: 2024-06-01}" : "{van: 2021-01-01}")
        from second in Local("0001", "2", "{van: 2024-06-01}")
        from other in Local("0002", "1", "{van: 2019-01-01}")
        select shape switch { 0 => Array.Empty<RandomLocal>(), 1 => [first], 2 => [first, other], _ => [first, second, other] };

    private static Gen<RandomLocal> Local(string municipality, string version, string days) =>
        from choice in Gen.OneOf("", "ja", "nee")
        from rules in Rules($"l{municipality}v{version}r", OfCovenant, Always, NoChoice, withRole: true, 0, 3)
        select new RandomLocal(municipality, version, days, choice, rules);

    private static Gen<RandomRule[]> Rules(string prefix, RuleKind[] kinds, string[] days, string[] choices, bool withRole, int least, int most) =>
        Rule(withRole, days, choices, kinds).Array[least, most].Select(rules => Numbered(prefix, rules));

    /// <summary>Gives every rule its id, and every exception a condition or ban of its layer; where there is none it becomes a ban.</summary>
    private static RandomRule[] Numbered(string prefix, RandomRule[] rules)
    {
        var numbered = rules.Select((rule, i) => rule with { Id = $"{prefix}{i}" }).ToArray();
        var targets = numbered.Where(r => r.Narrows).Select(r => r.Id).ToList();
        return Array.ConvertAll(numbered, r => r.Kind != RuleKind.Uitzondering ? r
            : targets.Count == 0 ? r with { Kind = RuleKind.Verbod }
            : r with { Lifts = [targets[r.Where.Count % targets.Count]] });
    }

    private static Gen<RandomRule> Rule(bool withRole, string[] days, string[] choices, params RuleKind[] kinds) =>
        from kind in Gen.OneOf(kinds)
        from boxes in Box(withRole).Array[1, 2]
        from unless in Gen.Frequency<string[]>((3, Gen.Const(Array.Empty<string>())), (1, Box(withRole).Array[1]))
        from asks in Gen.OneOf("mits: p", "mits: q", "mits: [p, q]", "mits: [q, r]", "een_van: [p, s]", "mits: r, een_van: [p, q, s]")
        from free in Gen.Bool
        from when in Gen.OneOf("", "", "dicht", "slot", "[dicht, slot]")
        from day in Gen.OneOf(days)
        from choice in Gen.OneOf(choices)
        select new RandomRule("", kind, boxes, unless, free && kind == RuleKind.Toestaan ? "" : asks, when, [], day, choice);

    private static Gen<string> Box(bool withRole) =>
        from who in Codes("a", "b", "c", "samen")
        from phase in Codes("vroeg", "laat")
        from what in Codes("x", "y")
        from source in Codes("a", "b", "c")
        from role in withRole ? Codes("geen", "hoofd") : Gen.Const("")
        from own in Gen.OneOf("", "", "", "ja", "nee")
        select Join(("wie", who), ("fase", phase), ("wat", what), ("bron", source), ("rol", role), ("eigen", own));

    private static Gen<string> Codes(params string[] codes) =>
        Gen.Frequency<string>((2, Gen.Const("")), (2, Gen.OneOf(codes)), (1, Gen.OneOf(codes).Array[2].Select(two => $"[{string.Join(", ", two.Distinct())}]")));

    private static string Join(params (string Axis, string Value)[] parts)
    {
        var named = parts.Where(p => p.Value.Length > 0).Select(p => $"{p.Axis}: {p.Value}").ToList();
        return named.Count > 0 ? $"{{{string.Join(", ", named)}}}" : "{fase: [vroeg, laat]}";
    }
}
