using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CotnvPga.Identity.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CotnvPga.Identity.Keys;

/// <summary>
/// Keeps the data-protection keys in the database, so that a portal holds nothing that another does not: encrypted under a key in the folder
/// with keys, which every portal has. Keys of before, in files, are still read.
/// </summary>
internal sealed partial class SharedKeyRing(IServiceScopeFactory scopes, PortalSettings settings, TimeProvider time, ILogger<SharedKeyRing> log) : IXmlRepository
{
    private const string KeyFile = "sleutelring.key";
    private static readonly byte[] Label = "cotnvpga/ringsleutel"u8.ToArray();

    private readonly Lazy<byte[]> _key = new(() =>
        Convert.FromBase64String(PrivateFile.ReadOrCreate(Path.Combine(settings.KeysFolder, KeyFile), () => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)))));

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<IdentityContext>().RingKeys.AsNoTracking().OrderBy(k => k.AddedAt).ToList();
        return [.. rows.Select(Open).OfType<string>().Select(XElement.Parse), .. Earlier()];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<IdentityContext>();
        context.RingKeys.Add(new RingKeyRow { Id = Guid.NewGuid(), Name = friendlyName, Sealed = Seal(friendlyName, element.ToString(SaveOptions.DisableFormatting)), AddedAt = time.Now() });
        context.SaveChanges();
    }

    private IEnumerable<XElement> Earlier()
    {
        var folder = Path.Combine(settings.KeysFolder, "dp");
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.xml").Select(file => XElement.Load(file)) : [];
    }

    private byte[] Seal(string name, string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var whole = new byte[AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + plain.Length];
        var (nonce, tag, cipher) = Parts(whole);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(_key.Value, AesGcm.TagByteSizes.MaxSize);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, Context(name));
        return whole;
    }

    /// <summary>The XML; null when this portal has not the key that it was sealed with: then what is under it is lost to it, and it makes a new one.</summary>
    private string? Open(RingKeyRow row)
    {
        var (nonce, tag, cipher) = Parts(row.Sealed);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(_key.Value, AesGcm.TagByteSizes.MaxSize);
        try
        {
            aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, Context(row.Name));
        }
        catch (AuthenticationTagMismatchException)
        {
            LogForeign(row.Name, KeyFile);
            return null;
        }
        return Encoding.UTF8.GetString(plain);
    }

    // A key that was moved to another row does not open.
    private static byte[] Context(string name) => [.. Label, .. Encoding.UTF8.GetBytes(name)];

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Parts(byte[] whole)
    {
        var (nonce, tag) = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);
        return (whole.AsMemory(0, nonce), whole.AsMemory(nonce, tag), whole.AsMemory(nonce + tag));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The data-protection key {Name} does not open with {KeyFile} of this portal. All portals must have the same.")]
    private partial void LogForeign(string name, string keyFile);
}
