namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Surveys = new()
    {
        ["survey.title-missing"] = "Hãy nhập tên đợt khảo sát.",
        ["survey.year-missing"] = "Hãy nhập năm số liệu.",
        ["survey.deadline-missing"] = "Hãy nhập hạn hoàn thành.",
        ["survey.deadline-past"] = "Hạn phải từ hôm nay trở đi; khi gia hạn phải khác hạn đang có.",
        ["survey.no-question"] = "Hãy chọn ít nhất một số liệu cần hỏi.",
        ["survey.no-commune"] = "Hãy chọn ít nhất một xã, phường, đặc khu.",
        ["survey.closed"] = "Đợt khảo sát này đã kết thúc.",
        ["survey.not-in-round"] = "Cơ sở này không có địa điểm sản xuất trên địa bàn của đợt khảo sát.",
        ["sheet.empty"] = "Hãy nhập ít nhất một số liệu; nếu cơ sở không trả lời, hãy chọn kết quả khác và ghi lý do.",
    };
}
