using CotnvPga.Data.Cases;
using CotnvPga.Domain;
using CotnvPga.Domain.People;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Retention;

/// <summary>What is left of destroyed cases, without a person in it: for the parties that may destroy, of their own municipality.</summary>
public sealed class Certificates(ZaakContext db, CaseDoor door)
{
    /// <summary>The certificates, newest first.</summary>
    public Task<Result<IReadOnlyList<DestructionCertificate>>> ReadAsync(Actor actor, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        await door.ShowPersonAsync(actor, cancel);
        var rows = await db.Database.SqlQuery<DestructionCertificate>($"select * from toegang.vernietigingen()").ToListAsync(cancel);
        return Result.Done<IReadOnlyList<DestructionCertificate>>(rows);
    }, cancel);
}

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
}
