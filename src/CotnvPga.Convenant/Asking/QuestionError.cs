namespace CotnvPga.Convenant.Asking;

/// <summary>Why a question cannot be understood. It is never a decision.</summary>
/// <param name="Field">Path of the member, such as <c>resource.properties.categorie</c>; <c>$</c> for the question as a whole.</param>
/// <param name="Message">What is wrong, with the known codes where that helps (Dutch).</param>
public sealed record QuestionError(string Field, string Message)
{
    /// <summary>The question as a whole.</summary>
    public const string Whole = "$";
}
