using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.LogChain;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.PriorCases;
using CotnvPga.Domain;
using CotnvPga.Domain.AnnualReports;
using CotnvPga.Domain.Attachments;
using CotnvPga.Domain.LogChain;
using CotnvPga.Domain.Meetings;
using CotnvPga.Domain.Recognition;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Access;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Api.V1;
using CotnvPga.Portal.Mapping;
using CotnvPga.TestHost;
using CotnvPga.TestHost.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Everything in the product that makes sense of what somebody sends, each with input that is right to begin from.</summary>
internal sealed class Readers
{
    private const string Item = """{"veld":"achternaam","waarde":"Jansen","noodzaak":"Nodig.","noodzaakPerPartij":[{"partij":"politie","noodzaak":"Nodig."}],"grondslag":{"wet":"wpg","artikel":"18","op":"2026-11-01"}}""";

    private const string Question = """
        {"subject":{"type":"partij","id":"politie","properties":{"rol":"weegploeglid","gemeente":"9901"}},"action":{"name":"raadplegen"},"resource":{"type":"gegeven","id":"g-1",
        "properties":{"categorie":"signaal","bijzonder":"religie","verstrekker":"college","fase":"weging"}},"context":{"doel":"persoonsgericht","peildatum":"2026-11-01","omstandigheden":["geautoriseerd","noodzakelijk"],"lagen":["wet"]}}
        """;

    private const string Batch = "{\"evaluations\":[" + Question + ",{}],\"options\":{\"evaluations_semantic\":\"deny_on_first_deny\"}}";

    private const string Cases = "kenmerk;fase;sinds;wegingop;aanleiding;achternaam;geboortedatum;noodzaak\nP-1;weging;2-11-2026;;Zorg;Jansen;1999-02-03;Nodig\n\"P-2\";casusoverleg;2026-10-01;1-9-2026;\"Zorg; veel\";\"De \"\"Boer\"\"\";;Nodig\n";

    private const string Article = "# Titel\n\nEen *stuk* tekst met [een link](/kennis/x) en ![beeld](https://elders.example/x.png).\n\n- een\n- twee\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n<b>html</b>\n";

    private const string Receipt = """{"partij":"politie","rol":"weegploeglid","fase":"weging","dag":"2026-11-01","omstandigheden":["geautoriseerd"],"regels":"x"}""";

    private static readonly LocalDate Today = new(2026, 11, 26);
    private static readonly CompiledConvenant Convenant = CaseWorld.Convenant;

    private readonly OddInput _odd;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string _checkpoint;
    private readonly string _export;
    private readonly byte[][] _documents;
    private readonly IReadOnlyList<RuleFile> _rules = ConvenantFolder.Read(Repository.PathOf("tests/CotnvPga.Portal.Tests/Access/AuthZen/convenant"));
    private readonly QuestionReader _questions = new(Convenant);
    private readonly CodedQuestion _question = new(Convenant.Vocabulary);
    private readonly string[] _codes;

