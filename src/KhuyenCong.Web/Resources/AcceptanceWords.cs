using System.Globalization;
using KhuyenCong.Domain.Acceptances;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Acceptance records and machines in Vietnamese.</summary>
public static class AcceptanceWords
{
    public static string Text(this AcceptanceForm form) => form switch
    {
        AcceptanceForm.PerSite => "Nghiệm thu cơ sở cho từng địa điểm (mẫu 5a)",
        AcceptanceForm.General => "Nghiệm thu cơ sở (mẫu 5b)",
        _ => "Nghiệm thu đối với đề án do Cục nghiệm thu (mẫu 5c)",
    };

    /// <summary>Of a record that gathers the sites' own.</summary>
    public static string SummaryText(this AcceptanceForm form) => form is AcceptanceForm.Agency ? "Biên bản nghiệm thu của Cục (mẫu 5c)" : "Biên bản nghiệm thu chung (mẫu 5b)";

    /// <summary>The step from what the sites' records found due to what is paid and settled.</summary>
    public static string Step(this AgencyBound bound)
    {
        ArgumentNullException.ThrowIfNull(bound);
        return $"Biên bản của Cục (mẫu 5c) số {bound.Number ?? "chưa có"} kết luận hỗ trợ {bound.Concluded} trong {bound.Sites} của các biên bản từng địa điểm. {FundingSource.National.ShortName} của hợp đồng: theo mẫu 5a {bound.Found}, trừ phần Cục không nghiệm thu {bound.Cut}, được thanh toán, quyết toán {bound.Payable}.";
    }

    /// <summary>Where what is to come back by the Cục's record is asked or ordered back.</summary>
    public static string NextPath(this SupportExcess excess)
    {
        ArgumentNullException.ThrowIfNull(excess);
        return excess.SettlementId is { } settlement ? $"/quyet-toan/{settlement}#thu-hoi"
            : excess.WaitsForSettlement ? $"/hop-dong/{excess.ContractId}"
            : $"/hop-dong/{excess.ContractId}/de-nghi?loai={nameof(Domain.Payments.PaymentKind.RecoverPaid)}";
    }

    public static string Next(this SupportExcess excess)
    {
        ArgumentNullException.ThrowIfNull(excess);
        return excess.WaitsForSettlement ? $"đã quyết toán theo năm ngân sách: phê duyệt quyết toán, thanh lý hợp đồng rồi ghi yêu cầu thu hồi {excess.Uncovered}"
            : excess.SettlementId is null ? $"lập đề nghị thu hồi {excess.Uncovered}" : $"ghi yêu cầu thu hồi {excess.Uncovered} ở hồ sơ quyết toán";
    }

