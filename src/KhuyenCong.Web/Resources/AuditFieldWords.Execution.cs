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
        ["Purpose"] = "Nội dung chi",
        ["InvoiceSeries"] = "Ký hiệu hóa đơn",
        ["InvoiceSeller"] = "Người bán",
        ["InvoiceTrace"] = "Số hóa đơn để đối chiếu",
        ["InvoiceDetail"] = "Ký hiệu, người bán để đối chiếu",
        ["ItemShare"] = "Khối lượng hạng mục đã thực hiện (phần vạn)",
        ["OverrideNumber"] = "Số quyết định cho tạm ứng khác quy định",
        ["OverrideDate"] = "Ngày quyết định cho tạm ứng khác quy định",
        ["OverrideReason"] = "Lý do cho tạm ứng khác quy định",
        ["RequestedOn"] = "Ngày đề nghị",
        ["SentOn"] = "Ngày gửi Kho bạc",
        ["PaidOn"] = "Ngày chi, ngày thu",
        ["TreasuryNumber"] = "Số chứng từ của Kho bạc",
        ["IsSignedCopy"] = "Là bản ký",
        ["ClosingDocument"] = "Văn bản chuyển nguồn, quyết toán năm",
        ["ContractId"] = "Hợp đồng (mã)",
    };
}
