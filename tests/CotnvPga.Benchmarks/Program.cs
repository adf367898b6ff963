using CotnvPga.Benchmarks;

return await new BenchmarkRun(Arguments.Of(args)).RunAsync();
