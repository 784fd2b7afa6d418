namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Reminders = new()
    {
        ["reminder.not-allowed"] = "Thiết lập nhắc việc do lãnh đạo Sở Công Thương đặt cho cả tỉnh.",
        ["reminder.days-outside"] = "Nhập số ngày làm việc từ {0} đến {1}.",
        ["reminder.leader-order"] = "Lãnh đạo Sở được báo cùng ngày hoặc sau lãnh đạo đơn vị.",
        ["local-rule.not-allowed"] = "Quy định của tỉnh do Sở Công Thương, văn thư nhập.",
        ["local-rule.subject-missing"] = "Hãy chọn nội dung.",
        ["local-rule.document-missing"] = "Hãy chọn văn bản của tỉnh. Chưa có thì nhập văn bản trước.",
        ["local-rule.text-missing"] = "Hãy chép nguyên văn quy định.",
        ["local-rule.too-long"] = "Dài quá {0} ký tự.",
        ["local-rule.share-outside"] = "Tỷ lệ phải lớn hơn 0 và không quá 100 %. Hãy nhập như 50 hoặc 62,5.",
        ["local-rule.share-missing"] = "Hãy nhập mức tạm ứng của loại đề án đã chọn.",
        ["local-rule.content-unknown"] = "Không có loại đề án này.",
        ["local-rule.number-outside"] = "Hãy nhập số từ {0} đến {1}.",
        ["local-rule.figure-unused"] = "Số này không dùng cho nội dung đã chọn. Hãy để trống; nguyên văn vẫn giữ đủ.",
        ["local-rule.from-missing"] = "Hãy nhập ngày có hiệu lực.",
        ["local-rule.taken"] = "Nội dung này đã có quy định từ ngày {0}. Hãy nhập ngày có hiệu lực sau ngày đó.",
    };
}
