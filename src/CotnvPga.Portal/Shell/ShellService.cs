using CotnvPga.Convenant;
using CotnvPga.Data.Coordination;
using CotnvPga.Data.Exercise;
using CotnvPga.Data.Oversight;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Uniformity;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Identity;
using CotnvPga.Identity.Notifications;

namespace CotnvPga.Portal.Shell;

/// <summary>Gathers what stands around every page: who is logged in, where they can go, and what they must know.</summary>
public sealed class ShellService(ICurrentActor current, CompiledConvenant convenant, Municipalities municipalities, CovenantNotices notices, Words words, PortalSettings settings, Inbox inbox)
{
    private static readonly string[] ExerciseTasks = [ExerciseDesk.Make, ExerciseDesk.Check, ExerciseDesk.Weigh];
    private static readonly string[] BreachTasks = [BreachRegister.Keep, BreachRegister.ReadTask];

    private static readonly string[] ForAnybody = ["/Meldpunt/", "/Openbaar/", "/Meldingen/Melden"];

    /// <summary>Whether search engines may show this page: it is written for anybody, and says the same to everybody.</summary>
    public static bool IsForAnybody(string page) => ForAnybody.Any(p => page.StartsWith(p, StringComparison.Ordinal));

    /// <summary>The shell of this request.</summary>
    public async Task<ShellModel> LoadAsync(CancellationToken cancel)
    {
        if (current.Find() is not { } actor)
            return new ShellModel(null, [], [], settings.IsDemo);
        var unread = await inbox.UnreadAsync(actor, cancel);
        ShellLink messages = new("/Berichten/Index", "Berichten") { Count = unread };
        return new ShellModel(new ShellPerson(actor.DisplayName, Function(actor)), [.. Links(actor), messages], [.. notices.For(actor)], settings.IsDemo);
    }

    private string Function(Actor actor)
    {
        var parties = actor.Memberships.Select(m => words.Party(m.Party.Code())).Distinct();
        var places = actor.Memberships.Select(m => m.Municipality).OfType<Domain.Municipality>().Select(municipalities.NameOf).Distinct().ToList();
        return places.Count == 0 ? string.Join(", ", parties) : $"{string.Join(", ", parties)} · {string.Join(" en ", places)}";
    }

    private HashSet<string> Tasks(Membership membership) =>
        [.. convenant.Process.Memberships[membership.Party.Code()].Tasks.Where(t => t.Value.Contains(membership.Role)).Select(t => t.Key)];

    private IEnumerable<ShellLink> Links(Actor actor)
    {
        var parties = actor.Memberships.Select(m => m.Party.Code()).ToHashSet();
        yield return new ShellLink("/Werkvoorraad/Index", "Werkvoorraad", "/Signalen/Zaak/", "/Signalen/Weging/", "/Signalen/Stap/", "/Signalen/Overleg/", "/Signalen/Plan/", "/Signalen/Stukken/", "/Signalen/Rechten/", "/Signalen/Overdracht/");
        if (convenant.Process.Steps.Any(s => s.Needs.Contains("ongelezen_melding") && s.Parties.Overlaps(parties)))
            yield return new ShellLink("/Meldingen/Index", "Meldingen");
        if (convenant.Process.Acts.Any(a => a.Code == "agenderen" && a.Parties.Overlaps(parties)))
            yield return new ShellLink("/Overleggen/Index", "Overleggen", "/Overleggen/");
        if (convenant.Process.Starts.Any(s => s.Parties.Overlaps(parties)))
            yield return new ShellLink("/Signalen/Registreren", "Nieuw signaal");
        if (convenant.Process.Steps.Any(s => s.Code == "vernietigen" && s.Parties.Overlaps(parties)))
            yield return new ShellLink("/Vernietigingen/Index", "Vernietigd", "/Vernietigingen/");
        if (actor.Memberships.Any(m => Tasks(m).Overlaps(BreachTasks)))
            yield return new ShellLink("/Datalekken/Index", "Datalekken", "/Datalekken/");
        if (actor.Memberships.Any(m => m.Municipality is not null))
            yield return new ShellLink("/Continuiteit/Index", "Wie doet het werk?", "/Continuiteit/");
        yield return new ShellLink("/Delen/Index", "Mag ik dit delen?", "/Delen/");
        if (HasTask(actor, CoordinationDesk.Assess) || HasTask(actor, CoordinationDesk.Ask))
            yield return new ShellLink("/Coordinatie/Index", "Coördinatie");
        if (HasTask(actor, UniformityDesk.Mirror))
            yield return new ShellLink("/Landelijk/Spiegel", "Spiegel", "/Landelijk/Jaarverslag");
        if (convenant.Process.Registers.SelectMany(r => r.Tasks).Any(t => HasTask(actor, t)))
            yield return new ShellLink("/Registers/Index", "Registers", "/Registers/");
        if (HasTask(actor, OversightStand.Task))
            yield return new ShellLink("/Toezicht/Index", "Toezicht");
        if (HasTask(actor, LogReview.Task))
            yield return new ShellLink("/Toezicht/Logboek", "Logboek toetsen", "/Toezicht/Medewerker");
        if (ExerciseTasks.Any(t => HasTask(actor, t)))
            yield return new ShellLink("/Oefening/Index", "Weegoefening", "/Oefening/");
        yield return new ShellLink("/Kennis/Index", "Kennis", "/Kennis/");
        yield return new ShellLink("/Landelijk/Index", "Landelijk beeld", "/Landelijk/Uitgaven", "/Landelijk/Register");
        yield return new ShellLink("/Convenanten/Index", "Convenanten", "/Convenanten/");
    }

    private bool HasTask(Actor actor, string task) =>
        actor.Memberships.Any(m => convenant.Process.Memberships[m.Party.Code()].Gives(task, m.Role));
}
