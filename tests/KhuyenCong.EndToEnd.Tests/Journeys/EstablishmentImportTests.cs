using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace KhuyenCong.EndToEnd.Journeys;

/// <summary>A list of establishments from Excel: faults by cell, a preview, a bar that moves, then duplicates found, merged and set apart again.</summary>
public sealed class EstablishmentImportTests(Application application, Chromium chromium) : Journey(application, chromium)
{
    private const string Twin = "Công ty TNHH Bột sò Hải Âu (dữ liệu minh họa)";
    private const string Likeness = "Cty TNHH Bột sò Hải Âu (dữ liệu minh họa)";

    [Fact]
    public async Task FaultsByCell_Preview_Commit_ThenMergedAndUndone()
    {
        var page = await NewPageAsync();
        await page.SignInAsync(Accounts.KhanhHoaSpecialist);
        await page.GoesToAsync("Cơ sở");
        await page.FollowsAsync("Nhập Excel");
        var template = await page.DownloadsAsync("Tải mẫu Excel");
        await UploadsAsync(page, Filled(template, [.. Enumerable.Range(1, 1500).Select(Good), [Twin, "Doanh nghiệp nhỏ và vừa", "22366"], [Likeness, "Doanh nghiệp nhỏ và vừa", "22366"], ["Cơ sở sai (dữ liệu minh họa)", "Tập đoàn", "Xã Không Có"]]));

        await Assertions.Expect(page.Locator("#tien-do progress")).ToBeVisibleAsync();
        await page.SeesHeadingAsync("Kết quả kiểm tra");
        await page.SeesAsync("B1504: “Tập đoàn”");
        await page.SeesAsync("C1504");
        await page.SeesHeadingAsync("Xem trước");
        await JudgeAsync(page, "import-ready");

        await page.PressesAsync("Ghi vào danh sách");
        await Assertions.Expect(page.Locator("#tien-do")).ToContainTextAsync("Đang ghi");
        await Assertions.Expect(page.Locator(".notice-good")).ToContainTextAsync("Đã ghi 1.502 cơ sở trong 1.503 dòng", new() { Timeout = 120_000 });
        await JudgeAsync(page, "import-done");

        await MergesAsync(page);
        await UndoesAsync(page);
    }

    private static async Task MergesAsync(IPage page)
    {
        await page.GotoAsync("/co-so?tim=bot+so+hai+au");
        await Assertions.Expect(page.Locator("#co-so tbody tr")).ToHaveCountAsync(2);
        await page.GotoAsync("/co-so/nghi-trung");
        await page.SeesAsync("tên gần giống, cùng địa bàn");
        await page.Locator("main tbody tr").Filter(new() { HasText = "Bột sò Hải Âu" }).GetByRole(AriaRole.Link, new() { Name = "So sánh" }).ClickAsync();
        await page.SeesAsync("Bản ghi giữ lại");
        await JudgeAsync(page, "merge");
        await page.WritesAsync("Lý do, căn cứ", "Cùng giấy đăng ký, đã gọi chủ cơ sở (dữ liệu minh họa).");
        await page.PressesAsync("Hợp nhất");
        await page.SeesAsync("Đã hợp nhất");
        await page.GotoAsync("/co-so?tim=bot+so+hai+au");
        await Assertions.Expect(page.Locator("#co-so tbody tr")).ToHaveCountAsync(1);
    }

    private static async Task UndoesAsync(IPage page)
    {
        await page.GotoAsync("/co-so?tim=bot+so+hai+au&tinh-trang=Merged");
        await page.FollowsFirstAsync("#co-so tbody th a");
        await page.FollowsAsync("Hoàn tác hợp nhất");
        await JudgeAsync(page, "merge-undo");
        await page.WritesAsync("Lý do hoàn tác", "Hai cơ sở khác nhau (dữ liệu minh họa).");
        await page.PressesAsync("Hoàn tác hợp nhất");
        await page.SeesAsync("Đã hoàn tác hợp nhất");
        await page.GotoAsync("/co-so?tim=bot+so+hai+au");
        await Assertions.Expect(page.Locator("#co-so tbody tr")).ToHaveCountAsync(2);
    }

    private static string[] Good(int number) => [$"Hộ làng nghề số {number:0000} (dữ liệu minh họa)", "Hộ kinh doanh", "22453", $"Thôn {number % 9}"];

    private static async Task UploadsAsync(IPage page, byte[] workbook)
    {
        await page.AttachesAsync("Tệp Excel đã điền", "danh-sach.xlsx", Files.Xlsx, workbook);
        await page.PressesAsync("Tải lên và kiểm tra");
    }

    /// <summary>The template with rows typed under its header.</summary>
    private static byte[] Filled(byte[] template, IReadOnlyList<string[]> rows)
    {
        using var memory = new MemoryStream();
        memory.Write(template);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var sheet = book.Workbook.Sheets!.Elements<Sheet>().First();
            var data = ((WorksheetPart)book.GetPartById(sheet.Id!)).Worksheet.GetFirstChild<SheetData>()!;
            data.Append(rows.Select((row, number) => new Row(row.Select((text, column) => new Cell(new InlineString(new Text(text)))
            {
                CellReference = $"{(char)('A' + column)}{number + 2}",
                DataType = CellValues.InlineString,
            }))
            {
                RowIndex = (uint)number + 2,
            }));
        }

        return memory.ToArray();
    }

    private static async Task JudgeAsync(IPage page, string picture)
    {
        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitAsync();
        await page.PictureAsync(picture);
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        await page.ShouldFitAsync();
        await page.PictureAsync(picture + "-phone");
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }
}
