using CotnvPga.Convenant;
using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Registers;
using CotnvPga.Domain.Records;
using NodaTime;

namespace CotnvPga.Domain.Registers;

/// <summary>A record of a register as somebody sends it. It is about no case and no person.</summary>
/// <param name="Form">Code of its form.</param>
/// <param name="Municipality">Code of the municipality it is for; null when that follows from who sends it.</param>
/// <param name="Said">What it is about and what it says.</param>
public sealed record NewRegisterRecord(string? Form, string? Municipality, NewRecord Said)
{
    private const int MostDrawn = 200;

    /// <summary>The words that can be laid down, or everything that is wrong with them.</summary>
    public Result<RecordWords> Read(RegisterForm form, CompiledConvenant convenant, Func<string, bool> municipalityExists, LocalDate today)
    {
        var read = (form.IsAbout && Said.About is null && Said.Replaces is null)
            ? new NotValid("bij", "Zeg bij welk stuk dit hoort.")
            : Said.Read(form.Record, convenant, municipalityExists, today);
        // Also of what is refused for something else: whoever mends that should not have to come back for this.
        if (!read.IsDone)
            return read.Refusal is NotValid { Errors: var wrong } ? new NotValid([.. wrong, .. AsSent(form)]) : read;
        List<FieldError> errors = [.. Traces(form, read.Value)];
        if (form.Sample is not null && (!int.TryParse(read.Value.Answer("aantal"), out var many) || many is < 1 or > MostDrawn))
            errors.Add(new FieldError("aantal", $"Kies een aantal van 1 tot en met {MostDrawn}."));
        return errors.Count > 0 ? new NotValid(errors) : read;
    }

    private static IEnumerable<FieldError> Traces(RegisterForm form, RecordWords words) =>
        from field in form.Record.Fields
        where words.Velden.ContainsKey(field.Code)
        from error in field.Kind == RecordFieldKind.Rijen
            ? words.Rows(field.Code).SelectMany((row, i) => row.SelectMany(a => Found($"{field.Code}[{i}].{a.Key}", a.Value)))
            : IsText(field) ? Found(field.Code, words.Answer(field.Code)!) : []
        select error;

    private IEnumerable<FieldError> AsSent(RegisterForm form) =>
        form.Record.Fields.Where(IsText).SelectMany(field => (Said.Answers.GetValueOrDefault(field.Code) ?? []).SelectMany(text => Found(field.Code, text)));

    private static bool IsText(RecordField field) => field.Kind is RecordFieldKind.Tekst or RecordFieldKind.Regel;

    private static IEnumerable<FieldError> Found(string field, string text) =>
        PersonTraces.In(text) is { Count: > 0 } traces ? [new FieldError(field, $"{traces[0]} Hier komt niets over een persoon.")] : [];
}
