namespace KhuyenCong.Domain.Law;

/// <summary>Loại văn bản.</summary>
public enum DocumentKind
{
    Act,
    Decree,
    Circular,
    JointCircular,
    Resolution,
    Decision,
    Directive,
    Plan,
    Letter,
    Other,

    /// <summary>Bộ luật.</summary>
    LawCode,
}

/// <summary>Mức kiểm chứng: how we know what a document or a rule says.</summary>
public enum Verification
{
    /// <summary>Đã đọc nguyên văn trong bản đang có hiệu lực.</summary>
    VerifiedVerbatim,

    /// <summary>Đã đọc nguyên văn bản gốc trong Bộ Pháp điển, chưa cộng các lần sửa đổi.</summary>
    Codified,

    /// <summary>Đọc qua báo chí, tóm tắt, hỏi đáp.</summary>
    Secondary,

    /// <summary>Đọc trên bản sao không chính thức.</summary>
    Copy,

    /// <summary>Chỉ thấy số, ngày, tên trong quyết định của tỉnh viện dẫn.</summary>
    Cited,

    /// <summary>Từ hiểu biết, chưa kiểm chứng.</summary>
    FromKnowledge,
}

/// <summary>Vietnamese words of the law library.</summary>
public static class LawWords
{
    public static string Word(this DocumentKind kind) => kind switch
    {
        DocumentKind.Act => "Luật",
        DocumentKind.LawCode => "Bộ luật",
        DocumentKind.Decree => "Nghị định",
        DocumentKind.Circular => "Thông tư",
        DocumentKind.JointCircular => "Thông tư liên tịch",
        DocumentKind.Resolution => "Nghị quyết",
        DocumentKind.Decision => "Quyết định",
        DocumentKind.Directive => "Chỉ thị",
        DocumentKind.Plan => "Kế hoạch",
        DocumentKind.Letter => "Công văn",
        _ => "Văn bản",
    };

    public static string Word(this Verification verification) => verification switch
    {
        Verification.VerifiedVerbatim => "Đã đọc nguyên văn bản đang có hiệu lực",
        Verification.Codified => "Đã đọc bản gốc trong Bộ Pháp điển, chưa cộng sửa đổi",
        Verification.Secondary => "Đọc qua báo chí, tóm tắt",
        Verification.Copy => "Đọc trên bản sao không chính thức",
        Verification.Cited => "Chỉ thấy trong căn cứ của quyết định",
        _ => "Chưa kiểm chứng",
    };

    public static string Word(this RelationKind kind) => kind switch
    {
        RelationKind.Amends => "sửa đổi, bổ sung",
        RelationKind.Replaces => "thay thế",
        RelationKind.Guides => "quy định chi tiết, hướng dẫn",
        _ => "căn cứ",
    };
}
