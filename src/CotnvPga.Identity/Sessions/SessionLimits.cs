namespace CotnvPga.Identity.Sessions;

/// <summary>How long somebody stays logged in.</summary>
public static class SessionLimits
{
    /// <summary>Without doing anything.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>In all: a working day.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(8);

    /// <summary>At once, for one person: a desk, a laptop and a tablet. One more ends the one that was left alone longest.</summary>
    public const int AtOnce = 3;
}
