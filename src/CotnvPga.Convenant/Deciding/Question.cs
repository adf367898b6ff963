using CotnvPga.Convenant.Editions;
using NodaTime;

namespace CotnvPga.Convenant.Deciding;

/// <summary>One question to the engine: codes of the vocabulary per axis.</summary>
/// <param name="ResourceType">The kind of resource, such as <c>gegeven</c> or <c>overleg</c>.</param>
/// <param name="Codes">Axis name (<c>partij</c>, <c>handeling</c>, <c>doel</c>, <c>fase</c>, <c>categorie</c>, …) to code.</param>
/// <param name="Date">The day of decision.</param>
/// <param name="Circumstances">The circumstances that hold.</param>
/// <param name="Layers">The layers asked for; null asks for all that apply.</param>
/// <param name="Edition">What holds in the municipality; null for what holds nowhere in particular.</param>
public sealed record Question(
    string ResourceType,
    IReadOnlyDictionary<string, string> Codes,
    LocalDate Date,
    IReadOnlySet<string> Circumstances,
    IReadOnlyList<string>? Layers = null,
    Edition? Edition = null);

/// <summary>A question about everything that one viewer may do with the items of one case.</summary>
/// <param name="Party">Code of the party that looks.</param>
/// <param name="Act">Code of the action.</param>
/// <param name="Purpose">Code of the purpose.</param>
/// <param name="Phase">Code of the phase.</param>
/// <param name="Date">The day of decision.</param>
/// <param name="ViewerCircumstances">The circumstances of the viewer that hold (kind <c>kijker</c>).</param>
/// <param name="Layers">The layers asked for; null asks for all that apply.</param>
/// <param name="Role">Code of the viewer's role within the party; null for none.</param>
/// <param name="Edition">What holds in the municipality of the case; null for what holds nowhere in particular.</param>
public sealed record ViewQuestion(
    string Party,
    string Act,
    string Purpose,
    string Phase,
    LocalDate Date,
    IReadOnlySet<string> ViewerCircumstances,
    IReadOnlyList<string>? Layers = null,
    string? Role = null,
    Edition? Edition = null);
