namespace KhuyenCong.Domain.Appraisals;

/// <summary>Hình thức thẩm định: by one appraiser of the staff, or by a council.</summary>
public enum AppraisalMode
{
    /// <summary>Bộ máy giúp việc: một người thẩm định.</summary>
    Staff,

    /// <summary>Hội đồng thẩm định.</summary>
    Council,
}

/// <summary>Trạng thái của một lần thẩm định.</summary>
public enum AppraisalState
{
    /// <summary>Đang lấy ý kiến, phiếu còn niêm phong.</summary>
    Open,

    /// <summary>Đã mở phiếu (hội đồng) hoặc đã có ý kiến (người thẩm định).</summary>
    Closed,

    /// <summary>Chủ tịch hội đồng đã ký kết quả.</summary>
    SignedOff,

    /// <summary>Đã kết luận.</summary>
    Concluded,

    /// <summary>Đã trả hồ sơ để bổ sung, hoặc hồ sơ đã rút.</summary>
    Returned,

    /// <summary>Hoãn, giao lại: another round takes its place.</summary>
    Postponed,
}

/// <summary>Vị trí trong hội đồng.</summary>
public enum CouncilRole
{
    /// <summary>Chủ tịch.</summary>
    Chair,

    /// <summary>Phó chủ tịch.</summary>
    DeputyChair,

    /// <summary>Thư ký.</summary>
    Secretary,

    /// <summary>Ủy viên phản biện.</summary>
    Reviewer,

    /// <summary>Ủy viên.</summary>
    Member,

    /// <summary>Người thẩm định của bộ máy giúp việc: not of a council.</summary>
    Appraiser,
}

/// <summary>Kết quả bỏ phiếu, kết quả thẩm định.</summary>
public enum AppraisalVote
{
    /// <summary>Đạt.</summary>
    Pass,

    /// <summary>Đạt có điều kiện, where the province allows it.</summary>
    ConditionalPass,

    /// <summary>Không đạt.</summary>
    Fail,
}

/// <summary>Căn cứ phải rút khỏi việc thẩm định một hồ sơ. Several may hold at once.</summary>
[Flags]
public enum ConflictGround
{
    None = 0,

    /// <summary>Người lập, nộp hồ sơ.</summary>
    Author = 1,

    /// <summary>Thuộc đơn vị lập hồ sơ.</summary>
    WritingUnit = 2,

    /// <summary>Chủ cơ sở thụ hưởng.</summary>
    Owner = 4,

    /// <summary>Tự khai có quan hệ, lợi ích liên quan.</summary>
    Declared = 8,
}

/// <summary>Nội dung thẩm định: the five of Điều 9 Thông tư 36/2013/TT-BCT, as the codification gives them.</summary>
public sealed record AppraisalContent(string Code, string Name)
{
    public static readonly IReadOnlyList<AppraisalContent> All =
    [
        new("nd1", "Sự phù hợp với nguyên tắc lập đề án"),
        new("nd2", "Mục tiêu, sự cần thiết, hiệu quả; tính hợp lý về kinh phí, nguồn lực, cơ sở vật chất"),
        new("nd3", "Năng lực của đơn vị thực hiện, phối hợp, thụ hưởng"),
        new("nd4", "Khả năng kết hợp, lồng ghép với chương trình, dự án khác"),
        new("nd5", "Sự đầy đủ của hồ sơ"),
    ];
}

/// <summary>Nhận xét về một nội dung thẩm định.</summary>
public sealed record ContentRemark(string Code, bool? Meets, string? Text = null);

/// <summary>Tiêu chí xếp hạng nội bộ: points for the order of dossiers inside the office; no rule asks for them.</summary>
public sealed record RankingCriterion(string Code, string Name, int Most)
{
    public const int Sum = 100;

    /// <summary>A suggestion to begin with; every province sets its own.</summary>
    public static readonly IReadOnlyList<RankingCriterion> Suggested =
    [
        new("dia-ban", "Địa bàn ưu tiên", 15),
        new("nganh", "Ngành nghề ưu tiên", 15),
        new("may-moi", "Tính mới của máy móc, công nghệ", 20),
        new("nang-luc", "Năng lực, vốn đối ứng", 15),
        new("hieu-qua", "Hiệu quả, khả năng nhân rộng", 25),
        new("ho-so", "Chất lượng hồ sơ, dự toán", 10),
    ];
}

/// <summary>Điểm của một tiêu chí xếp hạng nội bộ.</summary>
public sealed record RankingScore(string Code, int Points);
