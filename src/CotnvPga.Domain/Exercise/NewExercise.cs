using CotnvPga.Convenant.Process;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using NodaTime;

namespace CotnvPga.Domain.Exercise;

/// <summary>A round of the exercise, as somebody sends it.</summary>
/// <param name="Year">The year.</param>
/// <param name="Half">The half of it: 1 or 2.</param>
/// <param name="From">First day on which is weighed.</param>
/// <param name="To">Last day.</param>
public sealed record NewRound(int? Year, int? Half, LocalDate? From, LocalDate? To)
{
    private const int LongestDays = 92;

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors(LocalDate today)
    {
        var errors = new List<FieldError>();
        if (Year is not { } year || year < today.Year || year > today.Year + 1)
            errors.Add(new FieldError("jaar", $"Kies {today.Year} of {today.Year + 1}."));
        if (Half is not (1 or 2))
            errors.Add(new FieldError("helft", "Kies de eerste of de tweede helft van het jaar."));
        if (From is null || From < today || From > today.PlusYears(1))
            errors.Add(new FieldError("van", "Kies een dag vanaf vandaag, ten hoogste een jaar verder (jjjj-mm-dd)."));
        if (To is not { } to || (From is { } from && errors.TrueForAll(e => e.Field != "van") && (to <= from || to > from.PlusDays(LongestDays))))
            errors.Add(new FieldError("tot", $"Kies een dag daarna, ten hoogste {LongestDays} dagen later."));
        return errors;
    }
}

/// <summary>A fictional case, as somebody sends it.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Trait">In what the versions differ.</param>
/// <param name="Text">The text, with places.</param>
/// <param name="A">The words of version A.</param>
/// <param name="B">The words of version B.</param>
public sealed record NewExerciseCase(string? Title, string? Trait, string? Text, IReadOnlyDictionary<string, string> A, IReadOnlyDictionary<string, string> B)
{
    private const int LongestTitle = 200;

    /// <summary>The traits in which versions can differ.</summary>
    public static IReadOnlyList<string> Traits { get; } = ["geslacht", "ideologie", "herkomst"];

    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<FieldError> Errors()
    {
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(Title) || Title.Length > LongestTitle)
            errors.Add(new FieldError("titel", $"Geef een naam van ten hoogste {LongestTitle} tekens."));
        if (Trait is null || !Traits.Contains(Trait))
            errors.Add(new FieldError("kenmerk", $"Kies waarin de versies verschillen: {string.Join(", ", Traits)}."));
        return [.. errors, .. new CaseText(Text ?? "").Errors(A, B)];
    }
}

/// <summary>A judgement in an exercise: that of the real form, and per criterion whether it plays a part.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Plays">Per criterion the answer.</param>
public sealed record NewExerciseJudgement(NewJudgement Judgement, IReadOnlyDictionary<string, string?> Plays)
{
    /// <summary>The judgement, or everything that is missing.</summary>
    public Result<(Verdict Verdict, ExerciseWords Words)> Read(ProcessModel process)
    {
        var read = Judgement.Read(process);
        var errors = new List<FieldError>(read.Refusal is NotValid wrong ? wrong.Errors : []);
        var plays = new SortedDictionary<string, Plays>(StringComparer.Ordinal);
        foreach (var (code, at) in process.Criteria.Keys.Select((c, i) => (c, i)))
        {
            if (Codes.Parse<Plays>(Plays.GetValueOrDefault(code)) is { } said)
                plays[code] = said;
            else
                errors.Add(new FieldError($"criteria[{at}].speelt", $"Kies: {string.Join(", ", Codes.All<Plays>())}."));
        }
        // A text that is too long is refused for that, unread.
        foreach (var (field, text) in !read.IsDone ? [] : Judgement.Criteria.SelectMany((c, i) => new[] { ($"criteria[{i}].bevinding", c.Finding), ($"criteria[{i}].contraIndicatie", c.ContraIndication) }).Append(("motivering", Judgement.Motivation)))
        {
            if (text is not null && PersonTraces.In(text) is { Count: > 0 } traces)
                errors.Add(new FieldError(field, $"{traces[0]} De oefening gaat niet over een echt mens."));
        }
        return errors.Count > 0 || !read.IsDone ? new NotValid(errors) : (read.Value.Verdict, new ExerciseWords(read.Value.Words.Criteria, read.Value.Words.Motivation, plays));
    }
}

/// <summary>What somebody judged in an exercise, in words.</summary>
/// <param name="Criteria">Per criterion what was found.</param>
/// <param name="Motivation">Why.</param>
/// <param name="Plays">Per criterion whether it plays a part.</param>
public sealed record ExerciseWords(IReadOnlyList<CriterionFinding> Criteria, string Motivation, SortedDictionary<string, Plays> Plays);
