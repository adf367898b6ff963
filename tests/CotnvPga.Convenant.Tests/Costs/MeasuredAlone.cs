namespace CotnvPga.Convenant.Tests.Costs;

/// <summary>Nothing else of this project runs while costs are measured.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
