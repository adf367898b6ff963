using CotnvPga.Convenant;
using CotnvPga.Data.Cases;
using CotnvPga.Data.Keys;
using CotnvPga.Data.Records;
using CotnvPga.Domain;
using CotnvPga.Domain.Plan;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Steps;
using Microsoft.EntityFrameworkCore;

namespace CotnvPga.Data.Plan;

/// <summary>Puts the plan together from the step that agreed it and from the records since.</summary>
public sealed class PlanReader(ZaakContext db, CaseDoor door, CompiledConvenant convenant)
{
    private static readonly string[] Kinds =
    [
        PlanRecords.Goal, PlanRecords.Protective, PlanRecords.Intervention, PlanRecords.Version, PlanRecords.Consent,
        PlanRecords.Progress, PlanRecords.Finished, PlanRecords.Evaluation,
    ];

    /// <summary>The plan. Needs a ticket for the process of who sits at the table, and the key of the case.</summary>
    internal async Task<PlanOverview> ReadAsync(CaseEntry entry, CaseKey key, Convenant.Process.ParameterDefinition stopAfter, CancellationToken cancel)
    {
        var rows = (await CaseRecords.AllAsync(door, entry, cancel)).FindAll(r => Kinds.Contains(r.Soort));
        var steps = await db.Stappen.AsNoTracking().Where(s => s.Stap == PlanRecords.FirstVersion && s.Toelichting != null).OrderBy(s => s.Op).ToListAsync(cancel);
        var said = rows.ToDictionary(r => r.Id, r => Canonical.Read<RecordWords>(key.Read(r.Inhoud, $"stuk/{r.Id}")));
        var book = new Book(rows, said);
        var versions = steps.ConvertAll(s => First(s, Canonical.Read<StepWords>(key.Read(s.Toelichting!, $"stap/{s.Id}")), book));
        foreach (var row in rows.Where(r => r.Soort == PlanRecords.Version))
            versions.Add(Later(versions.Count + 1, row, book));
        var planned = versions.SelectMany(v => Records(v.Parts)).ToHashSet();
        var proposed = book.Parts(rows.Where(r => !planned.Contains(r.Id) && book.Stands(r.Id)).Select(r => r.Id));
        List<PlanEvaluation> evaluations = [.. rows.Where(r => r.Soort == PlanRecords.Evaluation).Reverse().Select(r => Evaluation(r, said[r.Id]))];
        versions.Reverse();
        return new PlanOverview(versions, proposed, evaluations, StopProposal.From(evaluations, stopAfter));
    }

    private PlanVersion First(StapRow row, StepWords words, Book book)
    {
        var records = book.Parts(words.Stukken ?? []);
        var parts = records with
        {
            Goals = [.. (words.Doelen ?? []).Select(d => new PlanGoal(null, null, d, null, false)), .. records.Goals],
            Interventions =
            [
                .. (words.Interventies ?? []).Select(i => new PlanIntervention(null, null, null, i.Omschrijving ?? "", i.Eigenaar, null, i.Datum, [], [], null, false)),
                .. records.Interventions,
            ],
        };
        var clashes = Clashes(parts);
        return new PlanVersion(1, null, row.Op, parts, words.Toelichting, clashes.Count > 0 ? words.Toelichting : null, clashes, book.Consents(null));
    }

    private PlanVersion Later(int number, StukRow row, Book book)
    {
        var words = book.Said(row.Id);
        var parts = book.Parts([.. words.Ids("doelen"), .. words.Ids("beschermend"), .. words.Ids("interventies")]);
        return new PlanVersion(number, row.Id, row.Op, parts, words.Answer("reden"), words.Answer("botsing"), Clashes(parts), book.Consents(row.Id));
    }

    private IReadOnlyList<Convenant.Process.InterventionClash> Clashes(PlanParts parts) =>
        convenant.Process.Interventions.ClashesAmong(parts.Interventions.Select(i => i.Code).OfType<string>());

