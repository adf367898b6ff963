using System.Threading.RateLimiting;

namespace CotnvPga.Portal.Busy;

/// <summary>How many requests this portal works on at once, and how many may wait for their turn; more are asked to come back.</summary>
internal static class BusyPortal
{
    /// <summary>Setting with how many are worked on at once.</summary>
    public const string Setting = "Pga:Tegelijk";

    /// <summary>Setting with how many may wait.</summary>
    public const string WaitingSetting = "Pga:Wachtenden";

    // Two cores are full with far fewer; more at once only makes everybody wait for everybody.
    private const int AtOnce = 16;
    private const int Waiting = 48;

    public static void AddBusyPortal(this IServiceCollection services, IConfiguration settings) =>
        services.AddSingleton(_ => new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = settings.GetValue(Setting, AtOnce),
            QueueLimit = settings.GetValue(WaitingSetting, Waiting),
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    /// <summary>Before anybody is known: finding out who somebody is asks the database, and so is work already.</summary>
    public static void UseBusyPortal(this IApplicationBuilder app) => app.UseMiddleware<ComeBackLater>();
}
