namespace CotnvPga.Convenant.Diagnostics;

/// <summary>The kinds of finding about rule data.</summary>
public static class Finding
{
    public const string Yaml = "yaml";
    public const string DuplicateKey = "dubbele-sleutel";
    public const string UnknownKey = "onbekende-sleutel";
    public const string MissingKey = "ontbrekende-sleutel";
    public const string WrongKind = "verkeerde-soort";
    public const string EmptyValue = "lege-waarde";
    public const string UnknownCode = "onbekende-code";
    public const string DuplicateCode = "dubbele-code";
    public const string UnknownArticle = "onbekend-artikel";
    public const string ArticleNotInForce = "artikel-niet-in-werking";
    public const string BadDate = "verkeerde-datum";
    public const string BadNumber = "verkeerd-getal";
    public const string BadPeriod = "verkeerde-periode";
    public const string DateOutsidePeriods = "datum-geen-periode";
    public const string UnknownRule = "onbekende-regel";
    public const string DuplicateRule = "dubbele-regel";
    public const string RuleKind = "regel-past-niet";
    public const string ClosingCircumstance = "omstandigheid-sluit";
    public const string EmptyBox = "leeg-vak";
    public const string MissingFile = "ontbrekend-bestand";
    public const string DuplicateFile = "dubbel-bestand";
    public const string LayerDefault = "laag-slot";
    public const string TooMany = "te-veel";
    public const string Placeholder = "onbekend-invulwoord";
    public const string Choice = "verkeerde-keuze";
    public const string Trial = "proef-zonder-einde";
    public const string LayerOfAxis = "as-van-lagere-laag";
    public const string LocalOverlap = "convenant-overlapt";
    public const string RecordNeverEnds = "stuk-zonder-einde";
    public const string TooManyTables = "te-veel-tabellen";
    public const string CountedElsewhere = "elders-geteld";
    public const string ImpossibleClash = "bijt-met-zichzelf";
    public const string ToldTwice = "dubbel-gezegd";

    // What the analyses find.
    public const string Widens = "laag-verruimt";
    public const string NeverBroken = "nooit-geschonden";
    public const string NeverAsked = "nooit-zonder-vak";
    public const string CodeWithoutRule = "code-zonder-regel";
    public const string CellsWithoutRule = "vak-zonder-regel";
    public const string NoSuchCell = "vak-bestaat-niet";
    public const string Contradiction = "tegenstrijdig";
    public const string NeverMet = "nooit-vervuld";
    public const string NeverDecides = "regel-beslist-nooit";
    public const string Redundant = "regel-overbodig";
    public const string UselessExclusion = "tenzij-zonder-gevolg";
    public const string GapInTime = "gat-in-tijd";
    public const string PeriodWithoutChange = "periode-zonder-wissel";
    public const string UnusedGroup = "groep-ongebruikt";
    public const string UnusedCircumstance = "omstandigheid-ongebruikt";
    public const string UnusedArticle = "artikel-ongebruikt";
    public const string UnusedTerm = "termijn-ongebruikt";
    public const string UnusedReasons = "redenen-ongebruikt";
    public const string FieldWithoutRight = "veld-zonder-recht";
    public const string UnreachablePhase = "fase-onbereikbaar";
    public const string DeadEnd = "fase-doodlopend";
    public const string ImpossibleStep = "stap-onmogelijk";
    public const string ImpossibleOutcome = "uitkomst-onbereikbaar";
    public const string UnknownFact = "onbekend-feit";
    public const string UnusedFact = "feit-ongebruikt";
    public const string TermWithoutOwner = "termijn-zonder-eigenaar";
    public const string TogetherIncomplete = "samen-onvolledig";
    public const string BadStart = "start-klopt-niet";
    public const string NobodyThere = "partij-zonder-mensen";
    public const string NeverSet = "omstandigheid-onzetbaar";
    public const string SetElsewhere = "zetter-klopt-niet";
    public const string ClauseNature = "aard-past-niet";
    public const string ChoiceWithoutEffect = "keuze-zonder-gevolg";
    public const string TrialWithoutRules = "proef-zonder-regels";
    public const string TermWithoutClause = "termijn-zonder-artikel";
    public const string SameName = "dubbele-naam";
    public const string LocalGap = "convenant-gat";
    public const string LocalOutside = "convenant-buiten-model";
    public const string UnknownMunicipality = "onbekende-gemeente";
    public const string DeliberateInVain = "bewust-overbodig";

    /// <summary>The findings that can be meant (<c>bewust</c>): the others are always wrong.</summary>
    public static IReadOnlyList<string> Excusable { get; } =
    [
        CodeWithoutRule, CellsWithoutRule, NeverDecides, Redundant, UselessExclusion, GapInTime, PeriodWithoutChange, UnusedGroup,
        UnusedCircumstance, UnusedArticle, UnusedTerm, UnusedReasons, FieldWithoutRight, UnreachablePhase, DeadEnd, UnusedFact, TermWithoutOwner,
        TogetherIncomplete, NobodyThere, ArticleNotInForce, ChoiceWithoutEffect, TrialWithoutRules, TermWithoutClause, LocalGap, LocalOutside,
        SameName,
    ];
}
