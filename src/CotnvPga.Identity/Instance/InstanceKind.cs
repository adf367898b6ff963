namespace CotnvPga.Identity.Instance;

/// <summary>What a database is for.</summary>
public enum InstanceKind
{
    /// <summary>Real cases of real people.</summary>
    Work,

    /// <summary>Fictional people and cases, on a loopback address only.</summary>
    Demo,
}
