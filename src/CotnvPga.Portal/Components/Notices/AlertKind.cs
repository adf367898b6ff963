namespace CotnvPga.Portal.Components.Notices;

/// <summary>How serious a notice is.</summary>
public enum AlertKind
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>It went well.</summary>
    Done,

    /// <summary>Something needs attention, or cannot be done yet.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Error,
}
