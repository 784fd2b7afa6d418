using System.Globalization;
using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>The Excel template with which a programme is entered without a developer.</summary>
public static class ProgrammeTemplate
{
    public const string FileName = "mau-chuong-trinh-khuyen-cong.xlsx";

    private const string Guide = "Hướng dẫn";
    private const int SpareRows = 20;

    private static readonly string[] GuideLines =
    [
        "1. Điền trang “Quyết định” trước: đơn vị tiền chọn ở đó áp dụng cho cả trang “Kinh phí”.",
        "2. Điền các trang còn lại, mỗi dòng một mục. Cột có dấu * là bắt buộc. Dòng trống được bỏ qua.",
        "3. Không đổi tên trang, không đổi dòng tiêu đề, không gộp ô, không dùng công thức, không ẩn dòng.",
        "4. Chép đúng số in trong quyết định. Số không khớp nhau cũng giữ nguyên: phần mềm sẽ chỉ ra để giải trình, không tự sửa.",
        "5. Chưa có số liệu thì để trống, không ghi số 0.",
        "6. Số tiền: dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ. Với đơn vị triệu đồng, 6.606 nghĩa là 6.606.000.000 đ.",
        "7. Muốn ghi số tiền theo đơn vị khác thì ghi kèm đơn vị, ví dụ: 300 triệu; 1,5 tỷ; 400.000.000 đồng.",
        "8. Nhiều nguồn kinh phí trong một ô thì ngăn cách bằng dấu chấm phẩy, ví dụ: KC quốc gia; KC địa phương.",
        "9. Tải tệp lên: phần mềm báo mọi lỗi theo từng ô và đọc lại từng số tiền trước khi lưu. Còn lỗi thì chưa có gì được lưu.",
    ];

    /// <summary>The empty template, or one filled with a programme.</summary>
    public static byte[] Write(ProgrammeText? prefilled)
    {
        var book = new WorkbookWriter();
        WriteGuide(book);
        WriteDecision(book, prefilled);
        var rows = new[]
        {
            prefilled?.Contents.Select(Row), prefilled?.Statements.Select(Row),
            prefilled?.Money.Select(m => Row(m, prefilled.MoneyUnit)),
            prefilled?.Aims.Select(Row), prefilled?.MissingAnnexes.Select(Row),
        };
        foreach (var (table, filled) in TemplateLayout.Tables.Zip(rows))
        {
            WriteTable(book, table, filled ?? []);
        }

        return book.ToBytes();
    }

    /// <summary>Reads a filled template: the programme, or every fault by cell, and every amount read back.</summary>
    public static ProgrammeReading Read(SafeWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        return new ProgrammeTemplateReader(workbook).Read();
    }

    private static void WriteGuide(WorkbookWriter book)
    {
        var sheet = book.AddSheet(Guide, new("", 18), new("", 48), new("", 24));
        sheet.Title("MẪU NHẬP CHƯƠNG TRÌNH KHUYẾN CÔNG").Blank();
        foreach (var line in GuideLines)
        {
            sheet.Line(line);
        }

        sheet.Blank().Note("Các nguồn kinh phí được dùng (ghi tên gọn hoặc mã):");
        sheet.Group("Tên gọn", "Tên đầy đủ", "Mã");
        foreach (var source in FundingSource.All)
        {
            sheet.Row(source.ShortName, source.Name, source.Code);
        }
    }

    private static void WriteDecision(WorkbookWriter book, ProgrammeText? text)
    {
        var table = TemplateLayout.Decision;
        var sheet = Start(book, table, [CellFormat.Text, CellFormat.TypedText, CellFormat.Text]);
        foreach (var (label, required, hint) in TemplateLayout.DecisionRows)
        {
            if (label == DecisionLabel.Unit)
            {
                sheet.Offer(2, sheet.NextRow, sheet.NextRow, TemplateLayout.Units);
            }

            sheet.Row(required ? label + " *" : label, text is null ? null : Value(text, label), hint);
        }
    }

    private static void WriteTable(WorkbookWriter book, TemplateTable table, IEnumerable<string?[]> rows)
    {
        var sheet = Start(book, table, [.. table.Columns.Select(_ => CellFormat.TypedText)]);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            if (table.Columns[i] is { Choices: { } choices } column)
            {
                sheet.Offer(i + 1, TemplateTable.FirstRow, TemplateTable.LastRow, choices, !column.Several,
                    column.Several ? "Nhiều nguồn thì ngăn cách bằng dấu chấm phẩy." : "");
            }
        }

        foreach (var row in rows)
        {
            sheet.Row([.. row.Select(v => (SheetValue)v)]);
        }

        for (var i = 0; i < SpareRows; i++)
        {
            sheet.Row();
        }
    }

    private static SheetWriter Start(WorkbookWriter book, TemplateTable table, CellFormat[] formats) =>
        book.AddSheet(table.Sheet, [.. table.Columns.Zip(formats, (c, format) => new SheetColumn(c.Heading, c.Width, format))])
            .Title(table.Title).Note(table.Hint).Header(filter: false);

    private static string? Value(ProgrammeText text, string label) => label switch
    {
        DecisionLabel.Number => text.Decision.Number,
        DecisionLabel.Date => text.Decision.Date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        DecisionLabel.Issuer => text.Decision.Issuer,
        DecisionLabel.Title => text.Decision.Title,
        DecisionLabel.Proposal => text.Decision.Proposal,
        DecisionLabel.Effective => text.Decision.Effective,
        DecisionLabel.Programme => text.Title,
        DecisionLabel.FromYear => Text(text.FromYear),
        DecisionLabel.ToYear => Text(text.ToYear),
        DecisionLabel.Unit => TemplateLayout.UnitName(text.MoneyUnit),
        _ => throw new ArgumentOutOfRangeException(nameof(label)),
    };

    private static string?[] Row(ContentText c) => [c.Code, c.Name, c.Clause, Sources(c.Sources), c.SourceQuote];

    private static string?[] Row(TargetStatement s) =>
    [
        s.Code, s.SameAs, s.ContentCode, s.Name, s.Unit, TemplateLayout.OperatorName(s.Operator), Text(s.Quantity), TemplateLayout.PerName(s.Per),
        Text(s.Titles), Text(s.Copies), s.Condition, Sources(s.Sources), s.Clause, s.Quote, s.Note,
    ];

    private static string?[] Row(MoneyLine m, MoneyUnit unit) =>
    [
        m.Code, m.Name, TemplateLayout.SourceName(m.Source), Text(m.Year), m.ContentCode,
        m.Printed is { } printed ? AmountCell.Write(printed, unit) : null,
        m.PrintedShare is { } share ? (share / 100m).ToString("0.##", CultureInfo.InvariantCulture).Replace('.', ',') : null,
        m.Clause, m.Quote,
    ];

    private static string?[] Row(AimText a) => [a.Code, a.Name, a.Clause, a.Quote, a.ContentCode, a.IndicatorUnit];

    private static string?[] Row(MissingAnnex a) => [a.Name, a.Clause, a.Quote];

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Sources(IReadOnlyList<string>? codes) =>
        codes is { Count: > 0 } ? string.Join("; ", codes.Select(TemplateLayout.SourceName)) : null;
}
