using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Retention;

/// <summary>What is left of destroyed cases, without a person in it: for the parties that may destroy, of their own municipality.</summary>
public sealed class Certificates(ZaakContext db, CaseDoor door)
{
    /// <summary>Some of the certificates, newest first, and how many there are.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="most">How many to give at most.</param>
    /// <param name="cancel">Ends the reading.</param>
    public Task<Result<CertificateList>> ReadAsync(Actor actor, int skip, int most, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var rows = await RowsAsync(actor, null, skip, most, cancel);
        // Behind the last one nothing says how many there are.
        if (rows.Count == 0 && skip > 0)
            return Result.Done(new CertificateList([], (await RowsAsync(actor, null, 0, 1, cancel)).FirstOrDefault()?.Totaal ?? 0));
        return Result.Done(new CertificateList(rows, rows.FirstOrDefault()?.Totaal ?? 0));
    }, cancel);

    /// <summary>The certificate of one case, by its number; null when there is none that this person may see.</summary>
    public Task<Result<DestructionCertificate?>> FindAsync(Actor actor, string number, CancellationToken cancel) =>
        db.InTransactionAsync(async () => Result.Done((await RowsAsync(actor, number, 0, 1, cancel)).FirstOrDefault()), cancel);

    private async Task<List<DestructionCertificate>> RowsAsync(Actor actor, string? number, int skip, int most, CancellationToken cancel)
    {
        await door.ShowPersonAsync(actor, cancel);
        return await db.Database.SqlQuery<DestructionCertificate>($"select * from toegang.vernietigingen({number}, {skip}, {most})").ToListAsync(cancel);
    }
}

/// <summary>A part of the certificates.</summary>
/// <param name="Certificates">Newest first.</param>
/// <param name="Total">How many there are in all.</param>
public sealed record CertificateList(IReadOnlyList<DestructionCertificate> Certificates, int Total);

/// <summary>That a case was destroyed. Says nothing about whom it was about.</summary>
public sealed class DestructionCertificate
{
    public string Nummer { get; init; } = "";
    public string Gemeente { get; init; } = "";
    public Instant GeopendOp { get; init; }
    public Instant Op { get; init; }

    /// <summary>Code of the step that destroyed it.</summary>
    public string Stap { get; init; } = "";

    /// <summary>The phase that it was destroyed from.</summary>
    public string Van { get; init; } = "";

    /// <summary>How many items were destroyed.</summary>
    public int Aantal { get; init; }

    /// <summary>The party that did it; null for the process itself.</summary>
    public string? Partij { get; init; }

    /// <summary>The accounts of the persons that did it; none for the process itself.</summary>
    public Guid[] Door { get; init; } = [];

    /// <summary>How many certificates there are beside this one, itself included.</summary>
    public int Totaal { get; init; }
}
