using System.Reflection;

namespace KhuyenCong.EndToEnd;

/// <summary>Where things lie: the application under test, and what a run leaves behind.</summary>
public static class Places
{
    public static string Repository { get; } = BuiltWith("Repository");

    /// <summary>A published application, where KHUYENCONG_TEST_APP names its folder.</summary>
    private static readonly string? Published = Environment.GetEnvironmentVariable("KHUYENCONG_TEST_APP");

    /// <summary>From where the application is run: its sources, or its folder when it is published.</summary>
    public static string Web { get; } = Published ?? Path.Combine(Repository, "src", "KhuyenCong.Web");

    public static string WebAssembly { get; } =
        Path.Combine(Published ?? Path.Combine(Web, "bin", BuiltWith("Configuration"), "net10.0"), "KhuyenCong.Web.dll");

    public static string Results { get; } =
        Environment.GetEnvironmentVariable("KHUYENCONG_TEST_RESULTS") ?? Path.Combine(Repository, "TestResults");

    private static string BuiltWith(string key) =>
        typeof(Places).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
