using Microsoft.IdentityModel.Tokens;

namespace CotnvPga.Identity.Oidc;

/// <summary>The public half of a client's key, as it is registered at the server.</summary>
internal static class ClientKey
{
    public static JsonWebKey Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false);
        return new JsonWebKey
        {
            Kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            Kid = key.KeyId,
            Crv = JsonWebKeyECTypes.P256,
            Use = JsonWebKeyUseNames.Sig,
            X = Base64UrlEncoder.Encode(point.Q.X!),
            Y = Base64UrlEncoder.Encode(point.Q.Y!),
        };
    }
}
