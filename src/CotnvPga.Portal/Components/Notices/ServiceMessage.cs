using System.Globalization;
using System.Text.RegularExpressions;

namespace CotnvPga.Portal.Components.Notices;

/// <summary>Messages of the services, made for programs and people, as people read them on a page.</summary>
public static partial class ServiceMessage
{
    /// <summary>Without the list of codes: on a page the choices stand below the message.</summary>
    public static string ForPeople(string message) => CodesAtTheEnd().Replace(message, ".");

    /// <summary>As the second half of a sentence.</summary>
    public static string AsClause(string message) => $"{char.ToLower(message[0], CultureInfo.InvariantCulture)}{message[1..]}";

    [GeneratedRegex(@"(?<=[\w\)]): [a-z0-9_]+(, [a-z0-9_]+)*\.$")]
    private static partial Regex CodesAtTheEnd();
}
