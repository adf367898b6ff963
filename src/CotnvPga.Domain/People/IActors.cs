namespace CotnvPga.Domain.People;

/// <summary>Where the portal asks who somebody is now. The seam between accounts and cases.</summary>
public interface IActors
{
    /// <summary>The account with its memberships as they are at this moment; null when it is gone or locked.</summary>
    Task<Actor?> FindAsync(AccountId account, CancellationToken cancel);
}
