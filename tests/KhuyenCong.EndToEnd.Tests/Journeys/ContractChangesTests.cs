using KhuyenCong.EndToEnd.Steps;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>
/// The sample project of Khánh Hòa that waits for its contract: signed for 60 triệu, changed by an appendix to 54; an advance of 20 comes back from Kho bạc because the account was closed,
/// and is paid as 18 to the account that another person confirmed. The paper taken off on the way stays struck out until its erasure is asked for.
/// </summary>
public sealed class ContractChangesTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Title = "Ứng dụng máy xay thịt trong chế biến nem chua (dữ liệu minh họa)";
    private const string Workshop = "Hộ kinh doanh Nem chua Bà Tư Mây (dữ liệu minh họa)";
    private const string Department = "Sở Công Thương tỉnh";
    private const string Before = "60.000.000";
    private const string After = "54.000.000";
    private const string Advance = "18.000.000";
    private const string NewAccount = "9990007770001";
    private const string Closed = "Tài khoản của bên nhận tiền đã đóng";
    private const string Quotation = "Báo giá cũ của máy xay thịt";

    [Fact]
    public async Task AnAppendixAndAnotherAccount_AreConfirmedByOthers_AndWhatCameBackIsPaid()
    {
        var (officer, leader, accountant) = (await PageOfAsync(Accounts.KhanhHoaSpecialist), await PageOfAsync(Accounts.KhanhHoaLeader), await PageOfAsync(Accounts.KhanhHoaAccountant));
        var contract = await officer.ProposesContractAsync(await officer.FindsProjectAsync("máy xay thịt", Title), Department, Workshop);
        await leader.SignsContractAsync(contract, Hands.Today.AddDays(-7));
        await AmendedAsync(contract, officer, leader);

        var request = await ReturnedAsync(contract, officer, leader, accountant);
        await AccountChangedAsync(contract, officer, leader);
        await CorrectedAsync(request, officer);
        await leader.ApprovesRequestAsync(request);
        await accountant.SendsToTreasuryAsync(request);
        await accountant.MatchesStatementAsync(Department, "UNC-18", Workshop, Advance);
        await TiesAsync(accountant);
        await ErasedAsync(request, officer, await PageOfAsync(Accounts.KhanhHoaAdministrator));
    }

    /// <summary>Put before the signer with what it changes, signed by another, printed.</summary>
    private static async Task AmendedAsync(string contract, IPage officer, IPage leader)
    {
        await officer.GotoAsync(contract + "/phu-luc");
        await officer.Locator("[name='Reason']").FillAsync("Giá máy giảm theo báo giá mới");
        await officer.FillsAsync(("Amounts[KCDP]", "54 triệu"), ("EndsOn", Hands.Today.AddMonths(6).Text()));
        await officer.PressesAsync("Trình ký phụ lục");
        await officer.SeesAsync("Đã trình ký phụ lục.");
        await IsNoButtonAsync(officer, "Ghi nhận phụ lục đã ký");
        await JudgeAsync(officer, "appendix-proposed");

        await leader.GotoAsync(contract);
        var value = leader.Locator("#phu-luc tbody tr").Filter(new() { HasText = "địa phương" });
        await Assertions.Expect(value.Locator("td[data-label='Trước']")).ToContainTextAsync(Before);
        await Assertions.Expect(value.Locator("td[data-label='Sau']")).ToContainTextAsync(After);
        await leader.Locator("[name='Move.SignedOn']").FillAsync(Hands.Today.Text());
        await leader.AttachesAsync("Bản ký", "phu-luc.pdf", Files.Pdf, Files.SignedDocument);
        await leader.PressesAsync("Ghi nhận phụ lục đã ký");
        await leader.SeesAsync("Đã ghi nhận phụ lục ký.");
        await leader.FollowsFirstAsync("#phu-luc a[href$='/in']");
        await leader.SeesHeadingAsync("PHỤ LỤC HỢP ĐỒNG");
        await leader.SeesAsync(Before, "#sua-doi");
        await leader.SeesAsync(After, "#sua-doi");
        await JudgeAsync(leader, "appendix-printed");
    }

    /// <summary>Asked for with a paper, approved, sent, and not paid: the officer reads why.</summary>
    /// <returns>Where the request is found.</returns>
    private static async Task<string> ReturnedAsync(string contract, IPage officer, IPage leader, IPage accountant)
    {
        await officer.OpensRequestAsync(contract, "Tạm ứng");
        var request = await officer.DraftsRequestAsync("20 triệu", "Tạm ứng mua máy xay thịt");
        await officer.Locator("[name='PaperName']").FillAsync(Quotation);
        await officer.AttachesAsync("Tệp (PDF)", "bao-gia-cu.pdf", Files.Pdf, Files.SignedDocument);
        await officer.PressesAsync("Kèm giấy tờ");
        await officer.SeesAsync("Đã kèm giấy tờ.");
        await officer.SendsRequestAsync();
        await leader.ApprovesRequestAsync(request);
        await accountant.SendsToTreasuryAsync(request);

        await accountant.GotoAsync(request + "?viec=SendBack");
        await accountant.PressesAsync("Ghi Kho bạc trả lại");
        await Assertions.Expect(accountant.Locator(".error-summary li")).ToHaveCountAsync(1);
        await accountant.Locator("[name='Move.Note']").FillAsync(Closed);
        await accountant.PressesAsync("Ghi Kho bạc trả lại");
        await accountant.SeesAsync("Kho bạc đã trả lại:");
        await officer.GotoAsync(request);
        await officer.SeesAsync("Kho bạc trả lại.");
        await officer.SeesAsync("Lý do: " + Closed);
        return request;
    }

    /// <summary>By a document of the workshop: whoever asks for it does not confirm it.</summary>
    private static async Task AccountChangedAsync(string contract, IPage officer, IPage leader)
    {
        await officer.GotoAsync(contract);
        await officer.Locator("#tai-khoan summary").ClickAsync();
        foreach (var (field, text) in new[] { ("Number", NewAccount), ("Bank", "Ngân hàng Minh Họa, chi nhánh hai"), ("Holder", Workshop), ("Document", "Đề nghị số 02 (dữ liệu minh họa)"), ("Reason", Closed) })
        {
            await officer.Locator($"[name='Account.{field}']").FillAsync(text);
        }

        await officer.PressesAsync("Đề nghị đổi");
        await officer.SeesAsync("Đã đề nghị đổi tài khoản; chờ người khác xác nhận.");
        await IsNoButtonAsync(officer, "Xác nhận tài khoản mới");
        await leader.GotoAsync(contract);
        await leader.SeesAsync(Closed, "#tai-khoan");
        await leader.PressesAsync("Xác nhận tài khoản mới");
        await leader.SeesAsync("Đã xác nhận tài khoản mới.");
    }

    /// <summary>The paper that went with it is struck out and not gone; less is asked for, to the new account.</summary>
    private static async Task CorrectedAsync(string request, IPage officer)
    {
        await officer.GotoAsync(request);
        await officer.Locator("#giay-to [name='lyDo']").FillAsync("Báo giá đã hết hạn");
        await officer.Locator("#giay-to form button").Filter(new() { HasText = Quotation }).ClickAsync();
        await officer.SeesAsync("Đã gỡ giấy tờ.");
        await Assertions.Expect(officer.Locator("#giay-to-da-go del")).ToContainTextAsync(Quotation);
        await JudgeAsync(officer, "paper-removed");

        await officer.GotoAsync(request + "/sua");
        await officer.Locator("[name^='Form.Lines['][name$='.Amount']").First.FillAsync("18 triệu");
        await officer.PressesAsync("Lưu");
        await officer.SeesAsync("Đã lưu đề nghị.");
        await officer.SendsRequestAsync();
        await officer.SeesAsync(NewAccount, "main dl.facts:has(dt:has-text('Tài khoản nhận'))");
    }

    /// <summary>The contract as it was changed, what the book says and what the statement proves, without a fault.</summary>
    private static async Task TiesAsync(IPage accountant)
    {
        await accountant.GotoAsync("/kho-bac/ba-ben?tim=nem+chua");
        await accountant.SaysAsync("#ba-ben tbody", "Giá trị", After);
        foreach (var place in (string[])["Dư tạm ứng", "Đề nghị đã chi", "Khớp sao kê"])
        {
            await accountant.SaysAsync("#ba-ben tbody", place, Advance);
        }

        await accountant.SaysAsync("#ba-ben tbody", "Kết quả", "Khớp");
    }

    /// <summary>Its content goes for good; that it was there, and by which request it went, stays.</summary>
    private static async Task ErasedAsync(string request, IPage officer, IPage administrator)
    {
        var found = "/nhat-ky/xoa-tep?tim=" + Uri.EscapeDataString(Quotation);
        await administrator.GotoAsync(found);
        await JudgeAsync(administrator, "removed-found");
        await administrator.GotoAsync(found);
        await administrator.Locator("[name='Chosen']").First.CheckAsync();
        await administrator.Locator("[name='RequestNumber']").FillAsync("12/YC (dữ liệu minh họa)");
        await administrator.PressesAsync("Xóa các giấy tờ đã chọn");
        await administrator.SeesAsync("Đã xóa 1 giấy tờ theo yêu cầu số 12/YC");
        await officer.GotoAsync(request);
        await officer.SeesAsync("Đã xóa theo yêu cầu số 12/YC", "#giay-to-da-go");
    }

    private static Task IsNoButtonAsync(IPage page, string button) =>
        Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).ToHaveCountAsync(0);

    /// <summary>In both sizes and looks; the next page is opened by its address.</summary>
    private static async Task JudgeAsync(IPage page, string picture)
    {
        (await page.JudgeAsync("changes-" + picture, shell: false)).ShouldBeEmpty();
        await page.SitsDownAgainAsync();
    }
}
