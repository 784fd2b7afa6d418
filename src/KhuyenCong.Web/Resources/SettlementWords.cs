using KhuyenCong.Domain.Settlements;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Settlements in Vietnamese.</summary>
public static class SettlementWords
{
    public static string Text(this SettlementState state) => state switch
    {
        SettlementState.Drafting => "Đang lập",
        SettlementState.Submitted => "Đã trình",
        SettlementState.Approved => "Đã phê duyệt",
        SettlementState.Discarded => "Đã bỏ",
        _ => "Bị trả lại",
    };

    public static Tone Tone(this SettlementState state) => state switch
    {
        SettlementState.Submitted => TagHelpers.Tone.Info,
        SettlementState.Approved => TagHelpers.Tone.Good,
        SettlementState.SentBack => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this SettlementAction action) => action switch
    {
        SettlementAction.Submit => "Trình phê duyệt",
        SettlementAction.Approve => "Phê duyệt quyết toán, thanh lý",
        SettlementAction.Revoke => "Hủy phê duyệt quyết toán",
        SettlementAction.Discard => "Bỏ hồ sơ",
        SettlementAction.Resume => "Lập lại hồ sơ",
        _ => "Trả lại",
    };

    public static string Done(this SettlementAction action) => action switch
    {
        SettlementAction.Submit => "Đã trình phê duyệt",
        SettlementAction.Approve => "Đã phê duyệt quyết toán, thanh lý hợp đồng",
        SettlementAction.Revoke => "Đã hủy phê duyệt quyết toán, hợp đồng trở lại đang thực hiện",
        SettlementAction.Discard => "Đã bỏ hồ sơ",
        SettlementAction.Resume => "Đã lập lại hồ sơ",
        _ => "Đã trả lại",
    };

    /// <summary>Whether a step takes something back, so that it needs a reason and is told as a warning.</summary>
    public static bool TakesBack(this SettlementAction action) => action is SettlementAction.SendBack or SettlementAction.Revoke or SettlementAction.Discard;

    /// <summary>One contract of a signed sheet of reconciliation, with its sums.</summary>
    public static string Text(this ReconciledFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return $"{figure.Number ?? "chưa có số"} (cam kết {figure.Committed}, tạm ứng {figure.Advanced}, đã thanh toán {figure.Paid}, đã quyết toán {figure.Settled}, đã thu hồi {figure.Returned})";
    }

    public static string Text(this VoucherRegime regime) => regime switch
    {
        VoucherRegime.WithInvoice => "Có hóa đơn xuất cho cơ quan giao",
        _ => "Không xuất hóa đơn cho cơ quan giao: theo bảng kê chứng từ chi",
    };

    public static string Text(this SettlementBasis basis) => basis switch
    {
        SettlementBasis.ForceMajeure => "Bất khả kháng: theo khối lượng đã thực hiện được xác nhận",
        _ => "Theo biên bản nghiệm thu",
    };

    public static string Text(this VoucherKind kind) => kind switch
    {
        VoucherKind.CashPayment => "Phiếu chi",
        VoucherKind.BankTransfer => "Ủy nhiệm chi, chuyển khoản",
        VoucherKind.AdvanceClearance => "Giấy thanh toán tạm ứng",
        VoucherKind.AgencyInvoice => "Hóa đơn xuất cho cơ quan giao",
        VoucherKind.SignedList => "Danh sách ký nhận",
        _ => "Chứng từ khác",
    };

    public static string Text(this SettlementPaperKind kind) => kind switch
    {
        SettlementPaperKind.Voucher => "Bản chụp chứng từ",
        SettlementPaperKind.DetailTable => "Biểu chi tiết quyết toán",
        SettlementPaperKind.PaymentTable => "Biểu đề nghị thanh toán",
        SettlementPaperKind.VoucherList => "Bảng kê chứng từ đã ký",
        SettlementPaperKind.Liquidation => "Biên bản thanh lý hợp đồng",
        SettlementPaperKind.Reconciliation => "Bảng đối chiếu kinh phí",
        SettlementPaperKind.Explanation => "Văn bản giải trình bất khả kháng",
        SettlementPaperKind.WorkConfirmation => "Biên bản xác nhận khối lượng",
        SettlementPaperKind.RecoveryOrder => "Văn bản yêu cầu thu hồi",
        _ => "Giấy tờ khác",
    };

    /// <summary>The words for a stored code of a settlement's own fields; null for any other.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Vouchering" when Enum.TryParse<VoucherRegime>(code, out var regime) => regime.Text(),
        "Action" when code is nameof(SettlementAction.Revoke) or nameof(SettlementAction.Resume) && Enum.TryParse<SettlementAction>(code, out var action) => action.Text(),
        "Basis" when Enum.TryParse<SettlementBasis>(code, out var basis) => basis.Text(),
        "Kind" when Enum.TryParse<VoucherKind>(code, out var kind) && kind is not VoucherKind.Other => kind.Text(),
        "Kind" when Enum.TryParse<SettlementPaperKind>(code, out var paper) && paper is not SettlementPaperKind.Other => paper.Text(),
        _ => null,
    };
}