    public Readers(OddInput odd)
    {
        _odd = odd;
        _codes = [.. Codes.All<Party>(), .. Codes.All<Phase>(), .. Codes.All<Category>(), .. Codes.All<Nature>(), .. Codes.All<Purpose>(), .. Codes.All<Act>(), .. Convenant.Fields.Keys];
        (_checkpoint, _export) = Log();
        _documents =
        [
            "Beste collega, café € 😀"u8.ToArray(), Pdf(), Docx(), [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0, 9, 0, 9, 3, 0, 0, 0, 0xFF, 0xD9],
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 9, 0, 0, 0, 9, 8, 6, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, .. "IEND"u8, 0xAE, 0x42, 0x60, 0x82],
        ];
    }

    /// <summary>All of them by name; each makes one input and reads it, and gives that input for when it goes wrong.</summary>
    public IReadOnlyDictionary<string, Func<string>> All => new Dictionary<string, Func<string>>
    {
        ["a body of the API"] = Body,
        ["a question in the form of AuthZEN"] = AskQuestion,
        ["a batch of questions"] = () => Of(_odd.Text(Batch, Question), text => QuestionBatch.Read(Encoding.UTF8.GetBytes(text))),
        ["items of a case"] = Items,
        ["a question whether to share"] = Sharing,
        ["a meeting"] = Meeting,
        ["a file of running cases"] = () => Of(_odd.Text(Cases), ReadCases),
        ["a checkpoint"] = () => Of(_odd.Text(_checkpoint), text => Checkpoint.Read(text, _key)),
        ["a log that was exported"] = () => Of(_odd.Text(_export), text => LogExport.Verify(new StringReader(text), new ChainVerifier([]))),
        ["the receipt of a decision"] = () => Of(_odd.Text(Receipt), text => LoggedDecision.Read(text)?.Again(Convenant, "raadplegen", "persoonsgericht", "signaal", "geen", "politie")),
        ["a row of a record"] = () => Of(_odd.Text("""{"wie":"politie","wanneer":"2026-11-01"}"""), text => RecordRow.Parse(text)),
        ["an article"] = () => Of(_odd.Text(Article), text => (MarkdownText.Html(text), MarkdownText.Blocks(text))),
        ["a document"] = Document,
        ["a code"] = () => Of(_odd.Text(_codes), text => (Codes.Parse<Party>(text), Codes.Parse<Phase>(text), Codes.Parse<Category>(text), Codes.Parse<Circumstance>(text), Convenant.Fields.GetValueOrDefault(text))),
        ["which page of a list"] = Page,
        ["free text"] = FreeText,
        ["a number, name or year of a person"] = () => Of(_odd.Text("999990019", "d'Ávila-López", "1999-02-03"), text => new[] { "bsn", "achternaam", "geboortedatum" }.Select(kind => PersonKey.Of(kind, text)).ToList()),
        ["a name of a request"] = () => Of(_odd.Text("aanroep-42"), text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)),
        ["rule data"] = Rules,
    };

    private static string Of(string input, Func<string, object?> read)
    {
        try
        {
            read(input);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.GetType().Name}: {fault.Message} on <{Shown(input)}>", fault);
        }
        return input;
    }

    private static string Of(string input, Action<string> read) => Of(input, text =>
    {
        read(text);
        return null;
    });

    private static string Shown(string input) => input.Length > 2_000 ? $"{input[..2_000]}… ({input.Length})" : input;

    private string Body() => Of(_odd.Text("{\"gemeente\":\"9901\",\"aanleiding\":\"Zorg\",\"aan\":\"politie\",\"gegevens\":[" + Item + "]}", Item), text =>
    {
        var errors = new List<FieldError>();
        if (SentBody.Parse(Encoding.UTF8.GetBytes(text), errors) is not { } root)
            return errors;
        MemberNames.FindDuplicates(root, "", errors);
        var sent = new SentObject(root, "", errors);
        return (sent.Text("gemeente"), sent.Flag("aanleiding"), sent.Number("aan"), sent.Date("gemeente"), sent.Object("gegevens"), sent.Bytes("aanleiding"), sent.TextOrObject("waarde"));
    });

    private string AskQuestion() => Of(_odd.Text(Question), text => _questions.Read(Encoding.UTF8.GetBytes(text), _question));

    private string Items()
    {
        var item = new NewItem(
            _odd.TextOrNone(_codes), _odd.TextOrNone("Jansen", "999990019", "1999-02-03", "Vaak weg."), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone("Nodig."), _odd.TextOrNone("Ook nodig."),
            [new PartyNecessity(_odd.TextOrNone(_codes), _odd.TextOrNone("Nodig."), _odd.TextOrNone("Ook."))],
            _odd.Below(2) == 0 ? null : new NewGate(_odd.TextOrNone("wpg", "wjsg"), _odd.TextOrNone("18"), _odd.TextOrNone("Bevoegd gezag"), Today.PlusDays(_odd.Below(5) - 3)));
        return Of(item.ToString(), _ =>
        {
            if (new ItemIntake(Convenant).Read([item], Party.Politie, Today) is { IsDone: true, Value: var read })
                read.ToList().ForEach(i => PersonKey.Of(item.Field!, item.Value!));
        });
    }

    private string Sharing()
    {
        var sent = new NewSharing(
            _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone("weegploeglid"), _odd.TextOrNone("9901"), _odd.TextOrNone(_codes),
            _odd.TextOrNone(_codes), _odd.TextOrNone(_codes), _odd.TextOrNone("2026-11-01"), [_odd.Text("geautoriseerd"), _odd.Text("noodzakelijk")]);
        return Of(sent.ToString(), _ => new SharingIntake(Convenant).Read(sent, "politie", Today));
    }

    private string Meeting()
    {
        var sent = new NewMeeting(
            _odd.TextOrNone("9901"), _odd.TextOrNone([.. NewMeeting.Kinds]), Today.PlusDays(_odd.Below(1_000) - 100), _odd.TextOrNone("10:00", "10.00"), _odd.TextOrNone("11:30", "9.5"), _odd.TextOrNone("Stadhuis"), _odd.Below(40) - 5, _odd.Below(60) - 5);
        return Of(sent.ToString(), _ => sent.Read(code => code == "9901", Today));
    }

    private static object? ReadCases(string text) => new RunningCaseCsv(Convenant).Read(text, "9901") is { IsDone: true, Value: var lines }
        ? lines.Select(line => line.Case.Read(Party.Burgemeester, Convenant, Today) is { Refusal: NotValid { Errors: var errors } } ? errors.Select(line.Place).ToList() : null).ToList()
        : null;

    private string Document()
    {
        var bytes = _odd.Bytes(_documents);
        var name = _odd.TextOrNone("brief.pdf", "verslag.docx", "foto.png", "foto.jpg", "tekst.txt");
        return Of($"{name} {Convert.ToBase64String(bytes)}", _ =>
        {
            new NewAttachment(name, bytes).Read();
            // Also when the name was already refused: another name could have come with these bytes.
            AttachmentKind.Of(bytes)?.Danger(bytes);
        });
    }

    private string Page()
    {
        var query = new QueryCollection(new Dictionary<string, StringValues>
        {
            ["pagina"] = _odd.Text("1", "25"),
            ["aantal"] = _odd.Below(3) == 0 ? new StringValues([_odd.Text("1"), "2"]) : _odd.Text("100"),
            ["voor"] = _odd.Text("9007199254740993"),
        });
        return Of(string.Join('&', query), _ =>
        {
            var page = PageQuery.Read(query, []);
            (page.Skip >= 0).ShouldBeTrue();
            LineQuery.Before(query, []);
        });
    }

    private string FreeText() => Of(_odd.Text("Hij is geboren op 3 februari 1999 en woont aan de Dorpsstraat 12.", "Er waren twee nieuwe zaken en 06-12345678 belde.", "bsn 999990019"), text =>
    {
        PersonTraces.In(text);
        var person = new PersonText(text);
        _ = person.HasCitizenNumber;
        person.Tells(text);
        person.Tells("2026-02-03");
        new AnnualWords(text, text, null, text).Errors(Today, 2025, Today);
    });

    private string Rules()
    {
        var files = _rules.ToArray();
        var which = _odd.Below(files.Length);
        files[which] = files[which] with { Text = _odd.Text(files[which].Text) };
        return Of(files[which].Text, _ => CompiledConvenant.Load(files));
    }

    private (string Checkpoint, string Export) Log()
    {
        var tree = new MerkleFrontier();
        var link = ChainLink.Beginning;
        var text = new StringWriter { NewLine = "\n" };
        var export = new LogExport(text);
        export.Begin();
        for (var i = 0; i < 5; i++)
        {
            var words = Encoding.UTF8.GetBytes($"regel {i}");
            var hash = SHA256.HashData(words);
            tree.Add(hash);
            export.Add(new ChainLeaf(i, "logboek", i, hash, link, words));
        }
        export.AddOutside("logboek", 6, waits: true);
        export.End();
        return (Checkpoint.Sign(tree, link, Instant.FromUtc(2026, 11, 26, 10, 0), _key), text.ToString());
    }

    private static byte[] Pdf()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionMode.Compress, leaveOpen: true))
            zip.Write("1 0 << /Type /Page >>"u8);
        return [.. "%PDF-1.7\n1 0 obj << /Type /Catalog /OpenAction [3 0 R /Fit] >> endobj\n2 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n"u8, .. packed.ToArray(), .. "\nendstream endobj\n%%EOF"u8];
    }

    private static byte[] Docx()
    {
        using var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in new[] { ("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<d xmlns:w='w'><w:instrText>PAGE</w:instrText>Verslag</d>"), ("word/_rels/document.xml.rels", "<Relationships/>") })
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(content);
            }
        }
        return result.ToArray();
    }
}
