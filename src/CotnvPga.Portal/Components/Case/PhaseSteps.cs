using CotnvPga.Domain.Vocabulary;

namespace CotnvPga.Portal.Components.Case;

/// <summary>Where a case stands on its way: what is done, what is now, what may follow.</summary>
/// <param name="Steps">The phases, in order.</param>
public sealed record PhaseSteps(IReadOnlyList<PhaseStep> Steps)
{
    private static readonly Phase[] MainWay =
        [Phase.Melding, Phase.Aanmelding, Phase.Weging, Phase.Verzameling, Phase.Casusoverleg, Phase.Uitvoering, Phase.Afgesloten];

    /// <summary>Position of the current phase, from one.</summary>
    public int Current => Steps.TakeWhile(s => s.State != PhaseState.Now).Count() + 1;

    /// <summary>
    /// The way of a case. A case that left the main way (not brought to the table, or destroyed) shows the phase it ended in as the last one,
    /// and claims nothing about which phases it went through before that.
    /// </summary>
    /// <param name="now">The phase of the case.</param>
    /// <param name="label">Name of a phase for people.</param>
    /// <param name="note">What stands under the current phase, such as its deadline.</param>
    public static PhaseSteps Of(Phase now, Func<Phase, string> label, string? note = null)
    {
        var position = Array.IndexOf(MainWay, now);
        if (position < 0)
            return new PhaseSteps([new PhaseStep(1, label(now), PhaseState.Now, note)]);
        return new PhaseSteps([.. MainWay.Select((phase, index) => new PhaseStep(
            index + 1, label(phase), index < position ? PhaseState.Done : index == position ? PhaseState.Now : PhaseState.Later, index == position ? note : null))]);
    }
}

/// <summary>One phase on the way.</summary>
public sealed record PhaseStep(int Number, string Label, PhaseState State, string? Note);

/// <summary>Whether a phase is behind, here or ahead.</summary>
public enum PhaseState
{
    /// <summary>Behind.</summary>
    Done,

    /// <summary>Here.</summary>
    Now,

    /// <summary>Ahead.</summary>
    Later,
}
