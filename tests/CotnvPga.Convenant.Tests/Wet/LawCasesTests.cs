namespace CotnvPga.Convenant.Tests.Wet;

public sealed class LawCasesTests
{
    [Fact]
    public void All_cases_get_the_answer_that_the_readings_give()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var @case in LawCase.All())
        {
            count++;
            var answer = TheConvenant.Loaded.Decide(@case.Question);
            var missing = LawCase.Text(answer.Missing);
            if (!answer.Outcome.ToString().Equals(@case.Outcome, StringComparison.OrdinalIgnoreCase) || missing != @case.Missing)
                wrong.Add($"{@case.Line}\n  got {answer.Outcome} [{missing}] by {answer.Rule}");
            answer.Grounds.ShouldNotBeEmpty(@case.Line);
        }
        count.ShouldBe(360);
        wrong.ShouldBeEmpty();
    }
}
