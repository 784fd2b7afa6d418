using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Spreadsheets;

/// <summary>A column of the programme template; choices are offered as a list while typing.</summary>
internal sealed record TemplateColumn(string Header, double Width, bool Required = false, IReadOnlyList<string>? Choices = null, bool Several = false)
{
    public string Heading => Required ? Header + " *" : Header;
}

/// <summary>A sheet of the programme template: title, hint, headings in row 3, entries from row 4.</summary>
internal sealed record TemplateTable(string Sheet, string Title, string Hint, params TemplateColumn[] Columns)
{
    public const int HeaderRow = 3;
    public const int FirstRow = 4;
    public const int LastRow = 2003;
}

/// <summary>The one description of the template that writing and reading share.</summary>
internal static class TemplateLayout
{
    public const string WholeProgramme = "Tổng các nguồn";
    public const string NotKnown = "chưa có số liệu";

    private static readonly string[] Operators = [OperatorName(TargetOperator.Exactly), OperatorName(TargetOperator.AtLeast), OperatorName(TargetOperator.MoreThan)];
    private static readonly string[] Pers = [PerName(TargetPer.Period), PerName(TargetPer.Round), PerName(TargetPer.Year)];
    private static readonly string[] Sources = [.. FundingSource.All.Select(s => s.ShortName)];

    public static readonly string[] Units = [UnitName(MoneyUnit.Dong), UnitName(MoneyUnit.MillionDong)];

    public static readonly TemplateTable Contents = new("Nội dung", "CÁC NỘI DUNG CỦA CHƯƠNG TRÌNH",
        "Mỗi dòng là một nhóm nội dung. Cột có dấu * là bắt buộc.",
        new("Mã nội dung", 12, true),
        new("Tên nội dung", 55, true),
        new("Điểm, khoản, mục", 19),
        new("Nguồn kinh phí", 28, Choices: Sources, Several: true),
        new("Trích nguyên văn về nguồn", 60));

    public static readonly TemplateTable Targets = new("Chỉ tiêu", "CÁC CHỈ TIÊU",
        "Mỗi dòng là một câu của quyết định có con số. Câu nhắc lại cùng một chỉ tiêu thì ghi mã của câu đầu vào cột “Nhắc lại chỉ tiêu”.",
        new("Mã chỉ tiêu", 12, true),
        new("Nhắc lại chỉ tiêu", 12),
        new("Mã nội dung", 11),
        new("Tên chỉ tiêu", 45, true),
        new("Đơn vị tính", 14, true),
        new("Quan hệ", 20, true, Operators),
        new("Số lượng", 12),
        new("Phạm vi", 14, true, Pers),
        new("Số đầu ấn phẩm", 11),
        new("Số bản", 11),
        new("Điều kiện", 22),
        new("Nguồn kinh phí", 26, Choices: Sources, Several: true),
        new("Điểm, khoản, mục", 19, true),
        new("Trích nguyên văn", 60, true),
        new("Ghi chú", 35));

    public static readonly TemplateTable Money = new("Kinh phí", "KINH PHÍ THEO VĂN BẢN",
        "Ghi đúng số in trong quyết định, theo đơn vị đã chọn ở trang “Quyết định”; không cộng, không sửa. Để trống “Năm” nếu là cả giai đoạn; để trống “Số tiền” nếu chưa có số liệu.",
        new("Mã dòng", 20, true),
        new("Tên dòng", 40, true),
        new("Nguồn", 18, true, [WholeProgramme, .. Sources]),
        new("Năm", 8),
        new("Mã nội dung", 12),
        new("Số tiền", 22),
        new("Tỷ lệ (%)", 10),
        new("Điểm, khoản, mục", 19, true),
        new("Trích nguyên văn", 60, true));

    public static readonly TemplateTable Aims = new("Mục tiêu khác", "MỤC TIÊU ĐỊNH TÍNH VÀ CHỈ SỐ KẾT QUẢ",
        "Mục tiêu không có con số. Ghi “Đơn vị chỉ số” nếu sẽ theo dõi bằng số liệu hằng năm.",
        new("Mã mục tiêu", 12, true),
        new("Tên mục tiêu", 50, true),
        new("Điểm, khoản, mục", 19),
        new("Trích nguyên văn", 60),
        new("Mã nội dung", 12),
        new("Đơn vị chỉ số", 16));

