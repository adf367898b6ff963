namespace CotnvPga.Portal.Irreversible;

/// <summary>What is sent to this page or endpoint cannot be undone.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IrreversibleAttribute : Attribute;

/// <summary>What is sent to this page or endpoint is a step; the rule data say whether it cannot be undone (<c>onherroepelijk</c>).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class IrreversibleStepsAttribute : Attribute;
