using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Domain.Petitions;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Reminders;
using KhuyenCong.Domain.YearlySettlements;

namespace KhuyenCong.Web.Resources;

/// <summary>What waits in an office and is of no single project, in Vietnamese.</summary>
public static class OfficeWords
{
    /// <summary>Heading of a group; only of what is of no single project.</summary>
    public static string Group(this WaitingKind kind) => kind switch
    {
        WaitingKind.PlanBatch => "Đợt phê duyệt kế hoạch năm",
        WaitingKind.BudgetEstimate => "Dự toán kinh phí năm",
        WaitingKind.ManagementEstimate => "Dự toán chi quản lý",
        WaitingKind.ManagementVoucher => "Chứng từ chi quản lý",
        WaitingKind.YearEndProposal => "Đề nghị khóa sổ",
        WaitingKind.StatementUnmatched => "Sao kê Kho bạc, ngân hàng",
        WaitingKind.Petition => "Phản ánh, kiến nghị",
        _ => "Quyết toán năm",
    };

    public static string NextStep(this BudgetEstimateState state, bool isCommune) => state switch
    {
        BudgetEstimateState.Drafting => isCommune ? "lập xong, gửi kế toán thẩm định" : "lập xong, gửi Sở Công Thương",
        BudgetEstimateState.WithAccountant => "kế toán cấp xã thẩm định",
        BudgetEstimateState.WithDepartment => "xem xét, gửi cơ quan tài chính hoặc trả lại",
        BudgetEstimateState.WithFinance => "thẩm định dự toán",
        BudgetEstimateState.Appraised => "tham mưu bố trí vốn",
        BudgetEstimateState.WithCommittee => "trình HĐND hoặc trả lại",
        BudgetEstimateState.WithCouncil => "HĐND quyết nghị",
        BudgetEstimateState.Resolved => "giao dự toán",
        _ => "không còn bước nào",
    };

    public static string NextStep(this ManagementState state) => state switch
    {
        ManagementState.Drafting => "hoàn thiện, trình duyệt dự toán",
        ManagementState.Submitted => "duyệt dự toán hoặc trả lại",
        ManagementState.Settling => "duyệt quyết toán hoặc trả lại",
        _ => state.Next(),
    };

    public static string NextStep(this ManagementVoucherState state) => state switch
    {
        ManagementVoucherState.Drafting => "hoàn thiện, gửi đề nghị chi",
        ManagementVoucherState.Requested => "duyệt chi hoặc trả lại",
        ManagementVoucherState.Approved => "chi, ghi chứng từ Kho bạc",
        _ => "không còn bước nào",
    };

    public static string NextStep(this PetitionState state) => state switch
    {
        PetitionState.Filed => "tiếp nhận, đặt hạn trả lời",
        PetitionState.Received => "trả lời phản ánh, kiến nghị",
        _ => "không còn bước nào",
    };

    public static string NextStep(this YearlyState state) => state switch
    {
        YearlyState.Drafting => "lập xong, trình báo cáo",
        YearlyState.SentBack => "lấy lại số liệu, trình lại",
        YearlyState.Submitted => "xét, chuyển cơ quan tài chính hoặc trả lại",
        YearlyState.WithFinance => "thẩm định quyết toán",
        YearlyState.Appraised => "thông báo, phê duyệt quyết toán",
        _ => "không còn bước nào",
    };
}