    public static readonly TemplateTable MissingAnnexes = new("Phụ lục thiếu", "PHỤ LỤC CHƯA CÓ",
        "Phụ lục mà quyết định nhắc tới nhưng chưa có trong tay. Có thể bổ sung số liệu sau.",
        new("Tên phụ lục", 45, true),
        new("Điểm, khoản, mục", 19, true),
        new("Trích nguyên văn", 70, true));

    public static readonly TemplateTable Decision = new("Quyết định", "QUYẾT ĐỊNH BAN HÀNH CHƯƠNG TRÌNH",
        "Điền cột “Nội dung”. Mục có dấu * là bắt buộc.",
        new("Mục", 30),
        new("Nội dung", 70),
        new("Cách ghi", 45));

    /// <summary>Rows of the sheet "Quyết định": label, whether required, how to write it.</summary>
    public static readonly (string Label, bool Required, string Hint)[] DecisionRows =
    [
        (DecisionLabel.Number, true, "Ví dụ: 33/QĐ-UBND"),
        (DecisionLabel.Date, true, "ngày/tháng/năm, ví dụ: 07/01/2026"),
        (DecisionLabel.Issuer, true, "Ví dụ: UBND tỉnh Khánh Hòa"),
        (DecisionLabel.Title, true, "Trích yếu như in trong quyết định"),
        (DecisionLabel.Proposal, false, "Số, ngày tờ trình, nếu có"),
        (DecisionLabel.Effective, false, "Ví dụ: kể từ ngày ký"),
        (DecisionLabel.Programme, true, "Tên dùng trên phần mềm"),
        (DecisionLabel.FromYear, true, "Ví dụ: 2026"),
        (DecisionLabel.ToYear, true, "Ví dụ: 2030"),
        (DecisionLabel.Unit, true, "Chọn: đồng hoặc triệu đồng"),
    ];

    /// <summary>Sheets in workbook order, after the guide.</summary>
    public static readonly TemplateTable[] Tables = [Contents, Targets, Money, Aims, MissingAnnexes];

    public static string OperatorName(TargetOperator value) => value switch
    {
        TargetOperator.Exactly => "Đúng (=)",
        TargetOperator.AtLeast => "Từ … trở lên (≥)",
        TargetOperator.MoreThan => "Trên (>)",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string PerName(TargetPer value) => value switch
    {
        TargetPer.Period => "Cả giai đoạn",
        TargetPer.Round => "Mỗi đợt",
        TargetPer.Year => "Mỗi năm",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string UnitName(MoneyUnit value) => value is MoneyUnit.MillionDong ? "triệu đồng" : "đồng";

    public static string SourceName(string? code) => code is null ? WholeProgramme : FundingSource.Find(code)?.ShortName ?? code;

    public static TargetOperator? OperatorOf(string text) => Fold(text) switch
    {
        "=" or "dung" or "bang" or "dung (=)" => TargetOperator.Exactly,
        "≥" or ">=" or "tu" or "tu tro len" or "tu … tro len (≥)" or "tu ... tro len (≥)" => TargetOperator.AtLeast,
        ">" or "tren" or "hon" or "tren (>)" => TargetOperator.MoreThan,
        _ => null,
    };

    public static TargetPer? PerOf(string text) => Fold(text) switch
    {
        "ca giai doan" or "giai doan" => TargetPer.Period,
        "moi dot" or "dot" => TargetPer.Round,
        "moi nam" or "nam" or "hang nam" => TargetPer.Year,
        _ => null,
    };

    public static MoneyUnit? UnitOf(string text) => Fold(text) switch
    {
        "dong" or "d" or "vnd" => MoneyUnit.Dong,
        "trieu dong" or "trieu" => MoneyUnit.MillionDong,
        _ => null,
    };

    public static FundingSource? SourceOf(string text)
    {
        var wanted = Fold(text);
        return FundingSource.All.FirstOrDefault(s => Fold(s.Code) == wanted || Fold(s.ShortName) == wanted || Fold(s.Name) == wanted);
    }

    public static bool Same(string left, string right) => Fold(left) == Fold(right);

    private static string Fold(string text) => SearchText.Fold(text);
}

internal static class DecisionLabel
{
    public const string Number = "Số quyết định";
    public const string Date = "Ngày ban hành";
    public const string Issuer = "Cơ quan ban hành";
    public const string Title = "Trích yếu";
    public const string Proposal = "Tờ trình";
    public const string Effective = "Hiệu lực";
    public const string Programme = "Tên chương trình";
    public const string FromYear = "Từ năm";
    public const string ToYear = "Đến năm";
    public const string Unit = "Đơn vị tiền của văn bản";
}
