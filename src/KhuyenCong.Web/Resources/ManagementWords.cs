using KhuyenCong.Domain.ManagementCosts;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Management costs in Vietnamese.</summary>
public static class ManagementWords
{
    public static string Text(this ManagementParty party) => party is ManagementParty.Agency ? "Cơ quan quản lý kinh phí khuyến công" : "Đơn vị thực hiện đề án";

    public static string Text(this ManagementItem item) => item switch
    {
        ManagementItem.Experts => "Thuê chuyên gia, lao động",
        ManagementItem.Overtime => "Làm thêm giờ",
        ManagementItem.Travel => "Công tác phí",
        ManagementItem.Fuel => "Xăng dầu, thuê xe",
        ManagementItem.AppraisalMeeting => "Họp thẩm định",
        ManagementItem.AcceptanceMeeting => "Họp nghiệm thu",
        ManagementItem.Stationery => "Văn phòng phẩm, in ấn, thông tin",
        ManagementItem.Equipment => "Mua sắm thiết bị",
        _ => "Chi khác",
    };

    public static string Text(this ManagementState state) => state switch
    {
        ManagementState.Drafting => "Đang lập",
        ManagementState.Submitted => "Đã trình",
        ManagementState.Approved => "Đã duyệt",
        ManagementState.Settling => "Đã trình quyết toán",
        ManagementState.Settled => "Đã quyết toán",
        _ => "Đã bỏ",
    };

    public static Tone Tone(this ManagementState state) => state switch
    {
        ManagementState.Submitted or ManagementState.Settling => TagHelpers.Tone.Info,
        ManagementState.Approved => TagHelpers.Tone.Accent,
        ManagementState.Settled => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    /// <summary>Who has it and what comes next, inside a sentence.</summary>
    public static string Next(this ManagementState state) => state switch
    {
        ManagementState.Drafting => "người lập hoàn thiện, trình duyệt",
        ManagementState.Submitted => "chờ thủ trưởng duyệt",
        ManagementState.Approved => "lập chứng từ chi; cuối năm trình quyết toán",
        ManagementState.Settling => "chờ duyệt quyết toán",
        ManagementState.Settled => "đã xong",
        _ => "không dùng nữa",
    };

    public static string Text(this ManagementAction action) => action switch
    {
        ManagementAction.Submit => "Trình duyệt",
        ManagementAction.Approve => "Duyệt, dành dự toán",
        ManagementAction.Return => "Trả lại",
        ManagementAction.Discard => "Bỏ dự toán",
        ManagementAction.ProposeSettlement => "Trình quyết toán",
        ManagementAction.Settle => "Duyệt quyết toán",
        _ => "Trả lại quyết toán",
    };

    public static string Text(this ManagementVoucherState state) => state switch
    {
        ManagementVoucherState.Drafting => "Đang lập",
        ManagementVoucherState.Requested => "Đã đề nghị",
        ManagementVoucherState.Approved => "Đã duyệt chi",
        ManagementVoucherState.Paid => "Đã chi",
        _ => "Đã bỏ",
    };

    public static Tone Tone(this ManagementVoucherState state) => state switch
    {
        ManagementVoucherState.Requested => TagHelpers.Tone.Info,
        ManagementVoucherState.Approved => TagHelpers.Tone.Accent,
        ManagementVoucherState.Paid => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this ManagementVoucherAction action) => action switch
    {
        ManagementVoucherAction.Request => "Gửi đề nghị",
        ManagementVoucherAction.Approve => "Duyệt chi",
        ManagementVoucherAction.Return => "Trả lại",
        ManagementVoucherAction.Pay => "Ghi đã chi",
        ManagementVoucherAction.TakeBack => "Ghi nhận sai",
        _ => "Bỏ chứng từ",
    };

    public static string Text(this ServedKind kind) => kind switch
    {
        ServedKind.Inspection => "Kiểm tra, giám sát",
        ServedKind.AppraisalSession => "Phiên họp thẩm định",
        ServedKind.Acceptance => "Nghiệm thu",
        _ => "Đề án, nhiệm vụ, lớp học",
    };

    public static string PathOf(Served served)
    {
        ArgumentNullException.ThrowIfNull(served);
        return served.Kind switch
        {
            ServedKind.Inspection => $"/kiem-tra/{served.Id}",
            ServedKind.AppraisalSession => $"/tham-dinh/phien-hop/{served.Id}",
            ServedKind.Acceptance => $"/nghiem-thu/{served.Id}",
            _ => $"/de-an/{served.Id}",
        };
    }

    /// <summary>"1,5 %".</summary>
    public static string Percent(int? basisPoints) => basisPoints is { } points ? $"{(points / 100m).ToString("0.##", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))} %" : "—";

    /// <summary>Stored codes of fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Party" when Enum.TryParse<ManagementParty>(code, out var party) => party.Text(),
        "Item" when Enum.TryParse<ManagementItem>(code, out var item) => item.Text(),
        "State" or "FromState" or "ToState" when code is nameof(ManagementState.Settling) => ManagementState.Settling.Text(),
        "Action" when code is nameof(ManagementAction.ProposeSettlement) => ManagementAction.ProposeSettlement.Text(),
        "Action" when code is nameof(ManagementAction.ReturnSettlement) => ManagementAction.ReturnSettlement.Text(),
        _ => null,
    };
}
