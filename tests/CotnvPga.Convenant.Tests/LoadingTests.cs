using System.Diagnostics;
using CotnvPga.Data.Convenants;

namespace CotnvPga.Convenant.Tests;

public sealed class LoadingTests
{
    [Fact]
    public void Reading_and_compiling_the_whole_convenant_takes_less_than_300_ms()
    {
        var files = ConvenantFolder.Read(TheConvenant.Folder);
        var fastest = TimeSpan.MaxValue;
        for (var i = 0; i < 10; i++)
        {
            var watch = Stopwatch.StartNew();
            CompiledConvenant.Load(files).Valid();
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }
        fastest.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
    }
}
