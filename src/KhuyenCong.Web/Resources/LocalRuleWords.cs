using KhuyenCong.Domain.Law;

namespace KhuyenCong.Web.Resources;

/// <summary>What the province's own regulation is asked about, in Vietnamese.</summary>
public static class LocalRuleWords
{
    public static string Text(this LocalSubject subject) => subject switch
    {
        LocalSubject.Advance => "tạm ứng",
        LocalSubject.ProgressReport => "báo cáo tiến độ",
        LocalSubject.Acceptance => "nghiệm thu",
        LocalSubject.Settlement => "quyết toán đề án cấp tỉnh",
        LocalSubject.CommuneSettlement => "quyết toán của cấp xã",
        _ => "chi quản lý",
    };

    public static string Title(this LocalSubject subject) => $"Quy định của tỉnh về {subject.Text()} khuyến công địa phương";

    /// <summary>What the text should settle.</summary>
    public static string Asked(this LocalSubject subject) => subject switch
    {
        LocalSubject.Advance => "Tỷ lệ tạm ứng theo loại đề án, điều kiện, hồ sơ, cơ quan xác nhận.",
        LocalSubject.ProgressReport => "Kỳ báo cáo, ngày gửi, nơi nhận, mẫu báo cáo.",
        LocalSubject.Acceptance => "Thành phần, biên bản, cách tính kinh phí được nghiệm thu.",
        LocalSubject.Settlement => "Thời hạn lập hồ sơ, thanh lý; chứng từ; cơ quan thẩm định, phê duyệt.",
        LocalSubject.CommuneSettlement => "Hồ sơ, thời hạn, cơ quan thẩm định đối với kinh phí do UBND cấp xã quản lý.",
        _ => "Nội dung, mức chi quản lý của cơ quan quản lý và đơn vị thực hiện.",
    };
}
