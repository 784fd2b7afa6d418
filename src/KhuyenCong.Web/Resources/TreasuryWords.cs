using KhuyenCong.Domain.Treasury;
using KhuyenCong.Web.Pages.Treasury;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Statements and matching in Vietnamese.</summary>
public static class TreasuryWords
{
    private static readonly (MatchSigns Sign, string Text)[] Signs =
    [
        (MatchSigns.SameAmount, "đúng số tiền"),
        (MatchSigns.SameNumber, "trùng số chứng từ"),
        (MatchSigns.NamesRequest, "nội dung ghi mã đề nghị"),
        (MatchSigns.NamesAccount, "nội dung ghi số tài khoản thụ hưởng"),
        (MatchSigns.SameBeneficiary, "trùng người thụ hưởng"),
        (MatchSigns.AlikeBeneficiary, "người thụ hưởng gần giống"),
        (MatchSigns.NearDay, "ngày gần nhau"),
        (MatchSigns.LineIsMore, "dòng lớn hơn đề nghị, có thể trả nhiều đề nghị"),
        (MatchSigns.LineIsLess, "dòng nhỏ hơn đề nghị, có thể trả từng phần"),
    ];

    public static string Text(this LineDirection direction) => direction is LineDirection.Out ? "Chi" : "Thu";

    public static string Text(this LineState state) => state switch
    {
        LineState.Unmatched => "Chưa khớp",
        LineState.Matched => "Đã khớp",
        LineState.PartlyMatched => "Khớp một phần",
        _ => "Đã giải trình",
    };

    public static Tone Tone(this LineState state) => state switch
    {
        LineState.Unmatched => TagHelpers.Tone.Bad,
        LineState.Matched => TagHelpers.Tone.Good,
        LineState.PartlyMatched => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Info,
    };

    public static string Text(this TieFault fault) => fault switch
    {
        TieFault.BookDiffers => "Sổ khác đề nghị đã chi",
        TieFault.AboveContract => "Vượt hợp đồng",
        TieFault.DueAboveContract => "Nghiệm thu vượt hợp đồng",
        TieFault.AboveDue => "Vượt nghiệm thu",
        _ => "Chưa khớp đủ sao kê",
    };

    public static Tone Tone(this TieFault fault) => fault is TieFault.NotTied ? TagHelpers.Tone.Warn : TagHelpers.Tone.Bad;

    public static string Text(this ExplanationKind kind) => kind switch
    {
        ExplanationKind.OutsidePromotion => "Không thuộc kinh phí khuyến công",
        ExplanationKind.AdvanceCleared => "Thanh toán tạm ứng, không chi thêm tiền",
        ExplanationKind.Transfer => "Cấp, chuyển giữa các tài khoản",
        ExplanationKind.FeeOrInterest => "Phí, lãi",
        ExplanationKind.Mistake => "Chuyển nhầm, bị trả về",
        _ => "Lý do khác",
    };

    /// <summary>"Đúng số tiền; trùng số chứng từ; ngày gần nhau (sau 2 ngày)".</summary>
    public static string Why(this MatchCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        var why = string.Join("; ", Signs.Where(s => candidate.Signs.HasFlag(s.Sign)).Select(s => s.Text)).AtStart();
        return candidate.Days switch
        {
            null => $"{why}; đề nghị chưa có ngày gửi Kho bạc",
            0 => $"{why} (cùng ngày)",
            > 0 and var days => $"{why} (sau {days} ngày)",
            var days => $"{why} (trước {-days} ngày)",
        };
    }

    /// <summary>The page of the request or of the voucher.</summary>
    public static string Path(this PaymentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.IsVoucher ? $"/chi-quan-ly/chung-tu/{facts.PaymentRequestId}" : $"/thanh-toan/{facts.PaymentRequestId}";
    }

    public static string Text(this StatementColumn column) => column switch
    {
        StatementColumn.Day => "Cột ngày",
        StatementColumn.Number => "Cột số chứng từ",
        StatementColumn.Beneficiary => "Cột người thụ hưởng",
        StatementColumn.Content => "Cột nội dung",
        StatementColumn.Out => "Cột số tiền chi",
        _ => "Cột số tiền thu",
    };

    internal static string? OfCode(string field, string code) =>
        field is "Kind" && code is not nameof(ExplanationKind.Other) && Enum.TryParse<ExplanationKind>(code, out var kind) && Enum.IsDefined(kind) ? kind.Text() : null;
}
