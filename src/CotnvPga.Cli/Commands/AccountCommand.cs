using System.CommandLine;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity.Accounts;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.SecondSteps;
using NodaTime;
using NodaTime.Text;

namespace CotnvPga.Cli.Commands;

/// <summary>
/// <c>account maak</c>: a person with a first membership; <c>account uitnodigen</c>: another activation code for who has no second step yet.
/// 0 with what has to be handed over on stdout, 1 with what is wrong on stderr.
/// </summary>
internal static class AccountCommand
{
    public static Command Create() => new("account", "Maakt accounts en activeringscodes.") { Make(), Invite() };

    private static Command Make()
    {
        var name = new Option<string>("--gebruiker") { Description = "Naam om mee in te loggen.", Required = true };
        var shown = new Option<string>("--naam") { Description = "Naam die collega's zien.", Required = true };
        var mail = new Option<string?>("--mail") { Description = "Adres voor berichten." };
        var party = new Option<string>("--partij") { Description = "Voor welke partij, zoals politie.", Required = true };
        party.AcceptOnlyFromAmong([.. Codes.All<Party>()]);
        var municipality = new Option<string?>("--gemeente") { Description = "Code van de gemeente; leeg voor een landelijke partij." };
        var role = new Option<string>("--rol") { Description = "In welke rol.", Required = true };
        var screened = Day("--gescreend-tot", "Laatste dag van de screening.");
        var authorised = Day("--geautoriseerd-tot", "Laatste dag van de autorisatie.");
        var trained = Day("--opgeleid-tot", "Laatste dag waarop de opleiding telt.");
        var server = new Option<string?>("--inlogserver") { Description = "Code van de inlogserver van de eigen organisatie; dan is er hier geen wachtwoord." };
        var subject = new Option<string?>("--sub") { Description = "Wie iemand daar is (sub)." };
        var command = new Command("maak", "Maakt een account met een eerste lidmaatschap.") { name, shown, mail, party, municipality, role, screened, authorised, trained, server, subject };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(server) is null != parsed.GetValue(subject) is null)
                parsed.AddError("Geef --inlogserver en --sub samen.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var membership = new GrantMembership(
                default,
                Codes.Known<Party>(parsed.GetRequiredValue(party)),
                parsed.GetValue(municipality) is { } code ? new Municipality(code) : null,
                parsed.GetRequiredValue(role),
                SystemClock.Instance.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date,
                Until: null,
                DayOf(parsed.GetValue(screened)),
                DayOf(parsed.GetValue(authorised)),
                DayOf(parsed.GetValue(trained)));
            var at = parsed.GetValue(server) is { } known ? new PersonAtServer(known, parsed.GetValue(subject)!) : null;
            var person = new NewPerson(parsed.GetRequiredValue(name), parsed.GetRequiredValue(shown), parsed.GetValue(mail), membership, at);
            var made = await Provisioning.AddAsync(HostSettings.OwnerConnection, person, TimeProvider.System, cancel);
            if (!made.IsDone)
                return await RefuseAsync(made.Refusal is NotValid wrong ? string.Join(' ', wrong.Errors.Select(e => e.Message)) : made.Refusal.Message);
            Console.WriteLine(made.Value is { Password: { } password, ActivationCode: { } activation }
                ? $"Wachtwoord: {password}\nActiveringscode: {activation}\nGeef ze persoonlijk en apart van elkaar. De code telt zeven dagen."
                : "Het account is gemaakt. Inloggen gaat bij de eigen organisatie.");
            return 0;
        });
        return command;
    }

    private static Command Invite()
    {
        var name = new Argument<string>("gebruiker") { Description = "Naam om mee in te loggen." };
        var command = new Command("uitnodigen", "Maakt een activeringscode voor wie nog geen tweede stap heeft.") { name };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await Invitations.InviteAsync(HostSettings.OwnerConnection, parsed.GetRequiredValue(name), TimeProvider.System, cancel) is not { } code)
                return await RefuseAsync("Dit account bestaat niet, is geblokkeerd, of heeft al een tweede stap. Is de telefoon weg? Dan herstellen twee collega's het in het portaal.");
            Console.WriteLine($"Activeringscode: {code}\nGeef hem persoonlijk. De code telt zeven dagen.");
            return 0;
        });
        return command;
    }

    private static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = $"{description} Als 2027-12-31.", HelpName = "DAG" };
        option.Validators.Add(parsed =>
        {
            if (parsed.GetValueOrDefault<string?>() is { } text && !LocalDatePattern.Iso.Parse(text).Success)
                parsed.AddError($"{name} is een dag, zoals 2027-12-31.");
        });
        return option;
    }

    private static LocalDate? DayOf(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    private static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
