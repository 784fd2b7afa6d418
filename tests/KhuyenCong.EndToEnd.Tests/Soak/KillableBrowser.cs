using System.Diagnostics;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>A Chromium with its profile on disk, which is killed in the middle of whatever it does and opened again.</summary>
public sealed class KillableBrowser(Chromium chromium, Uri url) : IAsyncDisposable
{
    private readonly string profile = Path.Combine(Path.GetTempPath(), "khuyencong-profile-" + Path.GetRandomFileName());
    private IBrowserContext? context;

    public IPage Page { get; private set; } = null!;

    public async Task OpenAsync()
    {
        context = await chromium.Browser.BrowserType.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Chromium.Program,
            ChromiumSandbox = Chromium.Sandboxed,
            Args = Chromium.Arguments,
            BaseURL = url.ToString(),
            ViewportSize = Screen.Desk,
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        Page = context.Pages[0];
        Page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
    }

    /// <summary>SIGKILL to every process that has this profile on its command line: nothing is written any more.</summary>
    /// <remarks>All are killed before any is waited for: a helper that dies before its parent stays a zombie, which has no command line, until the parent is gone too.</remarks>
    public async Task KillAsync()
    {
        for (var left = Processes(); left.Count > 0; left = Processes())
        {
            left.ForEach(Kill);
            await Task.Delay(10);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
        {
            await context.DisposeAsync();
        }

        await KillAsync();
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (IOException)
        {
            // A last helper process wrote into it; the system clears its temporary folder.
        }
    }

    private List<int> Processes() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _) && HasTheProfile(name)).Select(name => int.Parse(name!))];

    private static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It went with its parent.
        }
    }

    private bool HasTheProfile(string? process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline").Contains(profile, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
