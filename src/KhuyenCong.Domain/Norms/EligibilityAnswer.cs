using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Kết quả tự kiểm tra, thẩm định hoặc quyết toán theo định mức: verdict, every statement with its clause, highest support with its arithmetic.</summary>
/// <param name="Highest">The sum of the lines whose support can be computed; null where none can.</param>
/// <param name="IsComplete">Whether every line could be computed.</param>
public sealed record EligibilityAnswer(Verdict Verdict, IReadOnlyList<Statement> Statements, IReadOnlyList<LineAnswer> Lines, Dong? Highest, bool IsComplete);

/// <summary>Kết luận.</summary>
public enum Verdict
{
    /// <summary>Đủ điều kiện.</summary>
    Eligible,

    /// <summary>Cần bổ sung.</summary>
    NeedsMore,

    /// <summary>Chưa đủ điều kiện.</summary>
    NotEligible,
}

/// <summary>Mức độ của một nhận xét.</summary>
public enum Severity
{
    /// <summary>Something is missing: cần bổ sung.</summary>
    Asks,

    /// <summary>By a rule that is neither verified nor adopted.</summary>
    Warns,

    /// <summary>By arithmetic, or by a verified or adopted rule.</summary>
    Blocks,
}

/// <summary>Nhận xét: one finding with the rule that it rests on; <see cref="Code"/> selects the Vietnamese sentence.</summary>
public sealed record Statement(string Code, Severity Severity, LawRow? Law, RuleStanding? Standing, string? Line, params IReadOnlyList<object> Arguments)
{
    /// <summary>A finding by a rule: it blocks as far as the rule stands.</summary>
    internal static Statement By(string code, LawRow law, DateOnly day, string? line, params IReadOnlyList<object> arguments)
    {
        var standing = law.StandingOn(day);
        return new(code, standing.MayBlock ? Severity.Blocks : Severity.Warns, law, standing, line, arguments);
    }
}

/// <summary>Mức hỗ trợ cao nhất của một dòng: by which norm, step by step.</summary>
/// <param name="Norm">Null = chưa có định mức.</param>
/// <param name="AlsoBy">The national norm that caps beside a local one (KCQG).</param>
/// <param name="Highest">Null where it cannot be computed; never zero for want of a norm.</param>
public sealed record LineAnswer(EstimateLine Line, Norm? Norm, Norm? AlsoBy, Dong? Highest, IReadOnlyList<SupportStep> Steps)
{
    /// <summary>Whether the sites that share the line lie under different norms: none of them is the line's.</summary>
    public bool NormsDiffer { get; init; }
}

/// <summary>Một bước tính: what limits the support and to how much.</summary>
public sealed record SupportStep(StepKind Kind, Dong Result, Norm? By = null, Dong? Base = null, int? BasisPoints = null, int? Units = null);

/// <summary>Loại bước tính.</summary>
public enum StepKind
{
    /// <summary>Tỷ lệ × chi phí hợp lệ.</summary>
    Share,

    /// <summary>Toàn bộ chi phí hợp lệ, vì định mức không nêu tỷ lệ.</summary>
    WholeCost,

    /// <summary>Trần × số đơn vị.</summary>
    Ceiling,

    /// <summary>Phần trần còn lại sau các dòng trước của cùng đơn vị.</summary>
    Remaining,

    /// <summary>Mức đã phê duyệt, hợp đồng.</summary>
    Approved,

    /// <summary>Mức thấp nhất trong các mức trên.</summary>
    Result,
}
