using CotnvPga.Convenant.Process;
using CotnvPga.Data.Consultation;
using CotnvPga.Data.Interests;
using CotnvPga.Data.Records;
using CotnvPga.Data.Reports;
using CotnvPga.Data.Signals;
using CotnvPga.Data.Steps;
using CotnvPga.Data.Transfer;
using CotnvPga.Data.Weighing;
using CotnvPga.Domain;
using CotnvPga.Domain.Consultation;
using CotnvPga.Domain.Interests;
using CotnvPga.Domain.People;
using CotnvPga.Domain.Records;
using CotnvPga.Domain.Reports;
using CotnvPga.Domain.Signals;
using CotnvPga.Domain.Steps;
using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;
using CotnvPga.Identity.Demo;
using NodaTime;

namespace CotnvPga.Cli.Demo;

/// <summary>Lets a story happen through the services of the portal, as the people of the demo: nothing is put in the database beside them.</summary>
internal sealed class StoryTeller(
    ReportDesk reports, Worklist worklist, CaseDesk cases, SignalDesk signals, ItemDesk items, WeighingDesk weighing, StepDesk steps, Admissions admissions, RecordDesk records,
    TransferDesk transfers, InterestDesk interests, LocalDate today)
{
    /// <summary>Stands in a story for the three and the supplier: the necessity that is asked of every item.</summary>
    private const string Three = "drie";
    private const string Consent = "Functionaris van de verstrekker";

    /// <summary>Stands in a story for all records of a kind that stand.</summary>
    private const string All = "alle";

    /// <summary>Tells one story from beginning to end.</summary>
    /// <exception cref="InvalidOperationException">The portal refused something: the story does not fit the rules.</exception>
    public async Task TellAsync(Story story, CancellationToken cancel)
    {
        SignalId? signal = null;
        foreach (var (happening, number) in story.Gebeurtenissen.Select((e, i) => (e, i + 1)))
        {
            Refusal? refusal = null;
            if (happening.Melding is { } report)
                (signal, refusal) = await ReportAsync(story, report, cancel);
            foreach (var person in (happening.Door ?? []).Select(name => PersonIn(story, name)).TakeWhile(_ => refusal is null))
            {
                if (happening.Signaal is { } own)
                    (signal, refusal) = await RegisterAsync(story, own, person, cancel);
                else
                    refusal = await HappenAsync(story, happening, person, signal!.Value, cancel);
            }
            if (refusal is not null)
                throw new InvalidOperationException($"{story.Verhaal}, gebeurtenis {number}: {Words(refusal)}");
        }
    }

    private async Task<(SignalId?, Refusal?)> ReportAsync(Story story, StoryReport report, CancellationToken cancel)
    {
        var received = await reports.ReceiveAsync(
            new NewReport(story.Gemeente, report.Aan, report.Omschrijving, report.Persoon ?? new Dictionary<string, string>(), report.Melder, report.SoortMelder), cancel);
        if (!received.IsDone)
            return (null, received.Refusal);
        // The receipt does not tell the case; the receiver's inbox does, newest last.
        var inbox = await worklist.PageAsync(PersonIn(story, report.Aan == "burgemeester" ? "coordinator" : report.Aan), 0, int.MaxValue, unread: true, cancel);
        return (inbox.Value?.Lines.MaxBy(l => l.State.OpenedAt)?.State.Id, inbox.Refusal);
    }

    private async Task<(SignalId?, Refusal?)> RegisterAsync(Story story, StorySignal signal, Actor person, CancellationToken cancel)
    {
        var registered = await signals.RegisterAsync(person, new NewSignal(story.Gemeente, signal.Aanleiding, signal.Aan, [.. (signal.Gegevens ?? []).Select(Item)]), cancel);
        return (registered.Value?.Id, registered.Refusal);
    }

    private async Task<Refusal?> HappenAsync(Story story, StoryEvent happening, Actor person, SignalId signal, CancellationToken cancel) => happening switch
    {
        { Gegevens: { } added } => (await signals.AddAsync(person, signal, null, [.. added.Select(Item)], cancel)).Refusal,
        { Noodzaak: { } fields } => await NeedAsync(person, signal, fields, cancel),
        { Afscherming: { } shield } => (await items.ShieldAsync(person, await ItemAsync(person, signal, shield.Veld, cancel), true, shield.Reden, cancel)).Refusal,
        { Oordeel: { } judgement } => (await weighing.JudgeAsync(person, signal, Judgement(judgement), cancel)).Refusal,
        { Stap: { } step } => (await steps.TakeAsync(person, signal, step, happening.Woorden ?? new StepWords(), cancel)).Refusal,
        { Toelating: { } guest } => (await admissions.AdmitAsync(person, signal, Admission(guest), cancel)).Refusal,
        { Stuk: { } record } => await LayDownAsync(person, signal, record, cancel),
        { Overdracht: { } transfer } => (await transfers.SendAsync(person, signal, transfer.Gemeente, null, transfer.Toelichting, cancel)).Refusal,
        { Uitsluiting: { } kept } => (await interests.AddAsync(person, signal, new NewInterest(InterestKind.Uitgesloten.Code(), PersonIn(story, kept.Persoon).Account.Value, null, kept.Reden, kept.VraagAan), cancel)).Refusal,
        _ => new NotValid("gebeurtenis", "Er staat niet bij wat er gebeurde."),
    };

    private async Task<Refusal?> NeedAsync(Actor person, SignalId signal, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> fields, CancellationToken cancel)
    {
        foreach (var (field, parties) in fields)
        {
            var forThree = parties.GetValueOrDefault(Three);
            var others = parties.Where(p => p.Key != Three).ToDictionary();
            var set = await items.SetNecessityAsync(person, await ItemAsync(person, signal, field, cancel), forThree, forThree, PerParty(others), cancel);
            if (!set.IsDone)
                return set.Refusal;
        }
        return null;
    }

    private async Task<Refusal?> LayDownAsync(Actor person, SignalId signal, StoryRecord record, CancellationToken cancel)
    {
        var read = await records.ReadAsync(person, signal, cancel);
        if (!read.IsDone)
            return read.Refusal;
        var fields = read.Value.Offered.FirstOrDefault(k => k.Code == record.Soort)?.Fields ?? [];
        IReadOnlyList<string> Answer(string code, string said) => fields.FirstOrDefault(f => f.Code == code) is { Kind: RecordFieldKind.Stukken } field && said == All
            ? [.. read.Value.Records.Where(r => r.Kind == field.From && r.Stands).Select(r => r.Id.ToString())]
            : [said];
        var about = record.Bij is { } kind ? read.Value.Records.LastOrDefault(r => r.Kind == kind)?.Id : null;
        return (await records.MakeAsync(person, signal, record.Soort, new NewRecord(about, null, record.Velden.ToDictionary(v => v.Key, v => Answer(v.Key, v.Value))), cancel)).Refusal;
    }

    private async Task<ItemId> ItemAsync(Actor person, SignalId signal, string field, CancellationToken cancel) =>
        (await cases.OpenAsync(person, signal, null, cancel)).Value?.Items.FirstOrDefault(i => i.Field == field)?.Id
        ?? throw new InvalidOperationException($"{person.UserName} ziet geen '{field}'.");

    private NewItem Item(StoryItem item) => new(
        item.Veld, item.Waarde, null, item.Bijzonder, item.Verstrekker, item.Noodzaak, item.NoodzaakBijzonder, PerParty(item.Voor ?? new Dictionary<string, string>()),
        item switch
        {
            { Wpg: { } article } => new NewGate("wpg", article, Consent, today),
            { Wjsg: { } article } => new NewGate("wjsg", article, Consent, today),
            _ => null,
        });

    private static List<PartyNecessity> PerParty(IReadOnlyDictionary<string, string> reasons) => [.. reasons.Select(r => new PartyNecessity(r.Key, r.Value, r.Value))];

    private static NewJudgement Judgement(StoryJudgement judgement) => new(
        judgement.Oordeel, [.. judgement.Criteria.Select(c => new NewFinding(c.Key, c.Value.Bevinding, c.Value.ContraIndicatie))], judgement.Motivering);

    private static NewAdmission Admission(StoryAdmission guest) =>
        new(guest.Partij, guest.Persoon, guest.Organisatie, guest.Grondslag, guest.Doel, guest.Overleg, null);

    /// <summary>The demo account with this name, or with this name in the municipality of the story.</summary>
    private static Actor PersonIn(Story story, string name) => name.Contains('.', StringComparison.Ordinal)
        ? DemoWorld.Person(name).Actor
        : DemoWorld.People.SingleOrDefault(p => p.Municipalities is [var only] && only == story.Gemeente && p.UserName.StartsWith(name + ".", StringComparison.Ordinal))?.Actor
            ?? throw new InvalidOperationException($"{story.Verhaal}: in {story.Gemeente} heet niemand '{name}'.");

    private static string Words(Refusal refusal) => refusal switch
    {
        NotValid wrong => string.Join(" ", wrong.Errors.Select(e => $"{e.Field}: {e.Message}")),
        NotNow later => $"{later.Message} {string.Join(", ", later.Missing)}",
        NotAllowed no => $"{no.Message} {string.Join(", ", no.Missing.Select(set => string.Join("+", set)))}",
        _ => refusal.Message,
    };
}
