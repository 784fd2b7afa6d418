using System.Text.RegularExpressions;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>Somebody types while the server is killed, the browser is killed, or the session is ended, at any moment and again and again. No field is lost.</summary>
/// <remarks>
/// The guarantee (Assets/js/drafts.js): once the line under the form says "Đã lưu nháp" the fields are on the server, and once it says
/// "đang được giữ trên máy này" they survive a kill -9 of the browser too; as long as the page itself lives, so does everything typed in it,
/// and opening the form again brings all of it back. At the end another machine sees the same fields.
/// </remarks>
public sealed partial class TypingTests(KillableApplication application, Chromium chromium) : IClassFixture<KillableApplication>, IAsyncLifetime
{
    private const string User = Accounts.KhanhHoaCentre;

    private static readonly Kill[] Kills = [Kill.Server, Kill.Server, Kill.Browser, Kill.Browser, Kill.BrowserWhileTheServerIsDown, Kill.SessionEndedElsewhere, Kill.CookieGone];

    private readonly Run run = new("typing");
    private readonly KillableBrowser browser = new(chromium, application.Url);
    private readonly Clerk administrator = new(application.Url);
    private readonly Dictionary<string, Promises> forms = [];
    private readonly List<string> lost = [];
    private Dice dice = null!;
    private Typist typist = null!;
    private int reopened;
    private int checks;
    private int unpromised;

    private enum Kill
    {
        Server,
        Browser,
        BrowserWhileTheServerIsDown,
        SessionEndedElsewhere,
        CookieGone,
    }

    public ValueTask InitializeAsync()
    {
        dice = new(run.Seed);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        administrator.Dispose();
        await browser.DisposeAsync();
    }

    [Fact]
    public async Task NoFieldIsLost()
    {
        await administrator.SignInAsync(Accounts.KhanhHoaAdministrator);
        var account = AccountLink().Matches(await administrator.ReadAsync("/tai-khoan")).Single(link => link.Groups[2].Value.Contains(User, StringComparison.Ordinal)).Groups[1].Value;
        await OpenBrowserAsync();
        await FindFormsAsync();

        var address = "";
        while (run.GoesOn)
        {
            if (address.Length == 0 || dice.Chance(40))
            {
                address = dice.Of([.. forms.Keys]);
                await ReopenAsync(address);
            }

            await TypeUntilKilledAsync(address, dice.Of(Kills), account);
            await ReopenAsync(address);
        }

        await AnotherMachineSeesTheSameAsync();
        run.Tell($"typing: seed {run.Seed}, {run.Kills} kills, {reopened} forms opened again, {checks} promised fields looked for, {lost.Count} lost ({unpromised} typed in the last moment and promised by nobody)");
        lost.ShouldBeEmpty($"seed {run.Seed}");
    }

    private async Task FindFormsAsync()
    {
        await typist.OpenAnyAsync("/ket-qua/ghi-nhan");
        var targets = await browser.Page.Locator("[name='chi-tieu'] option").EvaluateAllAsync<string[]>("options => options.map(option => option.value).filter(Boolean)");
        for (var count = 0; count < 4; count++)
        {
            forms[$"/ket-qua/ghi-nhan?chi-tieu={dice.Of(targets)}"] = new();
        }
    }

    private async Task TypeUntilKilledAsync(string address, Kill kill, string account)
    {
        var promises = forms[address];
        var killing = KillAsync(kill, account);
        var afterwards = dice.Next(800);
        try
        {
            while (!killing.IsCompleted)
            {
                await typist.TypeAsync(promises);
            }

            await killing;
            for (var until = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(until).TotalMilliseconds < afterwards;)
            {
                await typist.TypeAsync(promises);
            }

            // The page lives: it knows all that was typed, and nothing of it may be missing when it is opened again.
            promises.Promise((await typist.LookAsync()).Fields);
        }
        catch (Exception e) when (kill is Kill.Browser or Kill.BrowserWhileTheServerIsDown && e is PlaywrightException)
        {
            await killing;
            await OpenBrowserAsync();
        }

        run.Killed($"{kill} at {address}");
    }

    private async Task KillAsync(Kill kill, string account)
    {
        await dice.PauseAsync(1200);
        if (kill is Kill.Server or Kill.BrowserWhileTheServerIsDown)
        {
            await application.KillAsync();
            await dice.PauseAsync(1000);
        }

        switch (kill)
        {
            case Kill.Server:
                await application.StartAgainAsync();
                break;
            case Kill.BrowserWhileTheServerIsDown:
                await browser.KillAsync();
                await application.StartAgainAsync();
                break;
            case Kill.Browser:
                await browser.KillAsync();
                break;
            case Kill.SessionEndedElsewhere:
                using (var nothing = new MultipartFormDataContent())
                {
                    (await administrator.SendAsync($"{account}?handler=Unlock", await administrator.ReadAsync(account), nothing)).Redirect.ShouldNotBeNull();
                }

                break;
            case Kill.CookieGone:
                await browser.Page.Context.ClearCookiesAsync(new() { Name = "kc-session" });
                break;
        }
    }

    private async Task ReopenAsync(string address)
    {
        var look = await typist.OpenAsync(address);
        var promises = forms[address];
        reopened++;
        checks += promises.Count;
        unpromised += promises.Unpromised(look.Fields);
        foreach (var broken in promises.Broken(look.Fields))
        {
            lost.Add($"after kill {run.Kills} at {address}: {broken}");
            run.Tell("LOST " + lost[^1]);
        }

        promises.Promise(look.Fields);
    }

    private async Task OpenBrowserAsync()
    {
        await browser.OpenAsync();
        typist = new(browser.Page, dice, User);
    }

    private async Task AnotherMachineSeesTheSameAsync()
    {
        foreach (var address in forms.Keys)
        {
            await ReopenAsync(address);
            await browser.Page.WaitForFunctionAsync(Kept.Nothing);
        }

        await using var elsewhere = await chromium.Browser.NewContextAsync(new() { BaseURL = application.Url.ToString(), Locale = "vi-VN" });
        typist = new(await elsewhere.NewPageAsync(), dice, User);
        foreach (var address in forms.Keys)
        {
            await ReopenAsync(address);
        }
    }

    [GeneratedRegex("href=\"(/tai-khoan/[0-9a-f-]{36})\"(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex AccountLink();
}
