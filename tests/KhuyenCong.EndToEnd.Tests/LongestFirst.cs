using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(KhuyenCong.EndToEnd.LongestFirst))]

namespace KhuyenCong.EndToEnd;

/// <summary>The journeys from the wish to the archive begin first: each is one person's way after another, and begun last it would run alone at the end, on one core.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] First = [nameof(Journeys.LocalProjectTests), nameof(Journeys.NationalProjectTests)];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => First.Any(name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) ? 0 : 1)];
}
