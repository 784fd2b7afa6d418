[assembly: AssemblyFixture(typeof(KhuyenCong.EndToEnd.Chromium))]

namespace KhuyenCong.EndToEnd;

/// <summary>The machine's own Chromium, without the window around its pages and so at half the cost, started once for all journeys. `CHROMIUM` names another one.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public static string Program { get; } = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium-headless-shell";

    /// <summary>Chromium's sandbox refuses to work for root.</summary>
    public static bool Sandboxed { get; } = !Environment.IsPrivilegedProcess;

    /// <summary>A test asks nothing of the network outside.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? playwright;

    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("Chromium is not running.");

    public async ValueTask InitializeAsync()
    {
        // Two cores may be busy with another suite; a page that is right but late is not a failure.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = Sandboxed, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
