namespace CotnvPga.Identity.Notifications;

/// <summary>Where mail is handed in.</summary>
public interface IPostbox
{
    /// <summary>Whether there is a server to hand it to.</summary>
    bool IsOpen { get; }

    /// <summary>Hands one mail in.</summary>
    /// <exception cref="Exception">The server did not take it: it is tried again later.</exception>
    Task SendAsync(OutgoingMail mail, CancellationToken cancel);
}

/// <summary>A mail: an address, and which fixed texts it says. There is no place for anything else.</summary>
/// <param name="Id">The same for every attempt, so that a server can tell a repeat.</param>
/// <param name="Address">To whom.</param>
/// <param name="Codes">Codes of the notifications.</param>
public sealed record OutgoingMail(Guid Id, string Address, IReadOnlyList<string> Codes);
