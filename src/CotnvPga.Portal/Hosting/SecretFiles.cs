namespace CotnvPga.Portal.Hosting;

/// <summary>
/// Settings that are secret come as files, one for each, named as the environment variable would be: the credentials that systemd gives a
/// service (<c>CREDENTIALS_DIRECTORY</c>), or a folder that an orchestrator mounts (<c>PGA_GEHEIMEN</c>).
/// </summary>
internal static class SecretFiles
{
    private static readonly string[] Folders = ["CREDENTIALS_DIRECTORY", "PGA_GEHEIMEN"];

    public static void AddSecretFiles(this ConfigurationManager settings)
    {
        foreach (var folder in Folders.Select(Environment.GetEnvironmentVariable).Where(f => !string.IsNullOrEmpty(f) && Directory.Exists(f)))
            settings.AddKeyPerFile(Path.GetFullPath(folder!), optional: false);
    }
}