    public static string Text(this AcceptanceSpot spot)
    {
        ArgumentNullException.ThrowIfNull(spot);
        var error = spot.Accuracy is { } metres ? $"; sai số {metres} m" : "";
        return string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"vĩ độ {spot.Latitude:0.000000}; kinh độ {spot.Longitude:0.000000}{error}{(spot.ReadAt is { } at ? $"; thiết bị đọc lúc {at.LocalText()}" : "")}");
    }

    public static string Text(this AcceptanceState state) => state switch
    {
        AcceptanceState.Drafting => "Đang lập",
        AcceptanceState.Submitted => "Chờ kết luận",
        AcceptanceState.Concluded => "Đã kết luận",
        _ => "Đã hủy",
    };

    public static Tone Tone(this AcceptanceState state) => state switch
    {
        AcceptanceState.Submitted => TagHelpers.Tone.Warn,
        AcceptanceState.Concluded => TagHelpers.Tone.Good,
        AcceptanceState.Undone => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this AcceptanceAction action) => action switch
    {
        AcceptanceAction.Submit => "Trình kết luận",
        AcceptanceAction.Return => "Trả lại",
        AcceptanceAction.Conclude => "Kết luận nghiệm thu",
        AcceptanceAction.Discard => "Bỏ biên bản",
        _ => "Hủy kết luận",
    };

    public static string Done(this AcceptanceAction action) => action switch
    {
        AcceptanceAction.Submit => "Đã trình kết luận",
        AcceptanceAction.Return => "Đã trả lại",
        AcceptanceAction.Conclude => "Đã kết luận nghiệm thu",
        AcceptanceAction.Discard => "Đã bỏ biên bản",
        _ => "Đã hủy kết luận",
    };

    public static string Text(this AcceptanceVerdict verdict) => verdict switch
    {
        AcceptanceVerdict.Accepted => "Đạt",
        AcceptanceVerdict.PartlyAccepted => "Đạt một phần",
        AcceptanceVerdict.NotAccepted => "Không đạt",
        _ => "Phải hoàn thiện, nghiệm thu lại",
    };

    public static Tone Tone(this AcceptanceVerdict verdict) => verdict switch
    {
        AcceptanceVerdict.Accepted => TagHelpers.Tone.Good,
        AcceptanceVerdict.NotAccepted => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Warn,
    };

    public static string Text(this AcceptanceSide side) => side is AcceptanceSide.Member ? "Hội đồng, tổ nghiệm thu" : "Bên tham dự";

    public static string Text(this MachineCheckResult result) => result switch
    {
        MachineCheckResult.InUse => "Đang sử dụng đúng mục đích",
        MachineCheckResult.Idle => "Còn nhưng không sử dụng",
        MachineCheckResult.Misused => "Sử dụng sai mục đích hoặc đã chuyển đi",
        _ => "Không còn (đã bán, thanh lý)",
    };

    public static Tone Tone(this MachineCheckResult result) => result switch
    {
        MachineCheckResult.InUse => TagHelpers.Tone.Good,
        MachineCheckResult.Idle => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Bad,
    };

    /// <summary>A stored code of this capability in words; null where it is none of its own.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Acceptance.State" or "AcceptanceState" when Enum.TryParse<AcceptanceState>(code, out var state) => state.Text(),
        "Form" when Enum.TryParse<AcceptanceForm>(code, out var form) => form.Text(),
        "Verdict" when Enum.TryParse<AcceptanceVerdict>(code, out var verdict) => verdict.Text(),
        "Side" when Enum.TryParse<AcceptanceSide>(code, out var side) => side.Text(),
        "CheckResult" or "MachinePassport.CheckResult" when Enum.TryParse<MachineCheckResult>(code, out var result) => result.Text(),
        _ => null,
    };

    /// <summary>What a step of the computation says, with its base and share where it has them.</summary>
    public static string Text(this DueStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind switch
        {
            DueStepKind.NormShare => $"Tỷ lệ theo định mức: {Percent(step.BasisPoints)} × {step.Base}",
            DueStepKind.NormCeiling => "Mức trần theo định mức",
            DueStepKind.NormRemaining => $"Phần còn lại của mức trần {step.Base}",
            DueStepKind.ApprovedShare => $"Không có định mức bắt buộc về tỷ lệ: áp dụng tỷ lệ hỗ trợ đã phê duyệt của dòng dự toán × {step.Base}",
            DueStepKind.ApprovedLine => $"Mức phê duyệt của dòng {step.Base}, trừ các biên bản khác còn",
            DueStepKind.UnverifiedNorm => "Lưu ý: theo định mức chưa kiểm chứng, chưa xác nhận áp dụng thì thấp hơn; không áp dụng bắt buộc",
            DueStepKind.LineResult => "Mức hỗ trợ của dòng trước khi chia theo nguồn (thấp nhất, làm tròn xuống)",
            DueStepKind.SourceApproved => $"Mức phê duyệt của nguồn {step.Base}, trừ các biên bản khác còn",
            DueStepKind.SourcePart => $"Hợp đồng con của cơ sở {step.Base}, trừ các biên bản khác của cơ sở còn",
            DueStepKind.SourceContracted => $"Giá trị hợp đồng của nguồn {step.Base}, trừ các biên bản khác còn",
            _ when step.Base > step.Result => $"Mức hỗ trợ được thanh toán của nguồn, thấp hơn {step.Base} theo tỷ lệ của các dòng vì nguồn không còn đủ hoặc nguồn khác chi thay",
            _ when step.Base < step.Result => $"Mức hỗ trợ được thanh toán của nguồn, cao hơn {step.Base} theo tỷ lệ của các dòng vì chi thay nguồn khác không còn đủ",
            _ => "Mức hỗ trợ được thanh toán của nguồn",
        };
    }

    private static string Percent(int? basisPoints) => basisPoints is { } points ? $"{points / 100m:0.##} %" : "";
}
