using CotnvPga.Domain.People;

namespace CotnvPga.Identity;

/// <summary>Who sends this request, read from the database when the request came in.</summary>
public interface ICurrentActor
{
    /// <summary>The person; null when nobody is known.</summary>
    Actor? Find();

    /// <summary>The person, behind a policy that lets nobody through who is not known.</summary>
    /// <exception cref="InvalidOperationException">Nobody is known: the endpoint has no such policy.</exception>
    Actor Get() => Find() ?? throw new InvalidOperationException("This endpoint is open to people who are not logged in.");
}
