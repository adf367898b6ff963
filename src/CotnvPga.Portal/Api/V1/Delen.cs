using CotnvPga.Convenant;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Repeats;
using CotnvPga.Data.Sharing;
using CotnvPga.Domain;
using CotnvPga.Domain.Sharing;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Portal.Api.Calls;
using CotnvPga.Portal.Api.Reading;
using CotnvPga.Portal.Components.Text;
using CotnvPga.Portal.Pages.Delen;
using NodaTime.Text;

namespace CotnvPga.Portal.Api.V1;

/// <summary>"Mag ik dit delen?" for programs: ask, keep the answer as a proof, and check a proof. No case and no person in it.</summary>
internal static class Delen
{
    public static void MapDelen(this RouteGroupBuilder api)
    {
        api.MapPost("/deelvragen", AskAsync);
        api.MapPost("/deelbewijzen", KeepAsync);
        api.MapGet("/deelbewijzen/{nummer}", CheckAsync);
    }

    private static Task<IResult> AskAsync(ApiCall call, SharingIntake intake, SharingAdvisor advisor, SharingEditions editions, SharingText text, DutchClock clock) =>
        call.ChangeAsync((body, _) =>
        {
            var read = Read(call, body, intake, clock);
            return Task.FromResult<Result<StoredAnswer>>(read.IsDone ? Replies.Ok(Answer(advisor.Advise(read.Value, EditionOf(editions, read.Value)), text)) : read.Refusal);
        });

    private static Task<IResult> KeepAsync(
        ApiCall call, SharingIntake intake, SharingAdvisor advisor, SharingEditions editions, SharingText text, ShareProofs proofs, DutchClock clock, CancellationToken cancel) =>
        call.ChangeAsync(async (body, _) =>
        {
            var read = Read(call, body, intake, clock);
            if (!read.IsDone)
                return read.Refusal;
            var advice = advisor.Advise(read.Value, EditionOf(editions, read.Value));
            var proof = await proofs.KeepAsync(advice, cancel);
            return Replies.Created(new { Nummer = proof.Number, proof.Hash, Antwoord = Answer(advice, text, proof.Number) }, $"{ApiPaths.V1}/deelbewijzen/{proof.Number}");
        });

    private static Task<IResult> CheckAsync(string nummer, ApiCall call, ShareProofs proofs, ProofChecker checker, SharingEditions editions, CompiledConvenant convenant, CancellationToken cancel) =>
        call.ReadAsync(async _ =>
        {
            if (await proofs.FindAsync(nummer, cancel) is not { } proof)
                return new NotKnown();
            var check = checker.Check(proof, EditionOf(editions, proof.Question));
            return Replies.Ok(new
            {
                Nummer = proof.Number,
                GemaaktOp = proof.MadeAt,
                Vraag = Question(proof.Question),
                Uitkomst = proof.Outcome.Code(),
                Ontbreekt = proof.Missing,
                Grondslagen = proof.Grounds,
                Laag = proof.Layer,
                Regel = proof.Rule,
                Zekerheid = proof.Certainty,
                Toelichting = proof.Explanation,
                proof.Hash,
                Modelversie = proof.Model,
                Uitgave = proof.Edition,
                Controle = new { Stand = check.Standing.Code(), ZelfdeConvenant = check.SameConvenant, HashNu = convenant.Hash, UitkomstNu = check.Now?.Outcome.Code() },
            });
        });

    private static Edition EditionOf(SharingEditions editions, SharingQuestion question) => editions.Of(question.Municipality, question.Day);

    private static Result<SharingQuestion> Read(ApiCall call, SentObject body, SharingIntake intake, DutchClock clock) => intake.Read(
        new NewSharing(
            body.Text("wie"), body.Text("veld"), body.Text("categorie"), body.Text("bijzonder"), body.Text("verstrekker"), body.Text("aan"),
            body.Text("rol"), body.Text("gemeente") ?? SharingChoices.OwnMunicipality(call.Actor), body.Text("manier"), body.Text("fase"), body.Text("doel"), body.Text("dag"), body.Texts("omstandigheden") ?? []),
        SharingChoices.OwnParty(call.Actor),
        clock.Today);

    private static object Question(SharingQuestion question) => new
    {
        Wie = question.Sharer,
        Veld = question.Item?.Field,
        Categorie = question.Item?.Category,
        Bijzonder = question.Item?.Nature,
        Verstrekker = question.Item?.Supplier,
        Aan = question.Receiver,
        Rol = question.Role,
        Gemeente = question.Municipality,
        Manier = question.Act,
        Fase = question.Phase,
        Doel = question.Purpose,
        Dag = LocalDatePattern.Iso.Format(question.Day),
        Omstandigheden = question.Circumstances.Order(StringComparer.Ordinal),
    };

    private static object Answer(SharingAdvice advice, SharingText text, string? number = null) => new
    {
        Vraag = Question(advice.Question),
        Uitkomst = advice.Outcome.Code(),
        Ontbreekt = advice.Deciding.Missing,
        Grondslagen = advice.Deciding.Grounds,
        Laag = advice.Deciding.Layer,
        Regel = advice.Deciding.Rule,
        Zekerheid = advice.Deciding.Certainty,
        Toelichting = advice.Deciding.Explanation,
        DelerKanNietInzien = advice.SharerCannotSee,
        DoetErToe = advice.Asked.Select(c => c.Code),
        WelMogelijk = advice.NearMisses.Select(n => new { As = n.Axis, n.Codes, Uitkomst = n.Answer.Outcome.Code(), Zin = text.Near(n, advice.Question) }),
        VanafDag = advice.Later is { } later ? LocalDatePattern.Iso.Format(later.From) : null,
        Zin = text.Paste(advice, number),
    };
}
