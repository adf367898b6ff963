using CotnvPga.Convenant;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;
using CotnvPga.Convenant.Searching;
using Microsoft.Extensions.ObjectPool;

namespace CotnvPga.Portal.Api.Access;

/// <summary>The convenant that the access API asks: any convenant will do. Readers are used again, because one is not for two requests at once.</summary>
internal sealed class AskedConvenant(CompiledConvenant convenant)
{
    private readonly ObjectPool<ReaderAndQuestion> _readers = Pool(() => new ReaderAndQuestion(new QuestionReader(convenant), new CodedQuestion(convenant.Vocabulary)));
    private readonly ObjectPool<ConvenantSearch> _searches = Pool(() => new ConvenantSearch(convenant));

    /// <summary>Answers one question, or says why it cannot be understood.</summary>
    public (Answer? Answer, QuestionError? Error) Answer(ReadOnlySpan<byte> json)
    {
        var pair = _readers.Get();
        try
        {
            return pair.Reader.Read(json, pair.Question) is { } error ? (null, error) : (convenant.Decide(pair.Question), null);
        }
        finally
        {
            _readers.Return(pair);
        }
    }

    /// <summary>Answers one search, or says why it cannot be understood.</summary>
    public (SearchAnswer? Answer, QuestionError? Error) Search(SearchKind kind, byte[] json)
    {
        var search = _searches.Get();
        try
        {
            var error = search.Find(kind, json, out var answer);
            return (answer, error);
        }
        finally
        {
            _searches.Return(search);
        }
    }

    private static DefaultObjectPool<T> Pool<T>(Func<T> make) where T : class => new(new Made<T>(make));

    private sealed record ReaderAndQuestion(QuestionReader Reader, CodedQuestion Question);

    private sealed class Made<T>(Func<T> make) : PooledObjectPolicy<T> where T : class
    {
        public override T Create() => make();

        public override bool Return(T obj) => true;
    }
}
