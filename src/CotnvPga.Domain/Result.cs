using System.Diagnostics.CodeAnalysis;

namespace CotnvPga.Domain;

/// <summary>What came of something that may be refused: a value, or the reason why not. Faults are exceptions.</summary>
public sealed class Result<T>
{
    internal Result(T? value, Refusal? refusal) => (Value, Refusal) = (value, refusal);

    /// <summary>The value, when it was not refused.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused, when it was.</summary>
    public Refusal? Refusal { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>Makes results of types that have no conversion because they are interfaces.</summary>
public static class Result
{
    /// <summary>A value.</summary>
    public static Result<T> Done<T>(T value) => new(value, null);
}

/// <summary>An expected refusal. The texts are Dutch, for the person who asked.</summary>
public abstract record Refusal(string Message);

/// <summary>The caller cannot know of it: answered exactly as something that does not exist.</summary>
public sealed record NotKnown() : Refusal("Wij vinden deze zaak niet.");

/// <summary>The caller knows of it but may not do this.</summary>
/// <param name="Message">Why, in words.</param>
/// <param name="Grounds">Articles, where the engine refused.</param>
/// <param name="Missing">What would have to be added, where the engine said it is conditional.</param>
public sealed record NotAllowed(string Message, IReadOnlyList<string> Grounds, IReadOnlyList<IReadOnlyList<string>> Missing) : Refusal(Message)
{
    public NotAllowed(string message) : this(message, [], []) { }
}

/// <summary>What was sent is not right; all errors at once.</summary>
public sealed record NotValid(IReadOnlyList<FieldError> Errors) : Refusal("Niet alles is goed ingevuld.")
{
    public NotValid(string field, string message) : this([new FieldError(field, message)]) { }
}

/// <summary>One field that is not right.</summary>
/// <param name="Field">Path in what was sent, such as <c>gegevens[2].veld</c>.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record FieldError(string Field, string Message);

/// <summary>It may be done, but not now.</summary>
/// <param name="Message">Why not now.</param>
/// <param name="Missing">Names of what is missing, such as <c>eensluidend</c>.</param>
public sealed record NotNow(string Message, IReadOnlyList<string> Missing) : Refusal(Message);

/// <summary>The idempotency key was used before for something else.</summary>
public sealed record KeyReused() : Refusal("Deze sleutel is al gebruikt voor een ander verzoek. Gebruik een nieuwe sleutel.");
