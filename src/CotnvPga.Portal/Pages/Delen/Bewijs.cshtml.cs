using CotnvPga.Convenant;
using CotnvPga.Data.Sharing;
using CotnvPga.Domain;
using CotnvPga.Domain.Sharing;
using CotnvPga.Portal.Mapping;
using CotnvPga.Portal.Shell;
using Microsoft.AspNetCore.Mvc;

namespace CotnvPga.Portal.Pages.Delen;

/// <summary>A proof that was kept, to print; and whether it still holds today.</summary>
public sealed class BewijsModel(ShareProofs proofs, ProofChecker checker, SharingEditions editions, SharingPages pages, Words words, CompiledConvenant convenant) : PortalPage
{
    /// <summary>Number of the proof; empty when somebody came to look for one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Nummer { get; set; }

    /// <summary>The proof; null when there is none with this number.</summary>
    public ShareProof? Proof { get; private set; }

    /// <summary>What came of asking again today.</summary>
    public ProofCheck? Check { get; private set; }

    /// <summary>The answer today, when it differs.</summary>
    public AdvicePage? Now { get; private set; }

    /// <summary>The question in words.</summary>
    public IReadOnlyList<QuestionLine> Question { get; private set; } = [];

    /// <summary>The articles of then.</summary>
    public IReadOnlyList<ArticleLine> Articles => pages.Articles(Proof!.Grounds);

    /// <summary>Which circumstances held, in words.</summary>
    public IReadOnlyList<string> Facts =>
        [.. convenant.Vocabulary.Circumstances.Where(c => Proof!.Question.Circumstances.Contains(c.Code)).Select(c => c.Label)];

    /// <summary>What was missing, in words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Missing => [.. Proof!.Missing.Select(set => (IReadOnlyList<string>)[.. set.Select(pages.Statement)])];

    /// <summary>Name of the layer that decided; its code when the covenant no longer has it.</summary>
    public string Layer => convenant.Vocabulary.Layers.FirstOrDefault(l => l.Code == Proof!.Layer)?.Label ?? Proof!.Layer;

    /// <summary>Whether the national covenant of then is the draft of now.</summary>
    public bool IsDraft => convenant.Covenants.Model is { IsDraft: true } model && model.Version == Proof!.Model;

    /// <summary>How sure it was.</summary>
    public string Certainty => words.Certainty(Proof!.Certainty);

    /// <summary>Whether it still holds, in words.</summary>
    public string Standing => (Check!.Standing, Check.SameConvenant) switch
    {
        (ProofStanding.Gelijk, true) => "Dit bewijs klopt. Hetzelfde convenant geeft vandaag hetzelfde antwoord.",
        (ProofStanding.Gelijk, false) => "Het convenant is sindsdien veranderd. Het antwoord op deze vraag is hetzelfde gebleven.",
        (ProofStanding.AndereReden, _) => "Het convenant is sindsdien veranderd. Het antwoord is hetzelfde, maar om een andere reden.",
        (ProofStanding.AnderAntwoord, _) => "Het convenant is sindsdien veranderd. Het antwoord op deze vraag is nu anders.",
        _ => "Het convenant is sindsdien veranderd. Deze vraag bestaat er niet meer zo in.",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(Nummer))
            return RedirectToPage("/Delen/Index");
        Proof = await proofs.FindAsync(Nummer, cancel);
        if (Proof is null)
            return Show(new NotValid("nummer", "Dit nummer kennen wij niet. Een deelbewijs heet bijvoorbeeld D-4F7K-29XW."));
        Check = checker.Check(Proof, editions.Of(Proof.Question.Municipality, Proof.Question.Day));
        Question = pages.Question(Proof.Question);
        if (Check is { Standing: not ProofStanding.Gelijk, Now: { } now })
            Now = pages.Page(now, new Dictionary<string, string>());
        return Page();
    }

    protected override string FieldName(string field) => field.Length == 0 ? field : nameof(Nummer);
}
