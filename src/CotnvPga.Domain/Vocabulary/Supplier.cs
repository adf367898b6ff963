namespace CotnvPga.Domain.Vocabulary;

/// <summary>Who supplied an item. Codes and order are those of the vocabulary; a test holds them equal.</summary>
public enum Supplier
{
    /// <summary>burgemeester</summary>
    Burgemeester,

    /// <summary>college</summary>
    College,

    /// <summary>burgemeester_elders</summary>
    BurgemeesterElders,

    /// <summary>college_elders</summary>
    CollegeElders,

    /// <summary>politie</summary>
    Politie,

    /// <summary>om</summary>
    Om,

    /// <summary>reclassering</summary>
    Reclassering,

    /// <summary>rvdk</summary>
    Rvdk,

    /// <summary>derde</summary>
    Derde,

    /// <summary>melder</summary>
    Melder,

    /// <summary>casusoverleg_elders</summary>
    CasusoverlegElders,
}
