using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>Writes what the dashboard shows into a workbook; sums are formulas.</summary>
internal static class ProgrammeWorkbook
{
    public static byte[] Write(ProgrammeHead head, ProgrammeText text, IReadOnlyList<TargetRow> rows, MoneyTable money, IReadOnlyList<Discrepancy> discrepancies, DateOnly today)
    {
        var book = new WorkbookWriter();
        Overview(book, head, text, rows, money, discrepancies, today);
        Targets(book, text, rows);
        Money(book, money);
        Discrepancies(book, discrepancies);
        return book.ToBytes();
    }

    private static void Overview(WorkbookWriter book, ProgrammeHead head, ProgrammeText text, IReadOnlyList<TargetRow> rows, MoneyTable money, IReadOnlyList<Discrepancy> discrepancies, DateOnly today)
    {
        var sheet = book.AddSheet("Tổng quan", new("Mục", 46), new("Giá trị", 60));
        sheet.Title(text.Title).Note($"Quyết định {head.Decision} của {text.Decision.Issuer}. Số liệu đến {today:dd/MM/yyyy}.").Blank().Header(filter: false);
        sheet.Row("Giai đoạn", $"{text.FromYear}–{text.ToYear}");
        sheet.Row("Phiên bản", (long)head.Number);
        sheet.Row("Kinh phí theo văn bản", Known(money.Total.Whole));
        sheet.Row("Kinh phí cộng theo nguồn", Known(money.Computed));
        sheet.Row("Chênh lệch (cộng trừ văn bản)", money.Computed is { } computed && money.Total.Whole is { } printed
            ? SheetValue.Computed($"B{sheet.NextRow - 1}-B{sheet.NextRow - 2}", (computed - printed).Amount, CellFormat.Money)
            : "chưa có số liệu");
        sheet.Row("Đã chi theo kết quả ghi nhận", money.Total.Spent);
        sheet.Row("Số chỉ tiêu", (long)rows.Count);
        foreach (var status in Enum.GetValues<TargetStatus>())
        {
            sheet.Row($"Chỉ tiêu: {status.Tag().Text.ToLowerInvariant()}", (long)rows.Count(r => r.Reading.Status == status));
        }

        sheet.Row("Mâu thuẫn số liệu chờ giải trình", (long)discrepancies.Count(d => d is { Origin: DiscrepancyOrigin.Rule, State: DiscrepancyState.Open }));
        foreach (var annex in text.MissingAnnexes)
        {
            sheet.Row($"Phụ lục: {annex.Name}", "chưa có số liệu");
        }
    }

    private static void Targets(WorkbookWriter book, ProgrammeText text, IReadOnlyList<TargetRow> rows)
    {
        var sheet = book.AddSheet("Chỉ tiêu", new("Mã", 10), new("Chỉ tiêu", 48), new("Quan hệ", 9), new("Số lượng", 11), new("Đơn vị", 14), new("Điều kiện", 18), new("Đã đạt", 10), new("Số kết quả", 10), new("Số lượt", 10), new("Cơ sở không trùng", 11), new("Đã chi", 20, CellFormat.Money), new("Tình trạng", 16), new("Mục", 10));
        sheet.Title("Chỉ tiêu và kết quả").Note("Số kết quả, số lượt và số cơ sở đếm riêng; số lượng của các chỉ tiêu khác đơn vị không cộng với nhau.").Header();
        foreach (var group in rows.GroupBy(r => r.Target.ContentCode))
        {
            sheet.Group(group.Key, text.Contents.FirstOrDefault(c => c.Code == group.Key)?.Name ?? "Chưa xếp vào nội dung");
            foreach (var row in group)
            {
                var target = row.Target;
                sheet.Row(target.Code, target.Name, target.Operator.Words(), target.Quantity, target.Per is TargetPer.Period ? target.Unit : $"{target.Unit}/{target.Per.Words()}", target.Condition, target.Achieved, (long)target.ResultCount, target.ResultTimes, (long)row.Establishments, target.ResultAmount, row.Reading.Status.Tag().Text, text.Statements.FirstOrDefault(s => s.Code == target.Code)?.Clause);
            }
        }

        sheet.Total("Cộng", 8, 9, 11);
    }

