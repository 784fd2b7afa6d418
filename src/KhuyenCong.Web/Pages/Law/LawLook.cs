using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Pages.Law;

/// <summary>How documents and rules are told on screen and in exports.</summary>
public static class LawLook
{
    public static string Tag(this Verification verification) => verification switch
    {
        Verification.VerifiedVerbatim => "Đã đối chiếu bản gốc",
        Verification.Codified => "Bộ Pháp điển, chưa cộng sửa đổi",
        Verification.Secondary => "Nguồn thứ cấp, chưa đối chiếu",
        Verification.Copy => "Bản sao, chưa đối chiếu",
        Verification.Cited => "Chỉ thấy viện dẫn",
        _ => "Chưa kiểm chứng",
    };

    public static Tone Tone(this Verification verification) => verification switch
    {
        Verification.VerifiedVerbatim => TagHelpers.Tone.Good,
        Verification.Codified => TagHelpers.Tone.Info,
        _ => TagHelpers.Tone.Warn,
    };

    public static string Word(this RuleKind kind) => kind switch
    {
        RuleKind.Deadline => "Thời hạn",
        RuleKind.Frequency => "Chu kỳ",
        RuleKind.Norm => "Định mức",
        RuleKind.Form => "Thành phần hồ sơ",
        RuleKind.Authority => "Thẩm quyền",
        RuleKind.Condition => "Điều kiện",
        RuleKind.Calendar => "Cách tính ngày",
        RuleKind.BudgetCode => "Mã mục lục ngân sách",
        _ => "Ngưỡng",
    };

    public static string Word(this Regime? regime) => regime switch
    {
        Regime.National => "Khuyến công quốc gia",
        Regime.Provincial => "Khuyến công địa phương",
        Regime.Commune => "Khuyến công cấp xã",
        _ => "Mọi chế độ",
    };

    public static string Word(this RelationKind kind, bool reversed) => kind switch
    {
        RelationKind.Amends => reversed ? "Được sửa đổi, bổ sung bởi" : "Sửa đổi, bổ sung",
        RelationKind.Replaces => reversed ? "Được thay thế bởi" : "Thay thế",
        RelationKind.Guides => reversed ? "Được quy định chi tiết, hướng dẫn bởi" : "Quy định chi tiết, hướng dẫn",
        _ => reversed ? "Được viện dẫn làm căn cứ trong" : "Căn cứ vào",
    };

