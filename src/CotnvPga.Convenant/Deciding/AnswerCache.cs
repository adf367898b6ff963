namespace CotnvPga.Convenant.Deciding;

/// <summary>
/// Keeps the last answers: the work of a day asks the same few hundred questions over and over. A place holds one answer, and
/// a later one takes it over, so that the memory has a bound and nobody waits. Safe for use by many threads.
/// </summary>
internal sealed class AnswerCache
{
    private const int Places = 8192;

    private readonly Kept?[] _kept = new Kept?[Places];

    /// <summary>The key of a question; null when it has too many axes to be kept.</summary>
    public static AnswerKey? KeyOf(CodedQuestion question, int period)
    {
        if (question.Packed is not { } values)
            return null;
        return new AnswerKey(values, question.Circumstances, (((long)period * 256) + question.ResourceType) * 256 + question.Layers, question.Edition);
    }

    public Answer? Find(in AnswerKey key) => Volatile.Read(ref _kept[Place(key)]) is { } kept && kept.Key == key ? kept.Answer : null;

    public void Keep(in AnswerKey key, Answer answer) => Volatile.Write(ref _kept[Place(key)], new Kept(key, answer));

    private static int Place(in AnswerKey key) => key.GetHashCode() & (Places - 1);

    private sealed record Kept(AnswerKey Key, Answer Answer);
}

/// <summary>Everything that an answer depends on.</summary>
internal readonly record struct AnswerKey(ulong Values, ulong Circumstances, long Frame, int Edition);
