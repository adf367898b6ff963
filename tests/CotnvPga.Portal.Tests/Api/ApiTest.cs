using System.Net;
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
    protected ApiPerson[] Three => field ??= [Burgemeester, Politie, Om];
    protected ApiPerson Nobody => new(Fixture, null);

    protected ApiPerson As(string userName) => new(Fixture, userName);

    /// <summary>The path of a new case in phase <c>melding</c>; the mayor is the receiver.</summary>
    protected async Task<string> Registered(params object[] gegevens) =>
        PathOf((await Burgemeester.Post("signalen", Words.Signaal(gegevens))).Is(HttpStatusCode.Created));

    protected async Task<string> InAanmelding(params object[] gegevens)
    {
        var signal = await Registered(gegevens);
        (await Burgemeester.Post($"{signal}/stappen", Words.Aanmelden)).Is(HttpStatusCode.OK);
        return signal;
    }

    protected async Task<string> InWeging(params object[] gegevens)
    {
        var signal = await InAanmelding(gegevens);
        (await Burgemeester.Post($"{signal}/stappen", Words.Stap("in_weging"))).Is(HttpStatusCode.OK);
        return signal;
    }

    protected async Task<string> InVerzameling(params object[] gegevens)
    {
        var signal = await InWeging(gegevens);
        foreach (var person in Three)
            (await person.Post($"{signal}/wegingen", Words.Oordeel("in_overeenstemming"))).Is(HttpStatusCode.Created);
        (await Om.Post($"{signal}/stappen", Words.Stap("weging_vaststellen"))).Is(HttpStatusCode.OK);
        return signal;
    }

    /// <summary>A case at the table, with these parties and the three.</summary>
    protected async Task<string> AtTable(string[] parties, params object[] gegevens)
    {
        var signal = await InVerzameling(gegevens);
        await Together($"{signal}/stappen", Words.Deelnemers(["burgemeester", "politie", "om", .. parties]));
        return signal;
    }

    /// <summary>The three post the same; the third takes effect.</summary>
    protected async Task<ApiAnswer> Together(string path, object body)
    {
        ApiAnswer? last = null;
        foreach (var person in Three)
            last = (await person.Post(path, body)).Is(person == Three[^1] ? HttpStatusCode.OK : HttpStatusCode.Accepted);
        return last!;
    }

    /// <summary>The ids of the visible items of a case, by field.</summary>
    protected static async Task<IReadOnlyDictionary<string, string>> ItemsFor(ApiPerson person, string signal) =>
        (await person.Get(signal)).Is(HttpStatusCode.OK)["gegevens"]!.AsArray()
            .Where(g => g!["veld"] is not null)
            .ToDictionary(g => (string)g!["veld"]!, g => (string)g!["id"]!);

    protected static string PathOf(ApiAnswer created) => created.Headers["Location"]["/api/v1/".Length..];
}
