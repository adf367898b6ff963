using System.Diagnostics;
using CotnvPga.TestHost;
using static CotnvPga.TestHost.Cases.CaseTable;

namespace CotnvPga.Data.Tests.LogChain;

/// <summary>As whoever checks does it: sign, write out, carry away, and check there, without the database.</summary>
public sealed class AuditCommandTests : CaseTest
{
    [Fact]
    public async Task Signed_exported_and_checked_elsewhere_and_one_sign_more_is_found()
    {
        using var log = new ChainLog(World);
        await Table.InWeighing(Item("waarneming", "Iets gezien."));
        await log.Seal();
        var (export, checkpoints, key) = (log.PathOf("logboek.txt"), log.CheckpointFolderPath, log.KeyFolderPath);
        (await RunAsync("audit", "checkpoint", "--ijkpunten", checkpoints, "--sleutel", key)).Exit.ShouldBe(0);
        (await RunAsync("audit", "export", "--naar", export)).Exit.ShouldBe(2, "for what, is asked first");
        (await RunAsync("audit", "export", "--naar", export, "--wie", "Fictieve Controleur", "--doel", "rechtmatigheid", "--waarom", "Kwartaalcontrole.")).Exit.ShouldBe(0);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(export).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        (await AsSuperuser("select count(*) from keten.gebruik where wie = 'Fictieve Controleur' and doel = 'rechtmatigheid'")).ShouldBe(1L);

        string[] verify = ["audit", "verify", "--export", export, "--ijkpunten", checkpoints, "--publiek", Path.Combine(key, "ijkpunt.pub")];
        var (exit, said) = await RunAsync(verify);
        exit.ShouldBe(0, said);
        said.ShouldContain("1 van 1 ijkpunten kloppen");

        var whole = await File.ReadAllTextAsync(export);
        foreach (var changed in new[]
        {
            whole.Replace("inzage/1", "inzage/2", StringComparison.Ordinal), whole[..whole.IndexOf("\n2\t", StringComparison.Ordinal)] + "\n", whole + "3\tinzage\n", "iets anders\n",
        })
        {
            await File.WriteAllTextAsync(export, changed);
            (await RunAsync(verify)).Exit.ShouldBe(1);
        }
        foreach (var file in Directory.EnumerateFiles(checkpoints))
            await File.AppendAllTextAsync(file, "x");
        await File.WriteAllTextAsync(export, whole);
        (await RunAsync(verify)).Exit.ShouldBe(1, "a checkpoint that was changed is none");
        Directory.Delete(checkpoints, recursive: true);
        (await RunAsync(verify)).Exit.ShouldBe(2, "nothing to hold it against");
    }

    private async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var start = new ProcessStartInfo("dotnet", [Repository.PathOf($"src/CotnvPga.Cli/bin/{configuration}/net10.0/CotnvPga.Cli.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Controle"] = World.Database.AuditConnection;
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
