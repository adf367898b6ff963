using CotnvPga.Convenant;
using CotnvPga.Convenant.Clauses;
using CotnvPga.Convenant.Editions;
using CotnvPga.Data.Accession;
using CotnvPga.Domain.Accession;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Portal.Api.V1;

/// <summary>How the API writes covenants: their standing, their clauses with the choices filled in, their declarations.</summary>
internal static class ConvenantText
{
    /// <summary>The national covenant; null when the rule data have none.</summary>
    public static object? Model(CompiledConvenant convenant) => convenant.Covenants.Model is not { } model ? null : new
    {
        Naam = model.Name,
        Versie = model.Version,
        Stand = model.Standing,
        VastgesteldDoor = model.Adoption?.By,
        VastgesteldOp = model.Adoption?.On,
        Document = model.Adoption?.Document,
    };

    /// <summary>A municipality in the list: what holds there today, and on whose signature.</summary>
    public static object Line(MunicipalAccession municipality, LocalDate today)
    {
        var history = municipality.History;
        return new
        {
            Gemeente = municipality.Code,
            Naam = municipality.Name,
            Stand = Standing(history, today),
            Versie = history.VersionOn(today)?.Version,
            Verklaring = history.Declarations is [.., var last] ? Write(last) : null,
            Versies = history.Locals.Select(Version),
        };
    }

    /// <summary>The covenant of a municipality.</summary>
    /// <param name="municipality">The municipality.</param>
    /// <param name="version">The version to read; null for the one that holds.</param>
    /// <param name="convenant">The rule data.</param>
    /// <param name="today">The day of reading; a version that begins later is read as on its first day.</param>
    public static object Whole(MunicipalAccession municipality, string? version, CompiledConvenant convenant, LocalDate today)
    {
        var history = municipality.History;
        var local = version is null ? history.VersionOn(today) : history.Locals.FirstOrDefault(l => l.Version == version);
        var edition = local is null ? convenant.WithoutLocal(municipality.Code) : convenant.Editions.First(e => e.Local == local);
        var day = DayOfReading(local, today);
        return new
        {
            Gemeente = municipality.Code,
            Naam = municipality.Name,
            Stand = Standing(history, today),
            Versie = local?.Version ?? NewDeclaration.NationalAlone,
            Geldig = local is null ? null : Version(local),
            convenant.Hash,
            Model = Model(convenant),
            Keuzes = edition.Clauses.Where(c => c.Choice is not null).Select(c => Choice(c, edition)),
            Artikelen = edition.Clauses.Where(c => Holds(c, day)).Select(c => Clause(c, edition)),
            Verklaringen = history.Declarations.Select(Write),
        };
    }

    /// <summary>A declaration.</summary>
    public static object Write(Declaration declaration) => new
    {
        Nummer = declaration.Number,
        Soort = declaration.Kind.Code(),
        Versie = declaration.Version ?? (declaration.Kind == DeclarationKind.Toetreding ? NewDeclaration.NationalAlone : null),
        Modelversie = declaration.ModelVersion,
        Ondertekenaar = declaration.Signer,
        Functie = declaration.Function,
        Mandaat = declaration.Mandate,
        Datum = declaration.On,
        Hash = declaration.Convenant,
        VastgelegdOp = declaration.At,
    };

    private static string Standing(AccessionHistory history, LocalDate today) =>
        !history.TakesPart(today) ? "niet_toegetreden" : history.VersionOn(today) is null ? NewDeclaration.NationalAlone : "lokaal";

    private static object Version(LocalCovenant local) => new
    {
        Versie = local.Version,
        Van = local.Validity.From,
        Tot = local.Validity.Until,
        LopendeZaken = local.RunningCases.Code(),
    };

    private static LocalDate DayOfReading(LocalCovenant? local, LocalDate today)
    {
        if (local?.Validity.From is { } from && today < from)
            return from;
        return local?.Validity.Until is { } until && today >= until ? until.PlusDays(-1) : today;
    }

    private static bool Holds(Clause clause, LocalDate day) => clause.Validity.Includes(day) && (clause.Trial is null || clause.Trial.Validity.Includes(day));

    private static object Choice(Clause clause, Edition edition) => new
    {
        clause.Choice!.Code,
        Vraag = clause.Choice.Question,
        Waarde = edition.Choices[clause.Choice.Code],
        Strengst = clause.Choice.Strictest,
        Eenheid = clause.Choice.Unit.Length > 0 ? clause.Choice.Unit : null,
        Artikel = clause.Id,
    };

    private static object Clause(Clause clause, Edition edition) => new
    {
        Artikel = clause.Id,
        Laag = clause.Layer,
        Hoofdstuk = clause.Chapter > 0 ? clause.Chapter : (int?)null,
        HoofdstukTitel = clause.ChapterTitle.Length > 0 ? clause.ChapterTitle : null,
        Nummer = clause.Number,
        Titel = clause.Title,
        Aard = clause.Nature == ClauseNature.Hard ? "hard" : "pas_toe_of_leg_uit",
        Tekst = ClauseText.Of(clause, edition),
        Grondslagen = clause.Grounds,
        Zekerheid = clause.Certainty.Code(),
        OpenBegrip = clause.OpenTerm,
        Vastleggen = clause.MustRecord,
        Voorbeelden = clause.Examples,
        Termijn = clause.TermCode,
        Proef = clause.Trial is null ? null : new { Vraag = clause.Trial.Question, Van = clause.Trial.Validity.From, Tot = clause.Trial.Validity.Until },
        Regels = clause.RuleIds,
    };
}
