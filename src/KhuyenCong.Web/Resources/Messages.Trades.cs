namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Trades = new()
    {
        ["trade.closed"] = "Đề án đã được phê duyệt trong kế hoạch hoặc đã ngừng nên không xác định lại ngành ưu tiên.",
        ["trade.ground-unknown"] = "Hãy chọn ngành ưu tiên.",
        ["trade.stated"] = "Ngành này đã được đề nghị hoặc đã được xác nhận.",
        ["trade.decided"] = "Đề nghị này vừa được người khác xử lý. Hãy tải lại trang để xem.",
        ["trade.own-dossier"] = "Bạn đã lập, sửa, nộp hồ sơ này, đã đề nghị, hoặc là chủ cơ sở thụ hưởng nên không tự xác nhận ngành ưu tiên. Hãy để người khác làm.",
    };
}
