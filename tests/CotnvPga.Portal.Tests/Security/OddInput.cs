using System.Text;

namespace CotnvPga.Portal.Tests.Security;

/// <summary>Makes input that nobody would send out of input that is right: cut, doubled, spliced, with scraps put in, or nothing but noise.</summary>
internal sealed class OddInput(int seed)
{
    private static readonly string[] Scraps =
    [
        "", " ", "\t", "\n", "\r\n", "\0", "\u0001", "\u001b", "\uFEFF", "\u202e", "\u2028", "\uFFFD", "é", "ß", "İ", "😀", "👩‍👩‍👧", "Ａ", "٣", "½", "0", "-0", "-1", "1e400", "NaN", "Infinity", "9999999999999999999", "2147483648",
        "null", "true", "{}", "[]", "{", "}", "[", "]", "\"", "'", "\\", "\\u0000", "\\ud800", "\\udc00", ",", ":", ";", "|", "#", "&", "<", ">", "%00", "%s", "{0}", "$1", "`", "*", "**", "_", "__", "~~~", "```", "![](javascript:x)", "[x](//y)", "<script>alert(1)</script>",
        "'; drop table zaak.signaal; --", "../../../etc/passwd", "C:\\", "=cmd|'/c calc'!A0", "@SUM(1)", "2026-02-30", "0000-00-00", "9999-12-31", "-9998-01-01", "10000-01-01", "31-02-2026", "24:00", "25:61", "bsn", "999990019", "politie", "burgemeester",
        "wet", "raadplegen", "persoonsgericht", "PK\u0003\u0004", "%PDF-1.7", "stream\n", "endstream", "/JavaScript", "IEND", "IHDR", "---\n", "...\n", "&a ", "*a", "!!binary ", "? ", "- ",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A number below a bound.</summary>
    public int Below(int bound) => _random.Next(bound);

    /// <summary>One of these.</summary>
    public T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>Text made out of one of these samples.</summary>
    public string Text(params IReadOnlyList<string> samples)
    {
        if (_random.Next(20) == 0)
            return Noise();
        var text = new StringBuilder(samples.Count == 0 ? One(Scraps) : One(samples));
        for (var edits = _random.Next(5); edits > 0; edits--)
            Edit(text, samples);
        // A half character comes in nowhere: bytes that are no UTF-8 are refused or replaced, and JSON that spells one out is tried as text.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Such a text, or none.</summary>
    public string? TextOrNone(params IReadOnlyList<string> samples) => _random.Next(8) == 0 ? null : Text(samples);

    /// <summary>Bytes made out of one of these samples.</summary>
    public byte[] Bytes(IReadOnlyList<byte[]> samples)
    {
        var bytes = One(samples).ToList();
        for (var edits = _random.Next(6); edits > 0 && bytes.Count > 0; edits--)
        {
            var at = _random.Next(bytes.Count);
            switch (_random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, 1 + _random.Next(64)));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(One(Scraps)));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, 1 + _random.Next(64))));
                    break;
                default:
                    bytes[at] = (byte)(_random.Next(2) * 255);
                    break;
            }
        }
        return [.. bytes];
    }

    private void Edit(StringBuilder text, IReadOnlyList<string> samples)
    {
        var at = _random.Next(text.Length + 1);
        var length = Math.Min(text.Length - at, _random.Next(30));
        switch (_random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(at, text.ToString(at, length));
                break;
            case 2 when samples.Count > 0:
                var other = One(samples);
                text.Insert(at, other[_random.Next(other.Length + 1)..]);
                break;
            case 3:
                text.Length = at;
                break;
            case 4:
                text.Insert(at, One(Scraps), 1 + _random.Next(_random.Next(40) == 0 ? 4_000 : 4));
                break;
            case 5 when at < text.Length:
                text[at] = (char)_random.Next(1, 0xD800);
                break;
            default:
                text.Insert(at, One(Scraps));
                break;
        }
    }

    private string Noise()
    {
        var noise = new byte[_random.Next(200)];
        _random.NextBytes(noise);
        return Encoding.UTF8.GetString(noise);
    }
}