    private static void Money(WorkbookWriter book, MoneyTable money)
    {
        var columns = new List<SheetColumn> { new("Nguồn", 40) };
        columns.AddRange(money.Years.Select(y => new SheetColumn($"{y}", 20, CellFormat.Money)));
        columns.AddRange([new("Giai đoạn (văn bản)", 22, CellFormat.Money), new("Tỷ lệ in", 10, CellFormat.Percent), new("Theo kết quả nghiệm thu", 24, CellFormat.Money), new("Nghiệm thu không gắn chỉ tiêu, chênh khi quyết toán", 24, CellFormat.Money), new("Còn lại", 22, CellFormat.Money)]);
        var sheet = book.AddSheet("Kinh phí", [.. columns]);
        sheet.Title("Kinh phí theo nguồn và năm").Note("Ô trống: văn bản không ghi, chưa có số liệu (không phải 0).").Header(filter: false);
        var whole = money.Years.Count + 2;
        foreach (var row in money.Sources)
        {
            var at = sheet.NextRow;
            SheetValue left = row.Remaining is { } remaining ? SheetValue.Computed($"{CellAddress.Letters(whole)}{at}-{CellAddress.Letters(whole + 2)}{at}-{CellAddress.Letters(whole + 3)}{at}", remaining.Amount, CellFormat.Money) : default;
            sheet.Row([row.Name, .. row.Years.Select(y => (SheetValue)y), row.Whole, SheetValue.Share(row.Share), row.Spent, row.Beside, left]);
        }

        sheet.Total("Cộng các nguồn", [.. Enumerable.Range(2, money.Years.Count + 1), whole + 2, whole + 3]);
        sheet.Group(["Tổng theo văn bản", .. money.Total.Years.Select(y => (SheetValue)y), money.Total.Whole]);
        if (money.Gap is { } gap)
        {
            var letters = CellAddress.Letters(whole);
            sheet.Group(["Chênh lệch", .. money.Years.Select(_ => default(SheetValue)), SheetValue.Computed($"{letters}{sheet.NextRow - 2}-{letters}{sheet.NextRow - 1}", gap.Amount, CellFormat.Money)]);
        }
    }

    private static void Discrepancies(WorkbookWriter book, IReadOnlyList<Discrepancy> discrepancies)
    {
        var sheet = book.AddSheet("Mâu thuẫn", new("Nguồn phát hiện", 16), new("Mâu thuẫn", 50), new("Văn bản ghi", 22), new("Chỗ khác ghi, tính được", 22), new("Chênh lệch", 22), new("Trích dẫn", 60), new("Tình trạng", 16), new("Giải trình", 40), new("Văn bản giải trình", 26));
        sheet.Title("Mâu thuẫn số liệu").Note("Do đối chiếu và do người đọc phát hiện được liệt kê riêng, không cộng với nhau.").Header();
        foreach (var found in discrepancies)
        {
            sheet.Row(
                found.Origin is DiscrepancyOrigin.Rule ? "Đối chiếu" : "Người đọc",
                found.Title,
                found.Printed,
                found.Compared,
                found.Difference,
                string.Join("\n", found.Quotes.Select(q => $"{q.Clause}: “{q.Quote}”")),
                found.State.Tag().Text,
                found.Explanation,
                found.DocumentNumber is null ? null : $"{found.DocumentNumber} ngày {found.DocumentDate:dd/MM/yyyy}, {found.Signer} ký");
        }
    }

    private static SheetValue Known(Dong? amount) => amount is { } known ? known : "chưa có số liệu";
}
