using CotnvPga.Domain.Vocabulary;
using CotnvPga.Domain.Weighing;

namespace CotnvPga.Domain.Tests.Vocabulary;

/// <summary>The enumerations are the vocabulary: the same codes in the same order, since bits and cells count on it.</summary>
public sealed class CodesTests
{
    [Fact]
    public void Every_enumeration_has_the_codes_of_the_vocabulary_in_its_order()
    {
        Codes.All<Party>().ShouldBe(Rules.Convenant.CodesOf("partij"));
        Codes.All<Supplier>().ShouldBe(Rules.Convenant.CodesOf("verstrekker"));
        Codes.All<Phase>().ShouldBe(Rules.Convenant.CodesOf("fase"));
        Codes.All<Act>().ShouldBe(Rules.Convenant.CodesOf("handeling"));
        Codes.All<Purpose>().ShouldBe(Rules.Convenant.CodesOf("doel"));
        Codes.All<Category>().ShouldBe(Rules.Convenant.CodesOf("categorie"));
        Codes.All<Nature>().ShouldBe(Rules.Convenant.CodesOf("bijzonder"));
        Codes.All<Circumstance>().ShouldBe(Rules.Convenant.CodesOf("omstandigheid"));
    }

    [Fact]
    public void A_code_that_is_not_there_is_no_value() => Codes.Parse<Party>("Politie").ShouldBeNull();

    [Fact]
    public void A_code_goes_there_and_back() => Codes.Known<Verdict>(Verdict.NietInOvereenstemming.Code()).ShouldBe(Verdict.NietInOvereenstemming);
}
