using System.Text.Json.Nodes;
using CotnvPga.Convenant.Asking;
using CotnvPga.Convenant.Deciding;

namespace CotnvPga.Convenant.Searching;

/// <summary>
/// The Search APIs of the AuthZEN Authorization API: fills the gap in a question with every code and keeps what the engine allows.
/// Reads no case. Reusable, and not for use by two threads at once.
/// </summary>
public sealed class ConvenantSearch
{
    /// <summary>The most results on one page, whatever was asked.</summary>
    public const int MostOnPage = 1000;

    private readonly CompiledConvenant _convenant;
    private readonly SearchForm _form;
    private readonly QuestionReader _reader;
    private readonly CodedQuestion _question;

    /// <summary>Searches in one convenant.</summary>
    public ConvenantSearch(CompiledConvenant convenant)
    {
        ArgumentNullException.ThrowIfNull(convenant);
        _convenant = convenant;
        _form = new SearchForm(convenant);
        _reader = new QuestionReader(convenant);
        _question = new CodedQuestion(convenant.Vocabulary);
    }

    /// <summary>Answers one search.</summary>
    /// <param name="kind">What is looked for.</param>
    /// <param name="json">The request, UTF-8.</param>
    /// <param name="answer">What was found; null when there is an error. An id, name or type that does not exist finds nothing.</param>
    /// <returns>Null when the request was understood, else what is wrong.</returns>
    public QuestionError? Find(SearchKind kind, byte[] json, out SearchAnswer? answer)
    {
        answer = null;
        if (_form.Read(kind, json, out var request) is { } wrong)
            return wrong;
        if (PageOf(request!, out var start, out var limit) is { } misplaced)
            return misplaced;
        if (SearchGap.Of(request!, _convenant.Vocabulary) is not { } gap)
        {
            answer = new SearchAnswer([], 0, "");
            return null;
        }
        if (_reader.Read(gap.FirstQuestion(), _question) is { } error)
            return error;
        answer = Search(gap, start, limit);
        return null;
    }

    private static QuestionError? PageOf(SearchRequest request, out int start, out long? limit)
    {
        (start, limit) = (0, request.Page.Limit);
        if (request.Page.Token is not { } token)
            return null;
        if (!PageToken.TryRead(token, request.Fingerprint, out start, out var before))
            return new QuestionError("page.token", "Dit token hoort niet bij deze vraag. Herhaal de vraag van de eerste pagina, of begin opnieuw zonder token.");
        if (limit is not null && limit != before)
            return new QuestionError("page.limit", "De grootte van een pagina verandert onderweg niet. Laat dit lid weg, of begin opnieuw zonder token.");
        limit = before;
        return null;
    }

    private SearchAnswer Search(SearchGap gap, int start, long? limit)
    {
        var most = (int)Math.Min(limit ?? MostOnPage, MostOnPage);
        var results = new List<JsonObject>();
        var total = 0;
        var places = new int[gap.Open.Count];
        do
        {
            for (var i = 0; i < places.Length; i++)
                _question.Values[gap.Open[i].Axis.Index] = gap.Open[i].Values[places[i]];
            if (!_convenant.Allows(_question))
                continue;
            if (total >= start && results.Count < most)
                results.Add(gap.Entity(_question.Values));
            total++;
        }
        while (Next(places, gap.Open));
        var next = start + results.Count;
        return new SearchAnswer(results, total, next < total ? PageToken.Write(gap.Request.Fingerprint, next, limit) : "");
    }

    /// <summary>The next combination, the last axis varying fastest; false after the last one.</summary>
    private static bool Next(int[] places, IReadOnlyList<OpenAxis> open)
    {
        for (var i = places.Length - 1; i >= 0; i--)
        {
            if (++places[i] < open[i].Values.Count)
                return true;
            places[i] = 0;
        }
        return false;
    }
}
