namespace KhuyenCong.Domain.Programmes;

/// <summary>Nội dung văn bản chương trình: everything one decision promises, as printed and nothing more.</summary>
/// <remarks>
/// One immutable value serves the shipped JSON, the Excel template, the form, amendments and comparisons.
/// A figure the decision does not give is null ("chưa có số liệu"), never zero.
/// </remarks>
public sealed record ProgrammeText
{
    public required DecisionHeading Decision { get; init; }

    public required string Title { get; init; }

    public required int FromYear { get; init; }

    public required int ToYear { get; init; }

    /// <summary>The unit in which the decision prints money; amounts here are always đồng.</summary>
    public required MoneyUnit MoneyUnit { get; init; }

    public IReadOnlyList<ContentText> Contents { get; init; } = [];

    public IReadOnlyList<TargetStatement> Statements { get; init; } = [];

    public IReadOnlyList<MoneyLine> Money { get; init; } = [];

    public IReadOnlyList<AimText> Aims { get; init; } = [];

    /// <summary>Annexes the decision names but that are not at hand, each in the decision's own words.</summary>
    public IReadOnlyList<MissingAnnex> MissingAnnexes { get; init; } = [];
}

/// <summary>Quyết định: the document that makes a programme.</summary>
public sealed record DecisionHeading(string Number, DateOnly Date, string Issuer, string Title, string? Proposal = null, string? Effective = null);

/// <summary>Nội dung (của chương trình): one group of activities.</summary>
public sealed record ContentText(string Code, string Name, string? Clause = null, IReadOnlyList<string>? Sources = null, string? SourceQuote = null);

/// <summary>Toán tử của chỉ tiêu: how the printed number binds (đúng, từ … trở lên, trên).</summary>
public enum TargetOperator
{
    Exactly,
    AtLeast,
    MoreThan,
}

/// <summary>Phạm vi của chỉ tiêu: what one printed quantity covers (cả giai đoạn, mỗi đợt, mỗi năm).</summary>
public enum TargetPer
{
    Period,
    Round,
    Year,
}

/// <summary>Phát biểu chỉ tiêu: one sentence of the decision that gives a target a number.</summary>
/// <remarks>
/// Statements of one promise are linked by <see cref="SameAs"/> to the first; the first's code is the target's code.
/// <see cref="Quantity"/> is in <see cref="Unit"/>; <see cref="Titles"/> and <see cref="Copies"/> are kept apart and only where the decision says which it means.
/// </remarks>
public sealed record TargetStatement
{
    public required string Code { get; init; }

    public string? SameAs { get; init; }

    public string? ContentCode { get; init; }

    public required string Name { get; init; }

    public required string Unit { get; init; }

    public long? Quantity { get; init; }

    public TargetOperator Operator { get; init; } = TargetOperator.Exactly;

    public TargetPer Per { get; init; } = TargetPer.Period;

    public long? Titles { get; init; }

    public long? Copies { get; init; }

    /// <summary>"nếu được phân bổ": a promise that depends on it is not failed where it did not happen.</summary>
    public string? Condition { get; init; }

    public required string Clause { get; init; }

    public required string Quote { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string> Sources { get; init; } = [];

    public string TargetCode => SameAs ?? Code;
}

/// <summary>Dòng kinh phí theo văn bản: one printed amount by source, year and content; a null source is a total over sources.</summary>
public sealed record MoneyLine
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>A <see cref="FundingSource"/> code; null for a total.</summary>
    public string? Source { get; init; }

    public int? Year { get; init; }

    public string? ContentCode { get; init; }

    public Dong? Printed { get; init; }

    /// <summary>Printed share of the total in basis points (62,15 % = 6215).</summary>
    public int? PrintedShare { get; init; }

    public required string Clause { get; init; }

    public required string Quote { get; init; }
}

/// <summary>Mục tiêu định tính hoặc chỉ số kết quả: an aim without a counted target, or an outcome indicator with yearly values kept beside it.</summary>
public sealed record AimText(string Code, string Name, string? Clause, string? Quote, string? ContentCode = null, string? IndicatorUnit = null);

/// <summary>Phụ lục chưa có: named by the decision, not at hand.</summary>
public sealed record MissingAnnex(string Name, string Clause, string Quote);

/// <summary>Nguồn kinh phí: where money comes from.</summary>
/// <remarks>Codes are stored; names are shown. The commune budget is its own source (mau-thuan.md KH-11), counterpart and integrated money are apart (DN-13).</remarks>
public sealed record FundingSource(string Code, string Name, string ShortName)
{
    public static readonly FundingSource National = new("KCQG", "Kinh phí khuyến công quốc gia", "KC quốc gia");
    public static readonly FundingSource Provincial = new("KCDP", "Kinh phí khuyến công địa phương", "KC địa phương");
    public static readonly FundingSource Commune = new("CAPXA", "Ngân sách cấp xã", "Cấp xã");
    public static readonly FundingSource Counterpart = new("DOIUNG", "Đối ứng của đơn vị thụ hưởng", "Đối ứng");
    public static readonly FundingSource Integrated = new("LONGGHEP", "Lồng ghép chương trình, dự án khác", "Lồng ghép");
    public static readonly FundingSource Sponsorship = new("TAITRO", "Tài trợ, đóng góp", "Tài trợ");
    public static readonly FundingSource Other = new("KHAC", "Nguồn hợp pháp khác", "Khác");

    public static readonly IReadOnlyList<FundingSource> All = [National, Provincial, Commune, Counterpart, Integrated, Sponsorship, Other];

    public static FundingSource? Find(string? code) => All.FirstOrDefault(s => s.Code == code);
}
