using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace CotnvPga.Portal;

/// <summary>Everything people read is Dutch, also what the framework says about a form that it cannot read.</summary>
internal static class DutchLanguage
{
    private const string Unreadable = "Dit is niet goed ingevuld.";
    private const string Empty = "Vul hier iets in.";
    private const string NoNumber = "Vul hier een getal in.";

    /// <summary>Dates and numbers of the whole process.</summary>
    public static void BeDefault() =>
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>The words for a form that cannot be read.</summary>
    public static void Say(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => NoNumber);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => NoNumber);
        messages.SetValueMustNotBeNullAccessor(_ => Empty);
        messages.SetMissingBindRequiredValueAccessor(_ => Empty);
        messages.SetMissingKeyOrValueAccessor(() => Empty);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Er kwam niets aan.");
    }
}
