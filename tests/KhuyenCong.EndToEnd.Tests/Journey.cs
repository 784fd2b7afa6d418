namespace KhuyenCong.EndToEnd;

/// <summary>
/// What every journey shares: pages in fresh browser sessions, a picture and the markup of each when the test fails (and a trace, if KHUYENCONG_TEST_TRACES is set),
/// and the certainty that no script failed and nothing was refused by the content security policy on the way.
/// </summary>
public abstract class Journey(Application application, Chromium chromium) : IAsyncLifetime
{
    // Every step of a person with the page before and after it: half as much work again as the step, so only where somebody wants to read it.
    private static readonly bool Traced = Environment.GetEnvironmentVariable("KHUYENCONG_TEST_TRACES") is { Length: > 0 };

    private readonly List<IPage> pages = [];
    private readonly List<string> complaints = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed || complaints.Count > 0;

        foreach (var (number, page) in pages.Index())
        {
            await CloseAsync(page, failed ? Path.Combine(Places.Results, "failures", $"{TestName}-{number + 1}") : null);
        }

        complaints.ShouldBeEmpty();
    }

    /// <summary>A page in a session of its own, as on a machine that never saw the application.</summary>
    protected async Task<IPage> NewPageAsync(ViewportSize? viewport = null, bool dark = false, bool script = true)
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
        if (Traced)
        {
            await context.Tracing.StartAsync(new() { Snapshots = true });
        }

        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => Hear(message);
        pages.Add(page);
        return page;
    }

    /// <summary>Somebody who has signed in, in a session of their own.</summary>
    protected async Task<IPage> PageOfAsync(string user, ViewportSize? viewport = null)
    {
        var page = await NewPageAsync(viewport);
        await page.SignInAsync(user);
        return page;
    }

    private static string TestName =>
        string.Concat((TestContext.Current.Test?.TestDisplayName ?? "test").Select(c => char.IsLetterOrDigit(c) || c == '.' ? c : '-'));

    private static async Task CloseAsync(IPage page, string? evidence)
    {
        if (evidence is not null && !page.IsClosed)
        {
            await page.ScreenshotAsync(new() { Path = evidence + ".png", FullPage = true });
            await File.WriteAllTextAsync(evidence + ".html", await page.ContentAsync());
        }

        if (Traced)
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
