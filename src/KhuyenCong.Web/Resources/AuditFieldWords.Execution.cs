namespace KhuyenCong.Web.Resources;

/// <content>Fields of the ledger, contracts, payments, progress, acceptance and settlement.</content>
public static partial class AuditFieldWords
{
    private static readonly Dictionary<string, string> Execution = new()
    {
        ["Reserved"] = "Dành dự toán",
        ["Committed"] = "Cam kết chi",
        ["Advanced"] = "Tạm ứng",
        ["Paid"] = "Đã thanh toán",
        ["Settled"] = "Đã quyết toán",
        ["Returned"] = "Đã thu hồi nộp ngân sách",
        ["Cancelled"] = "Đã hủy dự toán",
        ["CarriedOver"] = "Đã chuyển nguồn",
        ["PostingCount"] = "Số bút toán",
        ["FromAccount"] = "Từ tài khoản",
        ["ToAccount"] = "Sang tài khoản",
        ["CauseKind"] = "Căn cứ",
        ["CauseId"] = "Căn cứ (mã)",
        ["ReversesId"] = "Bút toán được ghi ngược (mã)",
        ["ContractId"] = "Hợp đồng (mã)",
    };
}
