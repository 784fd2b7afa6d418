namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>An application of their own, for journeys that change what the others count.</summary>
public sealed class OwnApplication : Application;

/// <summary>One more application for journeys that change what others count, though not what the ones beside them do: a programme of Đồng Nai, norms and a survey of Khánh Hòa.</summary>
[CollectionDefinition(Name)]
public sealed class AsideFromTheOthers : ICollectionFixture<OwnApplication>
{
    public const string Name = "aside";
}

/// <summary>A specialist who amends a programme in Excel: download, change, upload, look, confirm, publish.</summary>
[Collection(AsideFromTheOthers.Name)]
public sealed class ProgrammeEntryTests(OwnApplication application, Chromium chromium) : Journey(application, chromium)
{
    [Fact]
    public async Task AmendsByExcel_ReadsTheAmountsBack_AndPublishes()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.DongNaiSpecialist);
        await page.GoesToAsync("Chương trình");
        await page.FollowsFirstAsync("main tbody th a");
        await page.FollowsAsync("Điều chỉnh");
        var filled = await page.DownloadsAsync("Tải Excel đã điền sẵn");

        await page.FollowsAsync("Tải tệp đã sửa lên");
        await IsToldEveryFaultByCellAsync(page, filled);
        await LooksAndConfirmsAsync(page, filled);
        await PublishesAsync(page);
    }

    private static async Task IsToldEveryFaultByCellAsync(IPage page, byte[] filled)
    {
        await UploadsAsync(page, Files.Retyped(filled, ("Kinh phí", "6.606", "sáu nghìn"), ("Kinh phí", "3.740", "-5")));

        await page.SeesAsync("chưa có gì được nhập");
        await Assertions.Expect(page.Locator(".error-summary tbody tr")).ToHaveCountAsync(2);
        await page.ShouldBeAccessibleAsync();
    }

    private static async Task LooksAndConfirmsAsync(IPage page, byte[] filled)
    {
        await UploadsAsync(page, Files.Retyped(filled, ("Quyết định", "33/QĐ-UBND", "1234/QĐ-UBND"), ("Kinh phí", "6.606", "6.607")));

        await page.SeesHeadingAsync("Xem lại trước khi nhập");
        await page.SeesAsync("1234/QĐ-UBND");
        await page.SeesAsync("6.607.000.000 đ");
        await page.SeesAsync("Sáu tỷ sáu trăm lẻ bảy triệu đồng");
        await page.SeesAsync("Chênh lệch");
        await page.SeesAsync("2 thay đổi");
        await page.ShouldBeAccessibleAsync();
        await page.PictureAsync("import-preview");
        await page.PressesAsync("Xác nhận nhập");
    }

    private static async Task PublishesAsync(IPage page)
    {
        await page.SeesHeadingAsync("Ban hành phiên bản 2");
        await page.WritesAsync("Có hiệu lực từ ngày", Hands.Today.Text());
        await page.PressesAsync("Ban hành phiên bản 2");

        await page.SeesAsync("Đã ban hành phiên bản 2 theo Quyết định 1234/QĐ-UBND");
        await page.FollowsFirstAsync(".tabs a[href$='/phien-ban']");
        await page.FollowsAsync("So với phiên bản 1");
        await page.SeesAsync("33/QĐ-UBND");
        await page.SeesAsync("6.607.000.000");
    }

    private static async Task UploadsAsync(IPage page, byte[] workbook)
    {
        await page.AttachesAsync("Tệp Excel đã điền", "dieu-chinh.xlsx", Files.Xlsx, workbook);
        await page.PressesAsync("Đọc và kiểm tra tệp");
    }
}
