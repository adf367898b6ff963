using System.CommandLine;
using CotnvPga.Identity.Demo;
using CotnvPga.Identity.Oidc;

namespace CotnvPga.Cli.Commands;

/// <summary>
/// <c>token --gebruiker NAME [--scope access.evaluate]</c>: prints an access token for an account of the demo that runs
/// on this host. Every token has scope <c>api</c>. 0 with the token on stdout, 1 with one line on stderr.
/// </summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var user = new Option<string>("--gebruiker") { Description = "Naam van een demo-account, zoals politie.voorbeeldstad.", Required = true };
        var scope = new Option<string>("--scope") { Description = "Wat het token meer mag dan de API gebruiken.", DefaultValueFactory = _ => OidcScopes.Api };
        scope.AcceptOnlyFromAmong(OidcScopes.Api, OidcScopes.AccessEvaluate);

        var command = new Command("token", "Geeft een toegangstoken voor een demo-account.") { user, scope };
        command.SetAction((arguments, cancel) => PrintAsync(
            arguments.GetRequiredValue(user), [.. new[] { OidcScopes.Api, arguments.GetRequiredValue(scope) }.Distinct()], cancel));
        return command;
    }

    private static async Task<int> PrintAsync(string user, string[] scopes, CancellationToken cancel)
    {
        if (HostSettings.Instance is not { } instance)
        {
            await Console.Error.WriteLineAsync("Er is geen demo gestart vanuit deze map. Start die met ./run.");
            return 1;
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        var token = await new DemoTokens(http, TimeProvider.System).AskAsync(instance, user, scopes, cancel);
        await (token.IsDone ? Console.Out.WriteLineAsync(token.Value) : Console.Error.WriteLineAsync(token.Refusal.Message));
        return token.IsDone ? 0 : 1;
    }
}
