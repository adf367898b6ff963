using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Data.Tickets;

/// <summary>Tasks beside the cases: who has one is process data (key <c>taken</c> of a membership). Shows the database where the person has it.</summary>
public sealed class TaskTickets(CaseDoor door, SignalLifecycle lifecycle, TicketSealer tickets)
{
    /// <summary>The memberships in force that bring the task, screened and authorised.</summary>
    public IReadOnlyList<Membership> Of(Actor actor, string task) => [.. door.InForce(actor).Where(m =>
        m.IsAuthorised(door.Today) && lifecycle.Process.Memberships[m.Party.Code()].Gives(task, m.Role))];

    /// <summary>Whether the person has the task somewhere.</summary>
    public bool Has(Actor actor, string task) => Of(actor, task).Count > 0;

    /// <summary>Whether the person has the task in this municipality.</summary>
    public bool Has(Actor actor, string task, string municipality) => Of(actor, task).Any(m => m.Municipality is not { } own || own.Code == municipality);

    /// <summary>The municipality for which the person has the task; the first when there are more, null when it is for none.</summary>
    public Municipality? PlaceOf(Actor actor, string task) => Of(actor, task).Select(m => m.Municipality).FirstOrDefault(m => m is not null);

    internal Task ShowAsync(Actor actor, string task, CancellationToken cancel) => tickets.ShowAsync(door.Context, new Ticket
    {
        Kind = "taak",
        Account = actor.Account.Value,
        Act = task,
        Places = [.. Of(actor, task).Select(m => new Place(m.Party.Code(), m.Municipality?.Code, null))],
        Until = tickets.Until,
    }, cancel);
}
