namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Summaries = new()
    {
        ["summary.not-allowed"] = "Bạn không làm được việc này với biên bản nghiệm thu chung của đề án này.",
        ["summary.wrong-state"] = "Biên bản nghiệm thu chung không còn ở bước này.",
        ["summary.form"] = "Biên bản nghiệm thu chung lập theo mẫu 5b hoặc 5c.",
        ["summary.nothing-to-gather"] = "Đề án chưa có biên bản từng địa điểm (mẫu 5a) nào được kết luận để tổng hợp.",
        ["summary.open-already"] = "Đề án đang có một biên bản chung theo mẫu này chưa kết luận.",
        ["summary.nothing-new"] = "Biên bản chung đã kết luận gồm đúng các biên bản từng địa điểm hiện có: không lập lại.",
        ["summary.before-sites"] = "Ngày biên bản chung không được trước ngày nghiệm thu tại địa điểm cuối cùng {0}.",
        ["summary.number-missing"] = "Hãy nhập số biên bản của Cục.",
        ["summary.scan-older"] = "Bản ký cũ hơn số liệu: biên bản đã sửa sau khi ký. Hãy kèm bản ký mới, hoặc ghi lý do vẫn dùng bản ký cũ.",
        ["summary.scan-missing"] = "Cần bản quét biên bản đã ký của Cục.",
        ["summary.site-open"] = "Còn biên bản từng địa điểm chưa kết luận: {0}.",
        ["summary.verdict-against-sites"] = "Kết luận trái với các biên bản từng địa điểm; địa điểm chưa có kết luận: {0}.",
        ["summary.verdict-against-due"] = "Kết luận không đạt hoặc phải hoàn thiện thì không có mức hỗ trợ được thanh toán.",
        ["summary.figure-missing"] = "Hãy nhập tổng chi phí hợp lệ, tổng hỗ trợ được thanh toán, số máy; không có thì ghi 0.",
        ["summary.differs"] = "Số trong biên bản chung {0} khác tổng các biên bản từng địa điểm {1}.",
        ["summary.above-sites"] = "Số trong biên bản của Cục {0} lớn hơn tổng các biên bản từng địa điểm {1}.",
        ["summary.due-above-cost"] = "Hỗ trợ được thanh toán {0} lớn hơn chi phí hợp lệ {1}.",
        ["summary.difference-why"] = "Cục kết luận khác tổng các biên bản từng địa điểm: hãy ghi lý do nêu trong biên bản của Cục.",
        ["summary.paid-rests"] = "Đã thanh toán dựa vào biên bản này của Cục: {0}. Hãy thu hồi hoặc trả lại đề nghị trước khi hủy kết luận.",
        ["summary.excess-unconfirmed"] = "Đã chi nhiều hơn số Cục kết luận, phải thu hồi {0} ({1}). Hãy đánh dấu xác nhận số phải thu hồi này rồi kết luận.",
        ["summary.agency-stands"] = "Biên bản của Cục (mẫu 5c) đã được ghi nhận: hãy hủy kết luận của mẫu 5c trước.",
    };
}
