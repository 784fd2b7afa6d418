using KhuyenCong.Domain.Programmes;

namespace KhuyenCong.Web.Pages.ProgrammeEntry;

/// <summary>What kind of text a field of the entry form takes.</summary>
public enum EntryKind
{
    Line,
    Area,
    Day,
    Year,
    Count,
    Amount,
    Share,
    Choice,
    Content,
    SameAs,
    Sources,
}

/// <summary>One field of the entry form; its name is the field's name in the programme's JSON.</summary>
public sealed record EntryField(string Name, EntryKind Kind, bool Required = false, string? Hint = null, bool Wide = false, IReadOnlyList<(string Value, string Text)>? Choices = null, string? Fallback = null)
{
    public string Label => ProgrammeLabels.Field(Name);
}

/// <summary>One list of rows of the entry form.</summary>
public sealed record EntryList(string Name, string Title, string Hint, string RowWord, string CodeStart, IReadOnlyList<EntryField> Fields)
{
    public bool HasCodes => CodeStart.Length > 0;
}

/// <summary>The one description of the entry form that rendering and reading share.</summary>
public static class EntryLayout
{
    private static readonly (string, string)[] Sources = [.. FundingSource.All.Select(s => (s.Code, s.ShortName))];

    public static readonly IReadOnlyList<EntryField> Heading =
    [
        new("decision.number", EntryKind.Line, true, "Ví dụ: 524/QĐ-UBND"),
        new("decision.date", EntryKind.Day, true),
        new("decision.issuer", EntryKind.Line, true, "Ví dụ: UBND tỉnh Khánh Hòa"),
        new("decision.title", EntryKind.Area, true, "Chép đúng như in trong quyết định.", true),
        new("decision.proposal", EntryKind.Line, Hint: "Số, ngày tờ trình, nếu có."),
        new("decision.effective", EntryKind.Line, Hint: "Ví dụ: kể từ ngày ký."),
        new("title", EntryKind.Line, true, "Tên dùng trên phần mềm.", true),
        new("fromYear", EntryKind.Year, true),
        new("toYear", EntryKind.Year, true),
        new("moneyUnit", EntryKind.Choice, true, "Áp dụng cho mọi số tiền ở mục Kinh phí.", Choices: [("Dong", "đồng"), ("MillionDong", "triệu đồng")], Fallback: nameof(MoneyUnit.Dong)),
    ];

    public static readonly EntryList Contents = new("contents", "Nội dung", "Các nhóm nội dung của chương trình.", "nội dung", "ND-",
    [
        new("code", EntryKind.Line, true),
        new("clause", EntryKind.Line, Hint: "Ví dụ: mục III.1"),
        new("name", EntryKind.Area, true, Wide: true),
        new("sources", EntryKind.Sources, Wide: true),
        new("sourceQuote", EntryKind.Area, Wide: true),
    ]);

    public static readonly EntryList Statements = new("statements", "Chỉ tiêu", "Mỗi dòng là một câu của quyết định có con số. Chép đúng số in; số chưa khớp nhau phần mềm sẽ chỉ ra, không tự sửa.", "chỉ tiêu", "CT-",
    [
        new("code", EntryKind.Line, true),
        new("contentCode", EntryKind.Content),
        new("sameAs", EntryKind.SameAs, Hint: "Mã của câu đầu tiên nói về cùng chỉ tiêu."),
        new("name", EntryKind.Area, true, Wide: true),
        new("operator", EntryKind.Choice, true, Choices: [("Exactly", "Đúng (=)"), ("AtLeast", "Từ … trở lên (≥)"), ("MoreThan", "Trên (>)")], Fallback: nameof(TargetOperator.Exactly)),
        new("quantity", EntryKind.Count, Hint: "Để trống nếu chưa có số liệu."),
        new("unit", EntryKind.Line, true, "Ví dụ: đề án, lớp, gian hàng."),
        new("per", EntryKind.Choice, true, Choices: [("Period", "Cả giai đoạn"), ("Round", "Mỗi đợt"), ("Year", "Mỗi năm")], Fallback: nameof(TargetPer.Period)),
        new("titles", EntryKind.Count),
        new("copies", EntryKind.Count),
        new("condition", EntryKind.Line, Hint: "Ví dụ: nếu được phân bổ."),
        new("clause", EntryKind.Line, true, "Ví dụ: mục III.1"),
        new("sources", EntryKind.Sources, Wide: true),
        new("quote", EntryKind.Area, true, Wide: true),
        new("note", EntryKind.Area, Wide: true),
    ]);

    public static readonly EntryList Money = new("money", "Kinh phí", "Ghi đúng số in trong quyết định; không cộng, không sửa. Để trống nguồn hoặc năm nếu là dòng tổng; để trống số tiền nếu chưa có số liệu.", "dòng kinh phí", "KP-",
    [
        new("code", EntryKind.Line, true),
        new("name", EntryKind.Line, true),
        new("printed", EntryKind.Amount, Hint: "Theo đơn vị tiền của văn bản; ghi kèm đơn vị nếu khác, ví dụ: 1,5 tỷ."),
        new("source", EntryKind.Choice, Choices: [("", "Tổng các nguồn"), .. Sources]),
        new("year", EntryKind.Year, Hint: "Để trống nếu là cả giai đoạn."),
        new("contentCode", EntryKind.Content),
        new("printedShare", EntryKind.Share, Hint: "Phần trăm, ví dụ: 62,15."),
        new("clause", EntryKind.Line, true),
        new("quote", EntryKind.Area, true, Wide: true),
    ]);

    public static readonly EntryList Aims = new("aims", "Mục tiêu khác", "Mục tiêu không có con số, và chỉ số kết quả theo dõi bằng số liệu hằng năm.", "mục tiêu", "MT-",
    [
        new("code", EntryKind.Line, true),
        new("contentCode", EntryKind.Content),
        new("indicatorUnit", EntryKind.Line, Hint: "Chỉ ghi khi theo dõi bằng số liệu hằng năm, ví dụ: %."),
        new("clause", EntryKind.Line),
        new("name", EntryKind.Area, true, Wide: true),
        new("quote", EntryKind.Area, Wide: true),
    ]);

    public static readonly EntryList Annexes = new("missingAnnexes", "Phụ lục thiếu", "Phụ lục mà quyết định nhắc tới nhưng chưa có trong tay; số liệu bổ sung sau.", "phụ lục", "",
    [
        new("name", EntryKind.Line, true, Wide: true),
        new("clause", EntryKind.Line, Fallback: ""),
        new("quote", EntryKind.Area, true, Wide: true),
    ]);

    public static readonly IReadOnlyList<EntryList> Lists = [Contents, Statements, Money, Aims, Annexes];

    public static readonly IReadOnlyList<(string Value, string Text)> SourceChoices = Sources;
}
