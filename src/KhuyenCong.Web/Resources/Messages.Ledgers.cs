namespace KhuyenCong.Web.Resources;

public static partial class Messages
{
    private static readonly Dictionary<string, string> Ledgers = new()
    {
        ["ledger.line-missing"] = "Không có dòng dự toán này.",
        ["ledger.amount-none"] = "Số tiền phải lớn hơn 0.",
        ["ledger.closed"] = "Sổ năm {0} đã khóa ngày {1}: không ghi thêm bút toán vào năm đó.",
        ["ledger.in-future"] = "Ngày hạch toán không được sau hôm nay.",
        ["ledger.reason-missing"] = "Hãy nhập lý do ghi bút toán ngược.",
        ["ledger.above-available"] = "Dự toán còn lại {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-reserved"] = "Phần dành cho đề án còn {0}, phần đã ký hợp đồng không tính; lần này cần {1}, vượt {2}.",
        ["ledger.above-committed"] = "Phần cam kết chi chưa giải ngân còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-advanced"] = "Số dư tạm ứng còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-paid"] = "Số đã thanh toán còn {0} chưa quyết toán; lần này cần {1}, vượt {2}.",
        ["ledger.above-settled"] = "Số đã quyết toán còn {0}; lần này cần {1}, vượt {2}.",
        ["ledger.above-held"] = "Tài khoản còn {0}; lần này cần {1}, vượt {2}.",
    };
}
