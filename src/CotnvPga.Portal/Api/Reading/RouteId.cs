namespace CotnvPga.Portal.Api.Reading;

/// <summary>An id in an address.</summary>
internal static class RouteId
{
    /// <summary>The id; what is no id is the empty one, which is nobody's.</summary>
    public static Guid Of(string text) => Guid.TryParseExact(text, "D", out var id) ? id : Guid.Empty;
}
