using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using Microsoft.Extensions.ObjectPool;

namespace CotnvPga.Portal.Api.Access;

/// <summary>Readers of questions, used again: one is not for two requests at once.</summary>
internal sealed class QuestionReaders(CompiledConvenant convenant)
{
    private readonly ObjectPool<ReaderAndQuestion> _pool = new DefaultObjectPool<ReaderAndQuestion>(new Policy(convenant));

    /// <summary>Answers one question, or says why it cannot be understood.</summary>
    public (Answer? Answer, QuestionError? Error) Answer(ReadOnlySpan<byte> json)
    {
        var pair = _pool.Get();
        try
        {
            return pair.Reader.Read(json, pair.Question) is { } error ? (null, error) : (convenant.Decide(pair.Question), null);
        }
        finally
        {
            _pool.Return(pair);
        }
    }

    private sealed record ReaderAndQuestion(QuestionReader Reader, CodedQuestion Question);

    private sealed class Policy(CompiledConvenant convenant) : PooledObjectPolicy<ReaderAndQuestion>
    {
        public override ReaderAndQuestion Create() => new(new QuestionReader(convenant), new CodedQuestion(convenant.Vocabulary));

        public override bool Return(ReaderAndQuestion obj) => true;
    }
}
