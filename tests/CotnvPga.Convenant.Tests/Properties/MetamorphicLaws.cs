using CotnvPga.Convenant.Rules;
using CsCheck;

namespace CotnvPga.Convenant.Tests.Properties;

/// <summary>What a change of the rule data may and may not do to the answers.</summary>
public sealed class MetamorphicLaws : LayeredProperty
{
    [Fact]
    public void The_order_of_rules_and_of_files_means_nothing() => Holds(Few, layers =>
    {
        var turned = layers with
        {
            Law = [.. layers.Law.Reverse()],
            Model = [.. layers.Model.Reverse()],
            Trial = [.. layers.Trial.Reverse()],
            Locals = [.. layers.Locals.Reverse().Select(l => l with { Rules = [.. l.Rules.Reverse()] })],
        };
        // Receipts name the files that were read, which here are others; all else is the same to the letter.
        Same(layers, layers.Load(), RandomLayers.Load([.. turned.Files().Reverse()]), withRule: true);
    });

    [Fact]
    public void Saying_a_rule_twice_changes_no_answer() => Holds(Gen.Select(LayeredGen.Layers, Gen.Int[0, 99]), Few, c => $"{c.Item1}# dubbel {c.Item2}", c =>
    {
        var (layers, which) = c;
        var law = layers.Law;
        var model = layers.Model;
        var twice = which % (law.Count + model.Count);
        var changed = twice < law.Count ? layers with { Law = Twice(law, twice) } : layers with { Model = Twice(model, twice - law.Count) };
        Same(layers, layers.Load(), changed.Load(), withRule: false);
    });

    [Fact]
    public void One_more_ban_or_condition_never_opens_a_cell_in_whatever_layer() =>
        Holds(Gen.Select(LayeredGen.Layers, LayeredGen.Narrowing(withRole: false), Gen.Int[0, 2]), Few, c => $"{c.Item1}# erbij in laag {c.Item3}: {c.Item2.Yaml("")}", c =>
        {
            var (layers, rule, layer) = c;
            var changed = layer == 0 ? layers with { Law = [.. layers.Law, rule] }
                : layer == 1 || layers.Locals.Count == 0 ? layers with { Model = [.. layers.Model, rule] }
                : layers with { Locals = [layers.Locals[0] with { Rules = [.. layers.Locals[0].Rules, rule] }, .. layers.Locals.Skip(1)] };
            NeverOpens(layers, layers.Load(), changed.Load());
        });

    [Fact]
    public void One_more_permission_in_the_law_never_closes_a_cell() =>
        Holds(Gen.Select(LayeredGen.Layers, LayeredGen.Permission), Few, c => $"{c.Item1}# erbij: {c.Item2.Yaml("")}", c =>
        {
            var (layers, rule) = c;
            NeverOpens(layers, (layers with { Law = [.. layers.Law, rule] }).Load(), layers.Load());
        });

    /// <summary>The same rule under another id; what lifted it, lifts both.</summary>
    private static RandomRule[] Twice(IReadOnlyList<RandomRule> rules, int which)
    {
        var copy = rules[which] with { Id = "nogmaals" };
        RandomRule Lifting(RandomRule rule) => rule.Kind == RuleKind.Uitzondering && rule.Lifts.Contains(rules[which].Id) ? rule with { Lifts = [.. rule.Lifts, copy.Id] } : rule;
        return [.. rules.Append(copy).Select(Lifting)];
    }

    private static void Same(RandomLayers layers, CompiledConvenant one, CompiledConvenant other, bool withRule)
    {
        foreach (var asked in LayeredQuestions.Of(layers, QuestionsEach))
        {
            foreach (var question in Everywhere(one, asked))
            {
                var (a, b) = (one.Decide(question), other.Decide(question with { Edition = other.Editions[question.Edition!.Index] }));
                b.Words().ShouldBe(a.Words(), question.Words());
                if (withRule)
                    $"{b.Rule} {string.Join(' ', b.Grounds)} {b.Layer} {b.Certainty} {b.Explanation} {string.Join(' ', b.Receipt.Rules)}"
                        .ShouldBe($"{a.Rule} {string.Join(' ', a.Grounds)} {a.Layer} {a.Certainty} {a.Explanation} {string.Join(' ', a.Receipt.Rules)}", question.Words());
            }
        }
    }
}
