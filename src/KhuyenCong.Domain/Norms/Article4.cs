namespace KhuyenCong.Domain.Norms;

/// <summary>Nội dung hoạt động khuyến công: the nine clauses of Điều 4 Nghị định 45/2012/NĐ-CP.</summary>
public sealed record Article4(string Code, string Name)
{
    public static readonly IReadOnlyList<Article4> All =
    [
        new("k1", "Đào tạo nghề, truyền nghề"),
        new("k2", "Nâng cao năng lực quản lý, khởi sự doanh nghiệp, nhận thức và năng lực sản xuất sạch hơn"),
        new("k3", "Mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc tiên tiến"),
        new("k4", "Sản phẩm công nghiệp nông thôn tiêu biểu, hội chợ, thương hiệu, phòng trưng bày"),
        new("k5", "Tư vấn trợ giúp cơ sở công nghiệp nông thôn"),
        new("k6", "Thông tin, tuyên truyền"),
        new("k7", "Liên kết, hiệp hội, cụm công nghiệp, di dời và xử lý ô nhiễm"),
        new("k8", "Hợp tác quốc tế"),
        new("k9", "Nâng cao năng lực quản lý và tổ chức thực hiện khuyến công"),

        // Nghị định 235/2025 adds contents whose clause has not been read.
        new("moi", "Nội dung mới theo Nghị định 235/2025 (chưa đọc được điều khoản)"),
    ];

    public static string NameOf(string code) => All.FirstOrDefault(c => c.Code == code)?.Name ?? code;
}
