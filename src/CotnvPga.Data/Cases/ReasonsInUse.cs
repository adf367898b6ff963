using System.Collections.Concurrent;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Domain;
using CotnvPga.Domain.Vocabulary;
using NodaTime;

namespace CotnvPga.Data.Cases;

/// <summary>
/// The reasons that went with the places of a case as somebody sees it, kept so that the next look sends them along and is one question.
/// What is not here is learnt from the engine when the database says that it lacks; nothing is decided here.
/// </summary>
public sealed class ReasonsInUse
{
    private const int MostViews = 2_000;

    private readonly ConcurrentDictionary<ViewKey, GivenReasons> _views = new();

    internal GivenReasons Of(CaseEntry entry, ViewTable view, ViewQuestion question)
    {
        var viewer = entry.Viewer;
        var key = new ViewKey(entry.State.Id, view, viewer.Party, viewer.Elsewhere, viewer.Purpose, question.Phase, question.Role, viewer.CircumstanceBits, question.Edition?.Index ?? 0, question.Date);
        if (_views.TryGetValue(key, out var known))
            return known;
        if (_views.Count >= MostViews)
            _views.Clear();
        return _views.GetOrAdd(key, _ => new GivenReasons(view, question));
    }

    private sealed record ViewKey(
        SignalId Case, ViewTable View, Party Party, Municipality? Elsewhere, Purpose Purpose, string Phase, string? Role, int Circumstances, int Edition, LocalDate Day);
}
