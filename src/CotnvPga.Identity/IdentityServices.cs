using CotnvPga.Domain.People;
using CotnvPga.Identity.Memberships;
using CotnvPga.Identity.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CotnvPga.Identity;

/// <summary>Registers accounts, memberships and logging in.</summary>
public static class IdentityServices
{
    /// <summary>Adds everything of this project, with connection <c>ConnectionStrings:Portaal</c>.</summary>
    public static IServiceCollection AddPortalIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Portaal")
            ?? throw new InvalidOperationException("The connection string 'Portaal' is not set.");

        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<IdentityContext>(options => options.UseIdentityDatabase(connection));
        services.AddScoped<IActors, Actors>();
        services.AddScoped<MembershipRegister>();
        return services;
    }
}
