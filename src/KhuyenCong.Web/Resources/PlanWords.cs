using System.Globalization;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Plans, batches, allotments and yearly estimates in Vietnamese.</summary>
public static class PlanWords
{
    /// <summary>Inside a sentence: names keep their capitals.</summary>
    public static string InSentence(this string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToLower(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    public static string AtStart(this string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
    }

    public static string Text(this TradeGround ground) => ground switch
    {
        TradeGround.TypicalProduct => "có sản phẩm CNNT tiêu biểu",
        TradeGround.KeyProduct => "sản phẩm chủ lực, lợi thế của tỉnh",
        TradeGround.Export => "có xuất khẩu",
        TradeGround.LocalMaterial => "nguyên liệu tại chỗ",
        TradeGround.MuchLabour => "nhiều lao động",
        TradeGround.Processing => "chế biến nông, lâm, thủy sản (theo mã ngành)",
        TradeGround.Mechanics => "cơ khí (theo mã ngành)",
        TradeGround.FarmChemicals => "hóa chất phục vụ nông nghiệp",
        _ => "công nghiệp hỗ trợ",
    };

    public static string Text(this TradeStatementState state) => state switch
    {
        TradeStatementState.Proposed => "chờ cán bộ xác nhận",
        TradeStatementState.Confirmed => "do cán bộ xác định",
        _ => "không được xác nhận",
    };

    /// <summary>"công nghiệp hỗ trợ: do cán bộ xác định (Nguyễn Văn A, 22/11/2026; căn cứ: …)".</summary>
    public static string Standing(this TradeStatement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var (name, at, reason) = statement.State is TradeStatementState.Proposed ? (statement.ProposerName, statement.ProposedAt, statement.Reason) : (statement.DeciderName, statement.DecidedAt ?? statement.ProposedAt, statement.DeciderReason);
        return $"{statement.Ground.Text()}: {statement.State.Text()} ({name}, {at.LocalText()}; căn cứ: {reason}{(statement.Paper is { } paper ? $"; giấy tờ: {paper}" : "")})";
    }

    public static string Text(this AllotmentKind kind) => kind switch
    {
        AllotmentKind.Initial => "Giao đầu năm",
        AllotmentKind.Addition => "Giao bổ sung",
        AllotmentKind.Adjustment => "Điều chỉnh",
        _ => "Đính chính ghi nhầm",
    };

    public static string PlanText(this Regime regime) => regime switch
    {
        Regime.National => "Khuyến công quốc gia",
        Regime.Provincial => "Khuyến công địa phương cấp tỉnh",
        _ => "Khuyến công cấp xã",
    };

    public static string Text(this BatchState state) => state switch
    {
        BatchState.Drafting => "Đang lập",
        BatchState.Submitted => "Chờ thẩm định",
        BatchState.Appraised => "Đã thẩm định",
        BatchState.SentToAgency => "Đã gửi Cục",
        BatchState.Approved => "Đã phê duyệt",
        BatchState.Assigned => "Đã giao",
        BatchState.Undone => "Đã hủy quyết định",
        _ => "Đã bỏ",
    };

    public static Tone Tone(this BatchState state) => state switch
    {
        BatchState.Submitted or BatchState.SentToAgency => TagHelpers.Tone.Info,
        BatchState.Appraised => TagHelpers.Tone.Accent,
        BatchState.Approved or BatchState.Assigned => TagHelpers.Tone.Good,
        BatchState.Undone => TagHelpers.Tone.Bad,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this BatchAction action, Regime regime) => action switch
    {
        BatchAction.Submit => "Gửi thẩm định",
        BatchAction.Appraise => "Kết luận thẩm định",
        BatchAction.Return => "Trả lại",
        BatchAction.SendToAgency => "Gửi Cục",
        BatchAction.Approve => regime is Regime.National ? "Ghi quyết định của Bộ" : "Phê duyệt đợt",
        BatchAction.Assign => "Giao kế hoạch",
        BatchAction.Undo => "Hủy quyết định",
        _ => "Bỏ đợt",
    };

    public static string Done(this BatchAction action) => action switch
    {
        BatchAction.Submit => "Đã gửi thẩm định",
        BatchAction.Appraise => "Đã kết luận thẩm định",
        BatchAction.Return => "Đã trả lại",
        BatchAction.SendToAgency => "Đã gửi Cục",
        BatchAction.Approve => "Đã phê duyệt",
        BatchAction.Assign => "Đã giao kế hoạch",
        BatchAction.Undo => "Đã hủy quyết định",
        _ => "Đã bỏ đợt",
    };

    /// <summary>What a batch waits for.</summary>
    public static string Next(this BatchState state, Regime regime) => state switch
    {
        BatchState.Drafting => "chọn đề án, gửi thẩm định",
        BatchState.Submitted => regime is Regime.Commune ? "thẩm định kế hoạch của xã" : "Sở Công Thương thẩm định",
        BatchState.Appraised when regime is Regime.National => "Sở Công Thương gửi Cục",
        BatchState.Appraised => regime is Regime.Commune ? "UBND cấp xã phê duyệt" : "UBND phê duyệt",
        BatchState.SentToAgency => "Bộ Công Thương phê duyệt",
        BatchState.Approved => "giao kế hoạch cho đơn vị thực hiện",
        _ => "không còn bước nào",
    };

    public static string Text(this PlanDecider decider) => decider switch
    {
        PlanDecider.Ministry => "Bộ trưởng Bộ Công Thương",
        PlanDecider.Agency => "Cục quản lý khuyến công",
        PlanDecider.ProvincialCommittee => "UBND, Chủ tịch UBND tỉnh, thành phố",
        PlanDecider.Department => "Sở Công Thương (theo ủy quyền, phân cấp)",
        _ => "UBND xã, phường, đặc khu",
    };

    public static string Text(this PlanItemState state) => state switch
    {
        PlanItemState.Proposed => "Đề nghị",
        PlanItemState.LeftOut => "Không đưa vào",
        PlanItemState.Approved => "Đã phê duyệt",
        PlanItemState.Stopped => "Đã ngừng",
        _ => "Quyết định đã hủy",
    };

    public static Tone Tone(this PlanItemState state) => state switch
    {
        PlanItemState.Approved => TagHelpers.Tone.Good,
        PlanItemState.Stopped or PlanItemState.Undone => TagHelpers.Tone.Bad,
        PlanItemState.LeftOut => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this PlanVersionKind kind) => kind switch
    {
        PlanVersionKind.Approved => "Phê duyệt đợt",
        PlanVersionKind.Adjusted => "Điều chỉnh",
        PlanVersionKind.Stopped => "Ngừng",
        _ => "Hủy quyết định",
    };

    public static string Text(this AdjustmentKind kind) => kind switch
    {
        AdjustmentKind.IncreaseSupport => "Tăng tổng mức hỗ trợ",
        AdjustmentKind.DecreaseSupport => "Giảm tổng mức hỗ trợ",
        AdjustmentKind.ChangeContent => "Đổi nội dung hoạt động khuyến công",
        AdjustmentKind.ExtendToNextYear => "Gia hạn sang năm sau",
        AdjustmentKind.ChangeTime => "Đổi thời gian trong năm",
        AdjustmentKind.ChangePlace => "Đổi địa điểm",
        AdjustmentKind.ChangeBeneficiary => "Đổi đơn vị thụ hưởng",
        AdjustmentKind.ChangePartner => "Đổi đơn vị phối hợp",
        AdjustmentKind.Stop => "Ngừng",
        _ => "Ngừng do sai phạm hoặc không đáp ứng",
    };

    /// <summary>What one change of a version is about: a source, a kind of adjustment, or a kind with the field that it changed.</summary>
    public static string Text(this PlanChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Source is { } source ? FundingSource.Find(source)?.Name ?? source
            : Enum.TryParse<AdjustmentKind>(change.What.Split(':')[0], out var kind) ? FieldOf(change) is { } field ? $"{kind.Text()}: {field}" : kind.Text()
            : change.What is "Cut" ? "Cắt giảm chi phí"
            : change.What;
    }

    /// <summary>A value of a change as people read it; codes and days are kept as such.</summary>
    public static string? Shown(this PlanChange change, string? text)
    {
        ArgumentNullException.ThrowIfNull(change);
        return text is null ? null : change.What.Split(':')[^1] switch
        {
            nameof(AdjustmentEffect.StartsOn) or nameof(AdjustmentEffect.EndsOn) when DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day.Text(),
            nameof(AdjustmentEffect.ContentCode) => ProjectWords.ContentText(text),
            _ => text,
        };
    }

    private static string? FieldOf(PlanChange change) => change.What.Split(':') is not [_, var field] ? null : field switch
    {
        nameof(AdjustmentEffect.StartsOn) => "ngày bắt đầu",
        nameof(AdjustmentEffect.EndsOn) => "ngày kết thúc",
        nameof(AdjustmentEffect.ContentCode) => "nội dung hoạt động",
        nameof(AdjustmentEffect.ProgrammeContentCode) => "nội dung của chương trình",
        "Line" => "nội dung chi",
        nameof(AdjustmentEffect.Scale) => "quy mô",
        nameof(AdjustmentEffect.Contents) => "nội dung công việc",
        nameof(AdjustmentEffect.PartnerUnits) => "đơn vị phối hợp",
        nameof(AdjustmentEffect.CommuneCode) => "địa bàn",
        "Machine" => "máy móc, thiết bị",
        "Beneficiary" => "đơn vị thụ hưởng",
        "Place" => "địa điểm",
        "MoneyYear" => "năm dự toán của kinh phí",
        "MoneyPart" => "kinh phí theo năm",
        "Cut" => "chi phí cắt giảm",
        _ => field,
    };

    public static string Text(this PriorityTerritory territory) => territory switch
    {
        PriorityTerritory.HighlandOrIsland => "vùng cao, hải đảo, biên giới, vùng đồng bào dân tộc thiểu số",
        PriorityTerritory.PoorDistrict => "huyện nghèo (trước đây)",
        PriorityTerritory.NewRural => "xã trong kế hoạch xây dựng nông thôn mới",
        _ => "khó khăn, đặc biệt khó khăn theo pháp luật đầu tư",
    };

    public static string Text(this BudgetEstimateState state) => state switch
    {
        BudgetEstimateState.Drafting => "Đang lập",
        BudgetEstimateState.WithDepartment => "Ở Sở Công Thương",
        BudgetEstimateState.WithFinance => "Chờ Sở Tài chính thẩm định",
        BudgetEstimateState.Appraised => "Đã thẩm định, chờ tham mưu bố trí vốn",
        BudgetEstimateState.WithCommittee => "Ở UBND",
        BudgetEstimateState.WithCouncil => "Trình HĐND",
        BudgetEstimateState.Resolved => "HĐND đã quyết nghị",
        BudgetEstimateState.Allotted => "Đã giao dự toán",
        BudgetEstimateState.WithAccountant => "Chờ kế toán cấp xã thẩm định",
        _ => "Đã bỏ",
    };

    public static Tone Tone(this BudgetEstimateState state) => state switch
    {
        BudgetEstimateState.Drafting or BudgetEstimateState.Discarded => TagHelpers.Tone.Neutral,
        BudgetEstimateState.Allotted => TagHelpers.Tone.Good,
        BudgetEstimateState.Resolved or BudgetEstimateState.Appraised => TagHelpers.Tone.Accent,
        _ => TagHelpers.Tone.Info,
    };

    public static string Text(this BudgetEstimateAction action) => action switch
    {
        BudgetEstimateAction.Submit => "Gửi Sở Công Thương",
        BudgetEstimateAction.SubmitToAccountant => "Gửi kế toán cấp xã thẩm định",
        BudgetEstimateAction.Forward => "Gửi Sở Tài chính",
        BudgetEstimateAction.Return => "Trả lại",
        BudgetEstimateAction.Appraise => "Thẩm định dự toán",
        BudgetEstimateAction.ProposeFunding => "Tham mưu bố trí vốn",
        BudgetEstimateAction.SubmitToCouncil => "Trình HĐND",
        BudgetEstimateAction.Resolve => "Ghi nghị quyết của HĐND",
        BudgetEstimateAction.Allot => "Giao dự toán",
        _ => "Bỏ dự toán",
    };

    public static string Done(this BudgetEstimateAction action) => action switch
    {
        BudgetEstimateAction.Submit => "Đã gửi Sở Công Thương",
        BudgetEstimateAction.SubmitToAccountant => "Đã gửi kế toán cấp xã thẩm định",
        BudgetEstimateAction.Forward => "Đã gửi Sở Tài chính",
        BudgetEstimateAction.Return => "Đã trả lại",
        BudgetEstimateAction.Appraise => "Đã thẩm định dự toán",
        BudgetEstimateAction.ProposeFunding => "Đã tham mưu bố trí vốn",
        BudgetEstimateAction.SubmitToCouncil => "Đã trình HĐND",
        BudgetEstimateAction.Resolve => "Đã có nghị quyết của HĐND",
        BudgetEstimateAction.Allot => "Đã giao dự toán",
        _ => "Đã bỏ",
    };

    /// <summary>Stored codes of plan fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Kind" when Enum.TryParse<AllotmentKind>(code, out var kind) => kind.Text(),
        "Decider" when Enum.TryParse<PlanDecider>(code, out var decider) => decider.Text(),
        "Class" when Enum.TryParse<PriorityTerritory>(code, out var territory) => territory.Text(),
        "Source" => FundingSource.Find(code)?.Name,
        "Action" when code is "Submit" or "Appraise" or "SendToAgency" or "Assign" or "Undo" or "Discard" && Enum.TryParse<BatchAction>(code, out var action) => action.Text(Regime.Provincial),
        "Action" when code is "SubmitToAccountant" or "Forward" or "ProposeFunding" or "SubmitToCouncil" or "Resolve" or "Allot" && Enum.TryParse<BudgetEstimateAction>(code, out var action) => action.Text(),
        "State" or "FromState" or "ToState" when code is "Drafting" or "SentToAgency" or "Assigned" or "Undone" or "Discarded" && Enum.TryParse<BatchState>(code, out var state) => state.Text(),
        "State" or "FromState" or "ToState" when code is "WithDepartment" or "WithAccountant" or "WithFinance" or "WithCommittee" or "WithCouncil" or "Resolved" or "Allotted" && Enum.TryParse<BudgetEstimateState>(code, out var state) => state.Text(),
        "Ground" when Enum.TryParse<TradeGround>(code, out var ground) => ground.Text(),
        "State" when code is "Proposed" or "LeftOut" && Enum.TryParse<PlanItemState>(code, out var state) => state.Text(),
        _ => null,
    };
}
