using CotnvPga.Domain.Signals;

namespace CotnvPga.Domain.Registrations;

/// <summary>What came of a file.</summary>
/// <param name="Signals">The signals that it began, each with its own reference.</param>
/// <param name="Added">How many registrations were recorded, those of new signals included.</param>
/// <param name="Known">How many were there already.</param>
public sealed record ImportedRegistrations(IReadOnlyList<ImportedSignal> Signals, int Added, int Known);

/// <summary>A signal that a file began.</summary>
public sealed record ImportedSignal(string Reference, SignalState State);
