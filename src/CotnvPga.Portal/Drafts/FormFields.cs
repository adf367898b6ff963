namespace CotnvPga.Portal.Drafts;

/// <summary>Fields that belong to the form itself and not to what somebody typed.</summary>
public static class FormFields
{
    /// <summary>The antiforgery key.</summary>
    public const string Antiforgery = "formuliersleutel";

    /// <summary>Sealed: for whom, and for which path, this form was made.</summary>
    public const string Owner = "formuliereigenaar";

    /// <summary>Sealed: the number of this form as it was shown.</summary>
    public const string Number = "formuliernummer";

    /// <summary>A button that keeps the form without sending it, or throws away what was kept.</summary>
    public const string Keep = "bewaar";

    /// <summary>Keep it and stop here.</summary>
    public const string KeepAndStop = "stop";

    /// <summary>Keep it while somebody goes on typing: sent by script.</summary>
    public const string KeepSilently = "stil";

    /// <summary>Throw away what was kept and begin again.</summary>
    public const string KeepNothing = "weg";

    /// <summary>A code of the second step, for an act that cannot be undone.</summary>
    public const string Proof = "bewijscode";

    /// <summary>Whether this field is one of those.</summary>
    public static bool IsOwn(string name) => name is Antiforgery or Owner or Number or Keep or Proof;
}
