using CotnvPga.Convenant;
using CotnvPga.Data;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Convenants;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Signals;
using CotnvPga.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CotnvPga.Cli.Demo;

/// <summary>Fills a demo database with accessions and with the cases of the stories: all of the stories or none.</summary>
internal static class DemoCases
{
    /// <summary>Lets the municipalities accede, and tells the stories unless something has happened in this database before.</summary>
    public static async Task SeedAsync(string ownerConnection, string portalConnection, string convenantFolder, string keysFolder, CancellationToken cancel)
    {
        var services = new ServiceCollection();
        services.AddPortalData(portalConnection, ConvenantFolder.Load(convenantFolder).Valid(), KeyFolder.OpenOrCreate(keysFolder), MunicipalityFile.Read(convenantFolder));
        services.AddSingleton<IColleagues, DemoColleagues>();
        services.AddScoped<DemoAccessions>();
        services.AddScoped<DemoCountry>();
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<StoryTeller>(provider, provider.GetRequiredService<CaseDoor>().Today));
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<DemoMeetings>(provider, provider.GetRequiredService<CaseDoor>().Today));
        services.AddScoped(provider => ActivatorUtilities.CreateInstance<DemoOversight>(provider, provider.GetRequiredService<CaseDoor>().Today));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var today = scope.ServiceProvider.GetRequiredService<CaseDoor>().Today;
        await scope.ServiceProvider.GetRequiredService<DemoAccessions>().AccedeAsync(today, cancel);
        if (await HasHistoryAsync(ownerConnection, provider.GetRequiredService<Municipalities>(), cancel))
            return;
        await DemoCountry.CountAsync(ownerConnection, provider.GetRequiredService<CompiledConvenant>().Process.Report, today.Year - 1, cancel);
        var teller = scope.ServiceProvider.GetRequiredService<StoryTeller>();
        // One transaction: a seed that is broken off leaves nothing, and the next one begins again.
        await scope.ServiceProvider.GetRequiredService<ZaakContext>().InTransactionAsync<int>(async () =>
        {
            var told = 0;
            foreach (var story in StoryReader.ReadAll(today))
            {
                await teller.TellAsync(story, cancel);
                told++;
            }
            await scope.ServiceProvider.GetRequiredService<DemoMeetings>().PlanAsync(cancel);
            await scope.ServiceProvider.GetRequiredService<DemoCountry>().PublishAsync(today.Year - 1, cancel);
            await scope.ServiceProvider.GetRequiredService<DemoOversight>().LayDownAsync(cancel);
            return told;
        }, cancel);
    }

    // Counts survive the destruction of cases, so they tell whether anything ever happened here; the made-up country does not count.
    private static async Task<bool> HasHistoryAsync(string ownerConnection, Municipalities here, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await using var command = source.CreateCommand("select exists (select from telling.teller where gemeente = any ($1))");
        command.Parameters.AddWithValue(here.All.Select(m => m.Code).ToArray());
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }
}
