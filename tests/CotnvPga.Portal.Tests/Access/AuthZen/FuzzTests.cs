using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CotnvPga.Portal.Tests.Api;
using CsCheck;

namespace CotnvPga.Portal.Tests.Access.AuthZen;

/// <summary>Whatever comes in, the access API answers it or says what is wrong with it; it never fails.</summary>
public sealed class FuzzTests
{
    private const string Question = """
        {"subject":{"type":"partij","id":"politie","properties":{"rol":"weegploeglid","gemeente":"9901"}},"action":{"name":"raadplegen"},
        "resource":{"type":"gegeven","id":"g-1","properties":{"categorie":"signaal","bijzonder":"religie","verstrekker":"college","fase":"weging"}},
        "context":{"doel":"persoonsgericht","peildatum":"2026-11-01","time":"2026-11-01T09:30:00+01:00","omstandigheden":["geautoriseerd","noodzakelijk"],"lagen":["wet"]},
        "evaluations":[{},{"subject":{"type":"partij","id":"om"}}],"options":{"evaluations_semantic":"deny_on_first_deny"},"page":{"limit":2,"token":"AAAA","properties":{}}}
        """;

    private static readonly string[] Paths =
        ["/access/v1/evaluation", "/access/v1/evaluations", "/access/v1/search/subject", "/access/v1/search/resource", "/access/v1/search/action"];

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-0", "12345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00x\"", "\"\\ud83d\\ude00\"",
        "[]", "{}", "[null]", "[[]]", "[{}]", "[1]", "[\"wet\",\"modelconvenant\",\"lokaal\"]", "[\"lokaal\"]", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "{\"a\":\"\\ud800\"}",
        "\"wet\"", "\"gegeven\"", "\"overleg\"", "\"deelnemen\"", "\"partij\"", "\"9901\"", "\"0000\"", "\"2017-07-20\"", "\"9999-12-31\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59-17:59\"",
        $"\"{new string('a', 63)}\\ud83d\\ude00\"", $"\"{new string('é', 5000)}\"", $"{new string('[', 40)}{new string(']', 40)}", "[{\"subject\":\"\\ud800\"},5,[],{\"context\":null}]",
    ];

    private static readonly Gen<string> Structured =
        from places in Gen.Int[0, 40].Array[1, 4]
        from values in Gen.Int[0, Values.Length - 1].Array[4]
        from removes in Gen.Bool.Array[4]
        select Mutate(places, values, removes);

    private static readonly Gen<byte[]> Broken =
        from text in Structured
        from at in Gen.Int[0, 2000].Array[1, 3]
        from bytes in Gen.Byte.Array[3]
        from cut in Gen.Bool
        select Break(Encoding.UTF8.GetBytes(text), at, bytes, cut);

    [Fact]
    public async Task Any_member_of_any_request_may_be_anything()
    {
        await using var law = await AccessHost.StartAsync("convenant");
        await using var tiny = await AccessHost.StartAsync("tests/CotnvPga.Portal.Tests/Access/AuthZen/convenant");
        await Structured.SampleAsync(async body => await IsAnsweredAsync([law, tiny], Encoding.UTF8.GetBytes(body)), iter: 400, threads: 1);
        await Broken.SampleAsync(async body => await IsAnsweredAsync([law], body), iter: 200, threads: 1);
    }

    [Fact]
    public async Task Every_value_at_every_place_is_answered()
    {
        await using var law = await AccessHost.StartAsync("convenant");
        var seen = new HashSet<HttpStatusCode>();
        for (var place = 0; place < PathsIn(JsonNode.Parse(Question)!).Count(); place++)
        {
            for (var value = 0; value < Values.Length; value++)
            {
                foreach (var answer in await IsAnsweredAsync([law], Encoding.UTF8.GetBytes(Mutate([place], [value, 0, 0, 0], [false, false, false, false]))))
                    seen.Add(answer.Status);
            }
        }
        seen.ShouldBe([HttpStatusCode.OK, HttpStatusCode.BadRequest], ignoreOrder: true);
    }

    private static async Task<List<ApiAnswer>> IsAnsweredAsync(IEnumerable<AccessHost> hosts, byte[] body)
    {
        var answers = new List<ApiAnswer>();
        foreach (var host in hosts)
        {
            foreach (var path in Paths)
            {
                var answer = await host.PostRaw(path, body, "application/json");
                answer.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
                if (answer.Status == HttpStatusCode.BadRequest)
                    answer.WrongFields.ShouldNotBeEmpty($"{path}: {Encoding.UTF8.GetString(body)}");
                answers.Add(answer);
            }
        }
        return answers;
    }

    /// <summary>The question with values at places replaced or removed; as text, so that a value may be no JSON.</summary>
    private static string Mutate(int[] places, int[] values, bool[] removes)
    {
        var whole = JsonNode.Parse(Question)!;
        var marks = new List<(string Mark, string Value)>();
        for (var i = 0; i < places.Length; i++)
        {
            var paths = PathsIn(whole).ToList();
            if (paths.Count == 0)
                break;
            var path = paths[places[i] % paths.Count];
            var at = path[..^1].Aggregate(whole, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (removes[i] && path[^1] is string name)
            {
                at.AsObject().Remove(name);
                continue;
            }
            marks.Add(($"\"@{i}@\"", Values[values[i]]));
            if (path[^1] is int last)
                at[last] = $"@{i}@";
            else
                at[(string)path[^1]] = $"@{i}@";
        }
        return marks.Aggregate(whole.ToJsonString(), (text, m) => text.Replace(m.Mark, m.Value, StringComparison.Ordinal));
    }

    private static byte[] Break(byte[] text, int[] at, byte[] bytes, bool cut)
    {
        for (var i = 0; i < at.Length; i++)
            text[at[i] % text.Length] = bytes[i];
        return cut ? text[..(at[0] % text.Length)] : text;
    }

    private static IEnumerable<object[]> PathsIn(JsonNode node)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(m => ((object)m.Key, m.Value)),
            JsonArray elements => elements.Select((e, i) => ((object)i, e)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return [step];
            if (child is null)
                continue;
            foreach (var deeper in PathsIn(child))
                yield return [step, .. deeper];
        }
    }
}
