namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>Somebody who types on a bad day: the machine dies, the session ends, the network goes. Nothing typed is lost.</summary>
public sealed class DraftTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Session = "kc-session";

    [Fact]
    public async Task PageKilled_TheFieldsAreBack_AlsoOnAnotherMachine()
    {
        const string target = "Nhãn hiệu sản phẩm được hỗ trợ đăng ký";
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaCentre);
        await page.OpensTheFormForAsync(target);
        await TypesAsync(page, "Form.Title", "Nhãn hiệu nước mắm (dữ liệu minh họa)");
        await SeesItKeptAsync(page);
        await TypesAsync(page, "Form.Place", "Hội trường xã");
        await page.CloseAsync();

        var again = await page.Context.NewPageAsync();
        await again.OpensTheFormForAsync(target);
        await again.SeesAsync("Đã khôi phục nội dung đang soạn");
        await HoldsAsync(again, "Form.Title", "Nhãn hiệu nước mắm (dữ liệu minh họa)");
        await HoldsAsync(again, "Form.Place", "Hội trường xã");
        await again.WaitForFunctionAsync(Soak.Kept.Nothing);

        var elsewhere = await NewPageAsync(Screen.Phone);
        await elsewhere.SignInAsync(Accounts.KhanhHoaCentre);
        await elsewhere.OpensTheFormForAsync(target);
        await HoldsAsync(elsewhere, "Form.Title", "Nhãn hiệu nước mắm (dữ liệu minh họa)");
        await HoldsAsync(elsewhere, "Form.Place", "Hội trường xã");
    }

    [Fact]
    public async Task SessionEnded_ADialogSignsInAgain_AndTheFormIsSentWhole()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaCentre);
        await page.OpensTheFormForAsync("Phòng trưng bày sản phẩm được hỗ trợ");
        await TypesAsync(page, "Form.Title", "Phòng trưng bày Nha Trang (dữ liệu minh họa)");
        await SeesItKeptAsync(page);

        await page.Context.ClearCookiesAsync(new() { Name = Session });
        await TypesAsync(page, "Form.AchievedOn", Hands.Today.Text());
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Tên đăng nhập").FillAsync(Accounts.KhanhHoaCentre);
        await dialog.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Accounts.Password);
        await page.ShouldBeAccessibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();

        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await HoldsAsync(page, "Form.Title", "Phòng trưng bày Nha Trang (dữ liệu minh họa)");
        await HoldsAsync(page, "Form.AchievedOn", Hands.Today.Text());
        await SeesItKeptAsync(page);
        await page.PressesAsync("Ghi nhận kết quả");
        await page.SeesAsync("Đã ghi nhận kết quả.");
        await page.SeesHeadingAsync("Phòng trưng bày Nha Trang");
    }

    [Fact]
    public async Task NetworkGone_TheMachineKeepsIt_AndSendsItLater()
    {
        const string target = "Cẩm nang phổ biến chính sách";
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaCentre);
        await page.OpensTheFormForAsync(target);
        await page.Context.SetOfflineAsync(true);
        await TypesAsync(page, "Form.Note", "In 300 cuốn đợt đầu");
        await page.SeesAsync("nội dung đang được giữ trên máy này");

        await page.Context.SetOfflineAsync(false);
        await SeesItKeptAsync(page);

        var elsewhere = await NewPageAsync();
        await elsewhere.SignInAsync(Accounts.KhanhHoaCentre);
        await elsewhere.OpensTheFormForAsync(target);
        await HoldsAsync(elsewhere, "Form.Note", "In 300 cuốn đợt đầu");
    }

    /// <summary>Otherwise a session that has ended is noticed between two fields, and the dialog takes what is being typed into the second.</summary>
    [Fact]
    public async Task LeavingAFieldThatIsKept_SendsNothing()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaCentre);
        await page.OpensTheFormForAsync("Gian hàng của cơ sở CNNT tham gia hội chợ");
        var sent = new List<string>();
        page.Request += (_, request) =>
        {
            if (request is { Method: "POST", PostData: { } kept } && request.Url.Contains("/ban-nhap/", StringComparison.Ordinal))
            {
                sent.Add(kept);
            }
        };
        await TypesAsync(page, "Form.Title", "Gian hàng Tuần hàng (dữ liệu minh họa)");
        await SeesItKeptAsync(page);

        await TypesAsync(page, "Form.Place", "Nhà văn hóa xã");
        await page.WaitForFunctionAsync(Soak.Kept.Nothing);
        await SeesItKeptAsync(page);

        sent.Count(kept => kept.Contains("Form.Title", StringComparison.Ordinal)).ShouldBe(1);
        sent.ShouldContain(kept => kept.Contains("Form.Place", StringComparison.Ordinal));
    }

    private static Task TypesAsync(IPage page, string field, string text) => page.Locator($"[name='{field}']").FillAsync(text);

    private static Task HoldsAsync(IPage page, string field, string text) =>
        Assertions.Expect(page.Locator($"[name='{field}']")).ToHaveValueAsync(text);

    private static Task SeesItKeptAsync(IPage page) => Assertions.Expect(page.Locator(".draft-state")).ToContainTextAsync("Đã lưu nháp");
}
