namespace CotnvPga.Data.Cases;

/// <summary>Where an item stands among the cells of a view.</summary>
internal interface IItemPlace
{
    /// <summary>The number of the bit in the mask: cell and flags.</summary>
    int Plaats { get; }

    string Categorie { get; }

    string Bijzonder { get; }

    string Verstrekker { get; }
}

/// <summary>An item without field or value; without its id when it stands for all in that place.</summary>
internal sealed record ItemPlace(Guid Id, int Plaats, string Categorie, string Bijzonder, string Verstrekker) : IItemPlace;
