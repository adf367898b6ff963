using CotnvPga.Domain;

namespace CotnvPga.Data.Cases;

/// <summary>Somebody who stood in for a colleague, with both names.</summary>
/// <param name="Name">Who did it.</param>
/// <param name="For">For whom.</param>
/// <param name="ForAccount">The account of who was replaced.</param>
public sealed record StandIn(string Name, string For, AccountId ForAccount)
{
    private const string Unknown = "onbekend";

    internal static StandIn? Of(Guid? account, Guid? replaced, IReadOnlyDictionary<AccountId, string> names) => replaced is not { } whom ? null : new StandIn(
        account is { } who ? names.GetValueOrDefault(new AccountId(who), Unknown) : Unknown, names.GetValueOrDefault(new AccountId(whom), Unknown), new AccountId(whom));
}