    private static IEnumerable<Guid> Records(PlanParts parts) =>
        parts.Goals.Select(g => g.Record).Concat(parts.Interventions.Select(i => i.Record)).OfType<Guid>().Concat(parts.Factors.Select(f => f.Record));

    private static PlanEvaluation Evaluation(StukRow row, RecordWords words) =>
        new(row.Op, row.Namens, words.Answer("nieuwe_zorgen") == "ja", words.Answer("richting")!, words.Answer("toelichting") ?? "");

    /// <summary>The records of the plan, found by id and by what they are about.</summary>
    private sealed class Book(List<StukRow> rows, Dictionary<Guid, RecordWords> said)
    {
        private readonly HashSet<Guid> _reached = [.. rows.Where(r => r.Soort == PlanRecords.Evaluation).SelectMany(r => said[r.Id].Ids("bereikt"))];

        public RecordWords Said(Guid id) => said[id];

        public bool Stands(Guid id) => !rows.Exists(r => r.Vervangt == id || (r.Bij == id && r.Soort == PlanRecords.Finished));

        public PlanParts Parts(IEnumerable<Guid> ids)
        {
            var chosen = ids.ToHashSet();
            List<StukRow> Of(string kind) => rows.FindAll(r => r.Soort == kind && chosen.Contains(r.Id));
            return new PlanParts(
                [.. Of(PlanRecords.Goal).Select(r => new PlanGoal(r.Id, said[r.Id].Answer("leefgebied"), said[r.Id].Answer("doel") ?? "", said[r.Id].Answer("merkbaar"), Chain(r.Id).Exists(_reached.Contains)))],
                [.. Of(PlanRecords.Protective).Select(r => new PlanFactor(r.Id, said[r.Id].Answer("leefgebied"), said[r.Id].Answer("versterken") ?? ""))],
                [.. Of(PlanRecords.Intervention).Select(Intervention)]);
        }

        public IReadOnlyList<PlanConsent> Consents(Guid? version) =>
        [
            .. rows.Where(r => r.Soort == PlanRecords.Consent && r.Bij == version && !rows.Exists(n => n.Vervangt == r.Id))
                .GroupBy(r => (r.Namens, r.Gemeente)).Select(g => g.Last())
                .Select(r => new PlanConsent(r.Namens, r.Gemeente, said[r.Id].Answer("oordeel")!, said[r.Id].Answer("toelichting"), r.Op)),
        ];

        private PlanIntervention Intervention(StukRow row)
        {
            var words = said[row.Id];
            var chain = Chain(row.Id);
            var finished = rows.FindLast(r => r.Soort == PlanRecords.Finished && r.Bij is { } about && chain.Contains(about));
            return new PlanIntervention(
                row.Id, words.Answer("interventie"), words.Answer("leefgebied"), words.Answer("afspraak") ?? "", words.Answer("eigenaar"), words.Answer("uitvoerder"), row.Uiterlijk,
                words.Ids("doelen"),
                [.. rows.Where(r => r.Soort == PlanRecords.Progress && r.Bij is { } about && chain.Contains(about)).Reverse().Select(r => Progress(r, "stand"))],
                finished is null ? null : Progress(finished, "resultaat"),
                rows.Exists(r => r.Vervangt == row.Id));
        }

        private PlanProgress Progress(StukRow row, string field) => new(said[row.Id].Answer(field)!, said[row.Id].Answer("toelichting") ?? "", row.Op);

        /// <summary>The record with its older and newer versions: what was laid down about one is about all.</summary>
        private List<Guid> Chain(Guid id)
        {
            var chain = new List<Guid> { id };
            for (var at = rows.Find(r => r.Id == id)?.Vervangt; at is { } older; at = rows.Find(r => r.Id == older)?.Vervangt)
                chain.Add(older);
            for (var at = rows.Find(r => r.Vervangt == id); at is { } newer; at = rows.Find(r => r.Vervangt == newer.Id))
                chain.Add(newer.Id);
            return chain;
        }
    }
}
