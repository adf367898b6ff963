using CotnvPga.Identity.Oidc;
using NetArchTest.Rules;

namespace CotnvPga.Identity.Tests.OidcContract;

public sealed class SeamTests
{
    [Fact]
    public void One_folder_knows_which_server_it_is()
    {
        var elsewhere = Types.InAssembly(typeof(IOidcServer).Assembly)
            .That().DoNotResideInNamespace("CotnvPga.Identity.Oidc.Server")
            .ShouldNot().HaveDependencyOn("OpenIddict")
            .GetResult();

        (elsewhere.FailingTypeNames ?? []).ShouldBeEmpty();
        Types.InAssembly(typeof(IOidcServer).Assembly).That().HaveDependencyOn("OpenIddict").GetTypes().ShouldNotBeEmpty();
    }
}
