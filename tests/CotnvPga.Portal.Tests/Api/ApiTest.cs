using CotnvPga.TestHost.Portals;

namespace CotnvPga.Portal.Tests.Api;

/// <summary>One portal for all tests of the API: each test makes its own cases.</summary>
public sealed class ApiPortal : IAsyncLifetime
{
    public PortalFixture Fixture { get; private set; } = null!;

    public async Task InitializeAsync() => Fixture = await PortalFixture.StartAsync(("Pga:MeldingenPerMinuut", "100000"));

    public async Task DisposeAsync() => await Fixture.DisposeAsync();
}

[CollectionDefinition(nameof(ApiTest))]
public sealed class ApiTests : ICollectionFixture<ApiPortal>;

/// <summary>What tests of the API share: the people of Voorbeeldstad, by what they are called in a meeting.</summary>
[Collection(nameof(ApiTest))]
public abstract class ApiTest(ApiPortal portal)
{
    protected PortalFixture Fixture => portal.Fixture;

    protected ApiPerson Burgemeester => As("coordinator.voorbeeldstad");
    protected ApiPerson Plaatsvervanger => As("plaatsvervanger.voorbeeldstad");
    protected ApiPerson College => As("zorg.voorbeeldstad");
    protected ApiPerson Politie => As("politie.voorbeeldstad");
    protected ApiPerson Om => As("om.voorbeeldstad");
    protected ApiPerson Reclassering => As("reclassering.voorbeeldstad");
    protected ApiPerson Rvdk => As("rvdk.voorbeeldstad");
    protected ApiPerson Fg => As("fg.voorbeeldstad");
    protected ApiPerson Nobody => new(Fixture, null);

    protected ApiPerson As(string userName) => new(Fixture, userName);
}
