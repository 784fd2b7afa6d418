namespace KhuyenCong.Domain.Treasury;

/// <summary>Chiều tiền của một dòng sao kê.</summary>
public enum LineDirection
{
    /// <summary>Chi ra.</summary>
    Out,

    /// <summary>Thu về.</summary>
    In,
}

/// <summary>Tình trạng đối chiếu của một dòng sao kê.</summary>
public enum LineState
{
    /// <summary>Chưa khớp.</summary>
    Unmatched,

    /// <summary>Đã khớp đủ từng đồng.</summary>
    Matched,

    /// <summary>Khớp một phần.</summary>
    PartlyMatched,

    /// <summary>Đã giải trình phần không khớp.</summary>
    Explained,
}

/// <summary>Loại giải trình của một dòng không khớp với đề nghị nào.</summary>
public enum ExplanationKind
{
    /// <summary>Không thuộc kinh phí khuyến công.</summary>
    OutsidePromotion,

    /// <summary>Thanh toán tạm ứng trên sổ, không chi thêm tiền.</summary>
    AdvanceCleared,

    /// <summary>Giao, cấp, chuyển giữa các tài khoản.</summary>
    Transfer,

    /// <summary>Phí, lãi.</summary>
    FeeOrInterest,

    /// <summary>Chuyển nhầm, bị trả về.</summary>
    Mistake,

    /// <summary>Lý do khác.</summary>
    Other,
}

/// <summary>Dấu hiệu khớp: why a payment request may be what a line paid.</summary>
[Flags]
public enum MatchSigns
{
    None = 0,

    /// <summary>Số tiền bằng nhau đến từng đồng.</summary>
    SameAmount = 1,

    /// <summary>Số chứng từ trùng.</summary>
    SameNumber = 2,

    /// <summary>Nội dung ghi mã của đề nghị.</summary>
    NamesRequest = 4,

    /// <summary>Tên người thụ hưởng trùng.</summary>
    SameBeneficiary = 8,

    /// <summary>Tên người thụ hưởng gần giống.</summary>
    AlikeBeneficiary = 16,

    /// <summary>Nội dung ghi số tài khoản của người thụ hưởng.</summary>
    NamesAccount = 32,

    /// <summary>Ngày gần nhau.</summary>
    NearDay = 64,

    /// <summary>Dòng lớn hơn đề nghị: có thể trả nhiều đề nghị.</summary>
    LineIsMore = 128,

    /// <summary>Dòng nhỏ hơn đề nghị: có thể là một lần trả của đề nghị.</summary>
    LineIsLess = 256,
}
