using System.Text;
using System.Text.Unicode;
using CotnvPga.Data.Registrations;
using CotnvPga.Domain;
using CotnvPga.Domain.Registrations;
using CotnvPga.Portal.Api.Reading;

namespace CotnvPga.Portal.Api.V1;

/// <summary>Registrations as they come in: a file as text, or a list; over the API as on the page.</summary>
internal static class SentRegistrations
{
    private const string List = "registraties";
    private const string Unreadable = "Dit bestand is geen geldige UTF-8. Kies bij het bewaren voor CSV UTF-8.";

    /// <summary>Those of a body.</summary>
    public static Result<IReadOnlyList<SentRegistration>> Read(SentObject body)
    {
        var (csv, listed) = (body.Text("csv"), body.Elements(List, (_, _) => 0));
        if (csv is not null && listed is not null)
            return new NotValid(List, "Stuur een CSV of een lijst, niet allebei.");
        if (listed is null)
            return RegistrationCsv.Read(csv);
        if (listed.Count > RegistrationImport.MostRegistrations)
            return new NotValid(List, $"Dit zijn meer dan {RegistrationImport.MostRegistrations} registraties. Splits ze.");
        var index = 0;
        return Result.Done(body.Objects(List, one =>
        {
            var made = RegistrationForm.Make(new ElementOfList(index++), one.Text);
            return made with { Item = made.Item with { IsUnreadable = !one.IsReadable } };
        }) ?? []);
    }

    /// <summary>Those of a file, CSV or JSON, in the bytes in which it was chosen.</summary>
    public static Result<string> TextOf(byte[] file) => Utf8.IsValid(file) ? Encoding.UTF8.GetString(file).TrimStart('\uFEFF') : new NotValid("csv", Unreadable);

    /// <summary>Those of a text: JSON when it begins like it, else CSV.</summary>
    public static Result<IReadOnlyList<SentRegistration>> Read(string? text)
    {
        var begin = text?.TrimStart();
        if (begin is not ['{' or '[', ..])
            return RegistrationCsv.Read(text);
        var errors = new List<FieldError>();
        var root = SentBody.Parse(Encoding.UTF8.GetBytes(begin[0] == '[' ? $"{{\"{List}\":{begin}}}" : begin), errors);
        if (root is { } known)
            MemberNames.FindDuplicates(known, "", errors);
        if (errors.Count > 0)
            return new NotValid(errors);
        var read = Read(new SentObject(root, "", errors));
        return errors.Count > 0 ? new NotValid(errors) : read;
    }
}
