using System.Text.Json;

namespace KhuyenCong.EndToEnd.Soak;

/// <summary>What a form's page shows: the line about its draft, and every field.</summary>
public sealed record Look(string State, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>"Đã lưu nháp" is on the server; "đang được giữ trên máy này" survives a kill of the browser.</summary>
    public bool Promises => State is "saved" or "waiting";
}

/// <summary>Somebody who fills in any field of a form, in any order, and signs in again whenever asked.</summary>
public sealed class Typist(IPage page, Dice dice, string user)
{
    private const string Reads = """
        () => {
          const form = document.querySelector('form[data-draft]');
          const fields = [...form.elements].filter(input => input.name && input.matches('input[type=text], input:not([type]), input[type=number], textarea, select'));
          return JSON.stringify({ state: form.querySelector('.draft-state')?.dataset.state ?? '', fields: Object.fromEntries(fields.map(input => [input.name, input.value])) });
        }
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Words = ["Lớp khởi sự", "Máy sấy nông sản", "Hội nghị", "Nước mắm", "Làng nghề", "đợt hai", "Ninh Hòa", "xã Cam Lâm", "\"trích dẫn\"", "a<b>&c", "50 %"];

    public async Task<Look> LookAsync() => JsonSerializer.Deserialize<Look>(await page.EvaluateAsync<string>(Reads), Json)!;

    /// <summary>Opens the form, signs in if that is asked, and waits until its draft has been put back.</summary>
    public async Task<Look> OpenAsync(string address)
    {
        await OpenAnyAsync(address);
        await page.Locator("form[data-draft-on='restored']").WaitForAsync(new() { Timeout = 60_000 });
        return await LookAsync();
    }

    public async Task OpenAnyAsync(string address)
    {
        await page.GotoAsync(address);
        if (page.Url.Contains("/dang-nhap", StringComparison.Ordinal))
        {
            await page.SignInAsync(user);
            await page.GotoAsync(address);
        }
    }

    public async Task TypeAsync(Promises promises)
    {
        await SignInAgainAsync();
        var field = dice.Of([.. (await LookAsync()).Fields.Keys]);
        var input = page.Locator($"[name='{field}']").First;
        if (field.EndsWith("CommuneCode", StringComparison.Ordinal))
        {
            var choice = dice.Of(await input.EvaluateAsync<string[]>("list => [...list.options].map(option => option.value)"));
            promises.Types(field, choice, byLetter: false);
            await input.SelectOptionAsync(choice);
        }
        else
        {
            await WriteAsync(input, field, promises);
        }

        if (await LookAsync() is { Promises: true } look)
        {
            promises.Promise(look.Fields);
        }
    }

    private async Task WriteAsync(ILocator input, string field, Promises promises)
    {
        var text = TextFor(field);
        var byLetter = dice.Chance(25) && !field.Contains("Amounts", StringComparison.Ordinal);
        promises.Types(field, text, byLetter);
        if (byLetter)
        {
            await input.FillAsync("");
            await input.PressSequentiallyAsync(text, new() { Delay = 15 });
        }
        else
        {
            await input.FillAsync(text);
        }

        if (dice.Chance(60))
        {
            await input.PressAsync("Tab");
        }

        await dice.PauseAsync(250);
    }

    private string TextFor(string field) => field switch
    {
        _ when field.Contains("Amounts", StringComparison.Ordinal) => $"{1 + dice.Next(900)}.{100 + dice.Next(900)}.000",
        _ when field.EndsWith("On", StringComparison.Ordinal) => Hands.Today.AddDays(-dice.Next(60)).Text(),
        _ when field.EndsWith("Quantity", StringComparison.Ordinal) || field.EndsWith("Times", StringComparison.Ordinal) || field.EndsWith("Copies", StringComparison.Ordinal) => (1 + dice.Next(300)).ToString(),
        _ => $"{dice.Of(Words)} {dice.Of(Words)} {dice.Next(1000)}",
    };

    /// <summary>The dialog of an ended session.</summary>
    private async Task SignInAgainAsync()
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (await dialog.CountAsync() == 0)
        {
            return;
        }

        await dialog.GetByLabel("Tên đăng nhập").FillAsync(user);
        await dialog.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Accounts.Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }
}
