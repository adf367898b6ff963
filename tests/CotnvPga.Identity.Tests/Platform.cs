using System.Runtime.Versioning;

// Who may read a key is a matter of file modes.
[assembly: UnsupportedOSPlatform("windows")]
