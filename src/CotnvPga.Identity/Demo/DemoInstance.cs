using System.Text.Json;
using CotnvPga.Identity.Keys;

namespace CotnvPga.Identity.Demo;

/// <summary>Where the demo of this folder runs. Whoever starts the demo writes it to <c>instantie.json</c>; the command line reads it.</summary>
/// <param name="Url">Address of the portal: a loopback address.</param>
/// <param name="Sleutels">Folder with its keys.</param>
public sealed record DemoInstance(Uri Url, string Sleutels)
{
    public const string FileName = "instantie.json";

    /// <summary>Reads it from the folder of the demo; null when no demo was started from there.</summary>
    public static DemoInstance? Read(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<DemoInstance>(File.ReadAllText(file), DemoJson.Options) : null;
    }

    /// <summary>File with the key with which the command line shows that it runs on the host.</summary>
    public string KeyFile => Path.Combine(Sleutels, PortalKeys.CommandLineFileName);
}
