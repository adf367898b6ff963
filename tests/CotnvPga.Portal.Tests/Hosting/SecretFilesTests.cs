using CotnvPga.Portal.Hosting;
using Microsoft.Extensions.Configuration;

namespace CotnvPga.Portal.Tests.Hosting;

/// <summary>Secrets come as files, so that they stand in no list of settings and no environment.</summary>
public sealed class SecretFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cotnvpga-geheim-");

    public SecretFilesTests() => Environment.SetEnvironmentVariable("PGA_GEHEIMEN", _folder.FullName);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PGA_GEHEIMEN", null);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_file_is_the_setting_of_its_name_and_goes_before_others()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "ConnectionStrings__Portaal"), "Host=ergens\n");
        using var settings = new ConfigurationManager();
        settings.AddInMemoryCollection([new("ConnectionStrings:Portaal", "Host=elders")]);

        settings.AddSecretFiles();

        settings.GetConnectionString("Portaal").ShouldBe("Host=ergens");
    }
}
