using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Domain.Signals;

/// <summary>
/// The item circumstances of one item as it is stored: necessity as one bit per party, the rest as bits that do not depend on who looks.
/// The order of the bits is the vocabulary's order of item circumstances; the database's functions count on it.
/// </summary>
/// <param name="Necessity">Bit per party (order of <see cref="Party"/>) for which necessity is recorded.</param>
/// <param name="SpecialNecessity">Bit per party for which the necessity of the special nature is recorded.</param>
/// <param name="Fixed">The other item circumstances.</param>
public readonly record struct ItemFlags(int Necessity, int SpecialNecessity, int Fixed)
{
    public const int NecessaryBit = 1;
    public const int SpecialNecessaryBit = 2;
    public const int WeightyReasonsBit = 4;
    public const int WpgBit = 8;
    public const int WjsgBit = 16;
    public const int OwnLawBit = 32;
    public const int RequesterIsRelationBit = 64;
    public const int ExtraCareBit = 128;
    public const int SecondLookBit = 256;
    public const int CareGroundBit = 512;

    /// <summary>The circumstances in the order of their bits.</summary>
    public static IReadOnlyList<Circumstance> Order { get; } =
    [
        Circumstance.Noodzakelijk, Circumstance.NoodzakelijkBijzonder, Circumstance.ZwaarwegendeRedenen,
        Circumstance.GrondslagWpg, Circumstance.GrondslagWjsg, Circumstance.AndereGrondslag, Circumstance.VerzoekerIsRelatie,
        Circumstance.ExtraZorgvuldig, Circumstance.TweedeBlik, Circumstance.Zorggrond,
    ];

    /// <summary>The flags of a new item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="standing">The parties for whom the standard necessity counts: the three.</param>
    public static ItemFlags Of(Item item, IReadOnlySet<string> standing)
    {
        var flags = default(ItemFlags);
        foreach (var necessity in item.Necessities)
            flags = flags.With(necessity, item.Supplier, standing);
        return flags with { Fixed = GateBit(item.Gate) | (item.ExtraCare is null ? 0 : ExtraCareBit) | (item.CareGround is null ? 0 : CareGroundBit) };
    }

    /// <summary>The flags as they are for one party that looks or records.</summary>
    public int For(Party party) => Fixed | ((Necessity >> (int)party) & 1) | (((SpecialNecessity >> (int)party) & 1) << 1);

    /// <summary>The flags with one necessity more (or, with empty texts, without it).</summary>
    public ItemFlags With(Necessity necessity, Supplier supplier, IReadOnlySet<string> standing)
    {
        var parties = 0;
        if (necessity.Party is { } one)
        {
            parties = 1 << (int)one;
        }
        else
        {
            foreach (var code in standing)
                parties |= 1 << (int)Codes.Known<Party>(code);
            if (Codes.Parse<Party>(supplier.Code()) is { } own)
                parties |= 1 << (int)own;
        }
        return this with
        {
            Necessity = Filled(necessity.Ordinary) ? Necessity | parties : Necessity & ~parties,
            SpecialNecessity = Filled(necessity.Special) ? SpecialNecessity | parties : SpecialNecessity & ~parties,
        };
    }

    /// <summary>The flags with the supplier's weighty reasons set or withdrawn (wet-pga:4, 7.2).</summary>
    public ItemFlags Shielded(bool shielded) => this with { Fixed = shielded ? Fixed | WeightyReasonsBit : Fixed & ~WeightyReasonsBit };

    /// <summary>The flags with or without the circumstance that the requester is the person it is about.</summary>
    public ItemFlags AboutRequester(bool about) => this with { Fixed = about ? Fixed | RequesterIsRelationBit : Fixed & ~RequesterIsRelationBit };

    /// <summary>The flags after a second person of the supplier looked at it.</summary>
    public ItemFlags LookedAtTwice() => this with { Fixed = Fixed | SecondLookBit };

    /// <summary>The law of the gate through which an item came, whose secrecy holds for who reads it (wpg:7.2, wjsg:52); null when none.</summary>
    /// <param name="fixedBits">The bits that do not depend on who looks.</param>
    public static string? SecretUnder(int fixedBits) => (fixedBits & WpgBit) != 0 ? "wpg" : (fixedBits & WjsgBit) != 0 ? "wjsg" : null;

    private static int GateBit(Gate? gate) => gate?.Law switch
    {
        "wpg" => WpgBit,
        "wjsg" => WjsgBit,
        null => 0,
        var other => throw new ArgumentException($"'{other}' is no gate.", nameof(gate)),
    };

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}