    /// <summary>The rule's figures in words: "trước ngày 20/5 của năm trước năm kế hoạch"; empty where it has none.</summary>
    public static string Value(LegalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        string?[] parts =
        [
            rule.BasisPoints is { } share ? $"{share / 100m:0.##}\u00a0%" : null,
            rule.Amount is { } amount ? $"{amount.Grouped}\u00a0đ" : null,
            rule.Days is { } days ? $"{days} ngày" : null,
            rule.WorkingDays is { } working ? $"{working} ngày làm việc" : null,
            rule is { Kind: RuleKind.Calendar, DueDay: { } off } ? $"ngày {off}/{rule.DueMonth}" : rule.DueDay is { } day ? $"{(rule.DueBefore ? "trước" : "chậm nhất")} ngày {day}{Month(rule)}" : null,
            rule.EveryMonths is { } every and not 1 ? every % 12 == 0 ? $"{every / 12} năm một lần" : $"{every} tháng một lần" : null,
            rule.Quantity is { } quantity ? Counted(rule, quantity) : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Counted(LegalRule rule, int quantity) => rule.Code switch
    {
        _ when rule.Kind is RuleKind.Form => $"{quantity:00} bộ",
        EligibilityCheck.KeyContentsRule => $"từ {quantity} nội dung",
        EligibilityCheck.KeyYearsRule => $"nhiều hơn {quantity} năm",
        var code when code.StartsWith(TradePriority.GroupARules, StringComparison.Ordinal) => $"mã ngành {quantity:00}",
        var code when code.EndsWith("mark", StringComparison.Ordinal) => $"{quantity} điểm",
        _ => $"{quantity}",
    };

    public static string EffectiveText(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        (null, null) => "chưa có số liệu",
        ({ } start, null) => $"từ {start.Text()}",
        (null, { } end) => $"đến hết {end.Text()}",
        ({ } start, { } end) => $"{start.Text()} – {end.Text()}",
    };

    public static string Word(this RuleStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Kind switch
        {
            StandingKind.Verified => "Đã kiểm chứng",
            StandingKind.Adopted => $"Đã xác nhận áp dụng theo {standing.By!.SignedNumber}",
            StandingKind.Unverified => "Chưa kiểm chứng – chỉ cảnh báo",
            _ => "Không có hiệu lực",
        };
    }

    /// <summary>As a table's column shows it; the whole word stands in the tag's title.</summary>
    public static string ShortWord(this RuleStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Kind switch
        {
            StandingKind.Adopted => "Đã xác nhận",
            StandingKind.Unverified => "Chỉ cảnh báo",
            _ => standing.Word(),
        };
    }

    public static Tone Tone(this RuleStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.Kind switch
        {
            StandingKind.Verified or StandingKind.Adopted => TagHelpers.Tone.Good,
            StandingKind.Unverified => TagHelpers.Tone.Warn,
            _ => TagHelpers.Tone.Neutral,
        };
    }

    /// <summary>One plain line for whoever has never heard of verification.</summary>
    public static string Meaning(this StandingKind kind) => kind switch
    {
        StandingKind.Verified => "Đã đọc nguyên văn bản đang có hiệu lực: hồ sơ trái quy định này bị chặn.",
        StandingKind.Adopted => "Chưa đối chiếu bản gốc, nhưng tỉnh, thành phố đã ký xác nhận áp dụng: hồ sơ trái quy định này bị chặn.",
        StandingKind.Unverified => "Chưa đối chiếu bản gốc và chưa có văn bản xác nhận áp dụng: phần mềm chỉ nhắc, không chặn hồ sơ.",
        _ => "Chưa đến ngày hoặc đã hết hiệu lực vào ngày đang xem: phần mềm không dùng quy định này.",
    };

    /// <summary>What starts to happen once a province adopts the rule.</summary>
    public static string Effect(LegalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var value = Value(rule) is { Length: > 0 } figures ? $" ({figures})" : "";
        return rule.Kind switch
        {
            _ when rule.SetsAside is not null => "làm căn cứ để quy định riêng đứng trước quy định chung; không chặn thêm hồ sơ nào",
            RuleKind.Deadline => $"chặn hồ sơ, báo cáo nộp sau thời hạn{value}, hoặc yêu cầu ghi rõ lý do nộp muộn",
            RuleKind.Frequency => $"tính là quá hạn khi không thực hiện đúng chu kỳ{value}",
            RuleKind.Norm => $"chặn mức hỗ trợ vượt định mức{value}",
            RuleKind.Form => $"chặn hồ sơ thiếu thành phần hoặc số lượng{value}",
            RuleKind.Condition => "chặn hồ sơ không đáp ứng điều kiện này",
            RuleKind.Calendar => "làm căn cứ lập lịch nghỉ, tính ngày cuối của thời hạn; không chặn hồ sơ",
            RuleKind.BudgetCode => "làm căn cứ đối chiếu mã đã ghi; không chặn hồ sơ, không chặn chi",
            RuleKind.Authority => "chặn việc phê duyệt, điều chỉnh không đúng thẩm quyền",
            _ => $"chặn trường hợp không đạt hoặc vượt ngưỡng{value}",
        };
    }

    private static string Month(LegalRule rule) => rule.DueMonth is { } month
        ? $"/{month}" + rule.DueYearOffset switch
        {
            -1 => " của năm trước năm kế hoạch",
            1 => " của năm sau năm kế hoạch",
            > 1 => $" của năm thứ {rule.DueYearOffset + 1}, kể cả năm đầu",
            _ => " hằng năm",
        }
        : " hằng tháng";
}

/// <summary>Whether a document is in force on a day, as far as its dates and its replacement are known.</summary>
public sealed record DocumentForce(string Word, Tone Tone, bool MayApply)
{
    /// <param name="document">The document.</param>
    /// <param name="replacements">Relations by which others replace it.</param>
    /// <param name="day">The day asked about.</param>
    public static DocumentForce On(LegalDocument document, IEnumerable<LegalRelation> replacements, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(document);
        var replaced = replacements.Where(r => r.TargetId == document.LegalDocumentId && r.Kind is RelationKind.Replaces).ToArray();
        return document.EffectiveTo < day || replaced.Any(r => r.Date <= day) ? new("Hết hiệu lực", Tone.Neutral, false)
            : (document.EffectiveFrom ?? document.Date) > day ? new("Chưa có hiệu lực", Tone.Info, false)
            : replaced.Length > 0 ? new("Có thể đã bị thay thế, chưa kiểm chứng", Tone.Warn, true)
            : document.EffectiveFrom is null ? new("Chưa rõ ngày có hiệu lực", Tone.Warn, true)
            : new("Còn hiệu lực", Tone.Good, true);
    }
}
