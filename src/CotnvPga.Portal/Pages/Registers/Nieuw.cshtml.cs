using CotnvPga.Convenant.Process;
using CotnvPga.Convenant.Registers;
using CotnvPga.Data.Registers;
using CotnvPga.Domain.Registers;
using CotnvPga.Portal.Components.Fields;
using CotnvPga.Portal.Drafts;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Pages.Signalen.Stukken;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Registers;

/// <summary>Lays down a record in a register. The form follows from the process data. 404 for who may not make it.</summary>
[KeepsTyped]
public sealed class NieuwModel(RegisterDesk desk, RegisterRecordPages pages, AnswerWords answers) : FormPage<RecordInput>, IRecordForm
{
    private readonly Dictionary<string, IReadOnlyList<Choice>> _records = [];

    public RegisterDefinition Register { get; private set; } = null!;

    public RegisterForm Form { get; private set; } = null!;

    public IReadOnlyList<RecordField> Fields => Form.Record.Fields;

    public string Articles => pages.Articles(Form.Record.Step.Grounds);

    /// <summary>What must stand first; null when nothing.</summary>
    public string? NeedsFirst => RegisterRecordPages.Needs(Register, Form);

    public IReadOnlyList<Choice> Choices(RecordField field) => _records.GetValueOrDefault(field.Code) ?? answers.Choices(field);

    public async Task<IActionResult> OnGetAsync(string register, string soort, Guid? bij, Guid? vervangt, CancellationToken cancel)
    {
        if (!await LoadAsync(register, soort, cancel))
            return NotFound();
        (Input.Bij, Input.Vervangt) = (bij, vervangt);
        if (vervangt is { } older && await desk.OpenAsync(Actor, register, older, cancel) is { IsDone: true, Value.Record: var record } && record.Form == soort)
        {
            Input.Bij = record.Words.Bij;
            Input.BeginWith(Form.Record, record.Words);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string register, string soort, string? actie, CancellationToken cancel)
    {
        if (!await LoadAsync(register, soort, cancel))
            return NotFound();
        if (Input.Extend(Form.Record, actie))
            return AsTyped();
        if (!ModelState.IsValid)
            return BadForm();
        var made = await desk.AddAsync(Actor, register, new NewRegisterRecord(soort, null, Input.ToRecord(Form.Record)), cancel);
        if (!made.IsDone)
            return Show(made.Refusal);
        Done = $"{Form.Label}: vastgelegd.";
        return RedirectToPage("/Registers/Stuk", new { register, stuk = made.Value });
    }

    protected override string FieldName(string field) => base.FieldName(RecordFieldNames.InForm(Fields, field));

    private async Task<bool> LoadAsync(string register, string soort, CancellationToken cancel)
    {
        if (desk.Of(Actor).FirstOrDefault(r => r.Code == register) is not { } found || desk.Offered(Actor, found).FirstOrDefault(f => f.Code == soort) is not { } form)
            return false;
        (Register, Form) = (found, form);
        Input.Complete(form.Record);
        foreach (var field in form.Record.Fields.Where(f => f.Kind == RecordFieldKind.Stukken))
        {
            if (await desk.StandingAsync(Actor, found, field.From!, cancel) is { IsDone: true, Value: var standing })
                _records[field.Code] = [.. standing.Select(r => new Choice(r.Id.ToString(), $"{r.Cited}: {r.Title}"))];
        }
        return true;
    }
}
