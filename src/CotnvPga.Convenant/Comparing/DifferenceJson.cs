using System.Text.Json;
using CotnvPga.Convenant.Process;
using NodaTime.Text;

namespace CotnvPga.Convenant.Comparing;

/// <summary>Writes a difference for machines: groups of boxes, each with what opened it and what does now.</summary>
public static class DifferenceJson
{
    /// <summary>Writes the whole difference as one object.</summary>
    public static void Write(Utf8JsonWriter json, Difference difference)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(difference);
        json.WriteStartObject();
        WriteSide(json, "voor", difference.Before);
        WriteSide(json, "na", difference.After);
        json.WriteNumber("cellen", difference.Cells);
        json.WriteStartArray("woorden");
        foreach (var word in difference.Words)
        {
            json.WriteStartObject();
            json.WriteString("lijst", word.List);
            json.WriteString("code", word.Code);
            json.WriteBoolean("nieuw", word.IsNew);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteTerms(json, difference);
        WriteClauses(json, difference);
        json.WriteStartArray("groepen");
        foreach (var group in difference.Groups)
            WriteGroup(json, group);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, ComparedSide side)
    {
        json.WriteStartObject(name);
        json.WriteString("convenant", side.Convenant.Hash);
        json.WriteString("peildatum", LocalDatePattern.Iso.Format(side.Day));
        json.WriteString("gemeente", side.Municipality);
        json.WriteEndObject();
    }

    private static void WriteTerms(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartArray("termijnen");
        foreach (var (before, after) in difference.Terms)
        {
            json.WriteStartObject();
            json.WriteString("code", (after ?? before)!.Code);
            WriteTerm("voor", before);
            WriteTerm("na", after);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        void WriteTerm(string name, ParameterDefinition? term)
        {
            if (term is null)
                json.WriteNull(name);
            else
                json.WriteString(name, $"{term.Value} {term.Unit}");
        }
    }

    private static void WriteClauses(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartArray("artikelen");
        foreach (var change in difference.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("id", change.Clause.Id);
            json.WriteString("wat", Code(change.Kind));
            json.WriteString("voor", change.Before);
            json.WriteString("na", change.After);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Code(CauseKind kind) => kind switch { CauseKind.Nieuw => "nieuw", CauseKind.Vervallen => "vervallen", _ => "gewijzigd" };

    private static void WriteGroup(Utf8JsonWriter json, ChangeGroup group)
    {
        json.WriteStartObject();
        json.WriteString("soort", group.ResourceType);
        WriteOpenings(json, "voor", group.Before);
        WriteOpenings(json, "na", group.After);
        json.WriteStartArray("oorzaken");
        foreach (var cause in group.Causes)
            WriteCause(json, cause);
        json.WriteEndArray();
        json.WriteStartArray("vakken");
        foreach (var box in group.Boxes)
        {
            json.WriteStartObject();
            foreach (var axis in box.Codes)
                WriteCodes(json, axis.Name, axis.Codes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteOpenings(Utf8JsonWriter json, string name, Openings openings)
    {
        json.WriteStartArray(name);
        foreach (var opening in openings.All)
        {
            json.WriteStartObject();
            WriteCodes(json, "bij", opening.Closing);
            json.WriteStartArray("een_van");
            foreach (var set in opening.Sets)
                WriteCodes(json, null, set);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCause(Utf8JsonWriter json, Cause cause)
    {
        json.WriteStartObject();
        json.WriteString("wat", Code(cause.Kind));
        if (cause.Rule is { } rule)
        {
            json.WriteString("regel", rule.Id);
            json.WriteString("laag", rule.Layer);
            WriteCodes(json, "grondslagen", rule.Grounds);
        }
        else
            json.WriteString("woord", cause.Word);
        json.WriteEndObject();
    }

    private static void WriteCodes(Utf8JsonWriter json, string? name, IReadOnlyList<string> codes)
    {
        if (name is null)
            json.WriteStartArray();
        else
            json.WriteStartArray(name);
        foreach (var code in codes)
            json.WriteStringValue(code);
        json.WriteEndArray();
    }
}
