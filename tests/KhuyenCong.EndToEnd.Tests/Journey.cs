namespace KhuyenCong.EndToEnd;

/// <summary>
/// What every journey shares: pages in fresh browser sessions, a picture and a trace of each when the test fails,
/// and the certainty that no script failed and nothing was refused by the content security policy on the way.
/// </summary>
public abstract class Journey(Application application, Chromium chromium) : IAsyncLifetime
{
    private readonly List<(IPage Page, bool Traced)> pages = [];
    private readonly List<string> complaints = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed || complaints.Count > 0;

        foreach (var (number, (page, traced)) in pages.Index())
        {
            await CloseAsync(page, traced, failed ? Path.Combine(Places.Results, "failures", $"{TestName}-{number + 1}") : null);
        }

        complaints.ShouldBeEmpty();
    }

    /// <summary>A page in a session of its own, as on a machine that never saw the application.</summary>
    protected async Task<IPage> NewPageAsync(ViewportSize? viewport = null, bool dark = false, bool script = true, bool traced = true)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = application.Url.ToString(),
            ViewportSize = viewport ?? Screen.Desk,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = script,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        if (traced)
        {
            await context.Tracing.StartAsync(new() { Snapshots = true });
        }

        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => Hear(message);
        pages.Add((page, traced));
        return page;
    }

    private static string TestName =>
        string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Select(c => char.IsLetterOrDigit(c) || c == '.' ? c : '-'));

    private static async Task CloseAsync(IPage page, bool traced, string? evidence)
    {
        if (evidence is not null && !page.IsClosed)
        {
            await page.ScreenshotAsync(new() { Path = evidence + ".png", FullPage = true });
        }

        if (traced)
        {
            await page.Context.Tracing.StopAsync(new() { Path = evidence is null ? null : evidence + ".zip" });
        }

        await page.Context.CloseAsync();
    }

    // A refused request is an answer that journeys may ask for on purpose; what it shows is judged by them.
    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
        {
            complaints.Add(message.Text);
        }
    }
}
