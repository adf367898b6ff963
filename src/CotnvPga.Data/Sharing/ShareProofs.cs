using CotnvPga.Data.Signals;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Vocabulary;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace CotnvPga.Data.Sharing;

/// <summary>Keeps proofs of the question "Mag ik dit delen?" and gives them back. They are about nobody: who has the number may read one.</summary>
public sealed class ShareProofs(ZaakContext db, IClock clock)
{
    /// <summary>Keeps an answer and gives its proof.</summary>
    public async Task<ShareProof> KeepAsync(SharingAdvice advice, CancellationToken cancel)
    {
        var proof = ShareProof.Of(advice, $"D-{CaseNumber.Part()}-{CaseNumber.Part()}", clock.GetCurrentInstant());
        var (question, item) = (proof.Question, proof.Question.Item);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into delen.bewijs (nummer, gemaakt_op, wie, aan, rol, gemeente, manier, fase, doel, dag, veld, categorie, bijzonder, verstrekker, omstandigheden,
              uitkomst, ontbreekt, grondslagen, laag, regel, zekerheid, uitleg, hash, modelversie, uitgave)
            values ({proof.Number}, {proof.MadeAt}, {question.Sharer}, {question.Receiver}, {question.Role}, {question.Municipality}, {question.Act}, {question.Phase}, {question.Purpose}, {question.Day},
              {item?.Field}, {item?.Category}, {item?.Nature}, {item?.Supplier}, {question.Circumstances.Order(StringComparer.Ordinal).ToArray()},
              {proof.Outcome.Code()}, {proof.Missing.Select(set => string.Join('+', set)).ToArray()}, {proof.Grounds.ToArray()},
              {proof.Layer}, {proof.Rule}, {proof.Certainty}, {proof.Explanation}, {proof.Hash}, {proof.Model}, {proof.Edition})
            """,
            cancel);
        return proof;
    }

    /// <summary>The proof with this number; null when there is none.</summary>
    public async Task<ShareProof?> FindAsync(string number, CancellationToken cancel)
    {
        var row = await db.Database.SqlQuery<ProofRow>(
            $"""
            select nummer, gemaakt_op, wie, aan, rol, gemeente, manier, fase, doel, dag, veld, categorie, bijzonder, verstrekker, omstandigheden,
              uitkomst, ontbreekt, grondslagen, laag, regel, zekerheid, uitleg, hash, modelversie, uitgave
            from delen.bewijs where nummer = {number.Trim().ToUpperInvariant()}
            """).SingleOrDefaultAsync(cancel);
        return row?.ToProof();
    }
}
