using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Pages.Treasury;

/// <summary>What a column of a statement holds.</summary>
public enum StatementColumn
{
    Day,
    Number,
    Beneficiary,
    Content,
    Out,
    In,
}

/// <summary>Cột của sao kê: the headings that Kho bạc and banks use, and the template of our own.</summary>
public static class StatementLayout
{
    public const string Sheet = "Sao kê";
    public const string FileName = "mau-sao-ke.xlsx";

    private const int HeaderWithin = 40;

    // Folded headings; of two that fit, the first in this order.
    private static readonly Dictionary<StatementColumn, string[]> Synonyms = new()
    {
        [StatementColumn.Day] = ["ngay giao dich", "ngay gd", "ngay hach toan", "ngay hieu luc", "ngay chung tu", "ngay thanh toan", "ngay thang", "ngay ct", "ngay", "transaction date", "date"],
        [StatementColumn.Number] = ["so chung tu", "so ct", "so but toan", "so giao dich", "ma giao dich", "so tham chieu", "so gd", "so uy nhiem chi", "so unc", "chung tu", "reference", "ref"],
        [StatementColumn.Beneficiary] = ["nguoi thu huong", "don vi thu huong", "don vi nhan tien", "nguoi huong", "ten nguoi huong", "ten nguoi thu huong", "don vi huong", "nguoi nhan", "ten doi tac", "doi tac", "nguoi nop, nguoi nhan", "ten tai khoan doi ung", "beneficiary"],
        [StatementColumn.Content] = ["noi dung", "dien giai", "noi dung giao dich", "noi dung thanh toan", "noi dung chi", "mo ta", "description", "remark"],
        [StatementColumn.Out] = ["so tien chi", "ghi no", "phat sinh no", "ps no", "no", "chi", "so tien ghi no", "rut ra", "tien ra", "debit", "so tien"],
        [StatementColumn.In] = ["so tien thu", "ghi co", "phat sinh co", "ps co", "co", "thu", "so tien ghi co", "tien vao", "gui vao", "credit"],
    };

    private static readonly (StatementColumn Column, string Header, double Width, CellFormat Format)[] Ours =
    [
        (StatementColumn.Day, "Ngày giao dịch", 16, CellFormat.TypedText),
        (StatementColumn.Number, "Số chứng từ", 20, CellFormat.TypedText),
        (StatementColumn.Beneficiary, "Người thụ hưởng", 40, CellFormat.TypedText),
        (StatementColumn.Content, "Nội dung", 60, CellFormat.TypedText),
        (StatementColumn.Out, "Số tiền chi", 20, CellFormat.TypedText),
        (StatementColumn.In, "Số tiền thu", 20, CellFormat.TypedText),
    ];

    /// <summary>The row of headings and where each column is; null where no row says a day and an amount.</summary>
    public static (int Row, Dictionary<StatementColumn, int> Columns)? Find(SheetGrid sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return sheet.Rows.Take(HeaderWithin).Select(r => (Row: r, Columns: Of(sheet, r))).Where(f => IsEnough(f.Columns)).OrderByDescending(f => f.Columns.Count).Select(f => ((int, Dictionary<StatementColumn, int>)?)f).FirstOrDefault();
    }

    /// <summary>The headings of the row that has the most text, for whoever has to choose.</summary>
    public static string Told(SheetGrid sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var row = sheet.Rows.Take(HeaderWithin).OrderByDescending(r => sheet.Columns(r).Count(c => sheet[r, c].Kind is CellKind.Text)).FirstOrDefault();
        return row == 0 ? "" : string.Join("; ", sheet.Columns(row).Take(20).Select(c => $"{CellAddress.Letters(c)} “{sheet[row, c].Text}”"));
    }

    public static bool IsEnough(IReadOnlyDictionary<StatementColumn, int> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return columns.ContainsKey(StatementColumn.Day) && (columns.ContainsKey(StatementColumn.Out) || columns.ContainsKey(StatementColumn.In));
    }

    public static byte[] Template()
    {
        var book = new WorkbookWriter();
        var sheet = book.AddSheet(Sheet, [.. Ours.Select(o => new SheetColumn(o.Header, o.Width, o.Format))]);
        sheet.Header(filter: false);
        book.AddSheet("Hướng dẫn", new SheetColumn("", 110, CellFormat.Text))
            .Title("HƯỚNG DẪN NHẬP SAO KÊ")
            .Line("Mỗi dòng một giao dịch. Có thể dùng nguyên tệp của Kho bạc, ngân hàng (Excel .xlsx hoặc CSV) nếu có cột ngày và cột số tiền; không bắt buộc chép sang mẫu này.")
            .Line("Ngày ghi dd/MM/yyyy, ví dụ 07/01/2026. Số tiền theo đồng, ví dụ 1.234.567; không dùng công thức.")
            .Line("“Số tiền chi” là tiền ra khỏi tài khoản (ghi nợ), “Số tiền thu” là tiền về (ghi có, thu hồi). Mỗi dòng chỉ một trong hai.")
            .Line("Số chứng từ và người thụ hưởng ghi đúng như sao kê: phần mềm dựa vào đó để tìm đề nghị tạm ứng, thanh toán.");
        return book.ToBytes();
    }

    private static Dictionary<StatementColumn, int> Of(SheetGrid sheet, int row)
    {
        var heads = sheet.Columns(row).Where(c => sheet[row, c].Kind is CellKind.Text).Select(c => (Text: Plain(sheet[row, c].Text), Column: c)).ToList();
        var found = new Dictionary<StatementColumn, int>();
        foreach (var (column, names) in Synonyms)
        {
            foreach (var name in names)
            {
                if (heads.Find(h => h.Text == name) is { Column: > 0 } head && !found.ContainsValue(head.Column))
                {
                    found[column] = head.Column;
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>"Số tiền chi (VND)" is "so tien chi".</summary>
    private static string Plain(string heading)
    {
        var folded = SearchText.Fold(heading);
        var bracket = folded.IndexOf('(', StringComparison.Ordinal);
        return (bracket > 0 ? folded[..bracket] : folded).Trim(' ', '.', ':', '*');
    }
}
