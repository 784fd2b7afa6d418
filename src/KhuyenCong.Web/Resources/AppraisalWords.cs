using System.Text.Json;
using KhuyenCong.Domain.Appraisals;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Appraisals, councils and votes in Vietnamese.</summary>
public static class AppraisalWords
{
    public static string Text(this AppraisalMode mode) => mode is AppraisalMode.Council ? "Hội đồng thẩm định" : "Người thẩm định của bộ máy giúp việc";

    public static string ShortText(this AppraisalMode mode) => mode is AppraisalMode.Council ? "Hội đồng" : "Người thẩm định";

    public static string Text(this AppraisalState state, AppraisalMode mode) => state switch
    {
        AppraisalState.Open => mode is AppraisalMode.Council ? "Đang lấy phiếu" : "Chờ ý kiến",
        AppraisalState.Closed => mode is AppraisalMode.Council ? "Đã mở phiếu, chờ chủ tọa ký" : "Đã có ý kiến, chờ kết luận",
        AppraisalState.SignedOff => "Đã ký kết quả, chờ kết luận",
        AppraisalState.Concluded => "Đã kết luận",
        AppraisalState.Returned => "Đã trả hồ sơ",
        _ => "Đã hoãn, giao lại",
    };

    public static Tone Tone(this AppraisalState state) => state switch
    {
        AppraisalState.Open => TagHelpers.Tone.Info,
        AppraisalState.Closed or AppraisalState.SignedOff => TagHelpers.Tone.Accent,
        AppraisalState.Concluded => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this CouncilRole role) => role switch
    {
        CouncilRole.Chair => "Chủ tịch",
        CouncilRole.DeputyChair => "Phó chủ tịch",
        CouncilRole.Secretary => "Thư ký",
        CouncilRole.Reviewer => "Ủy viên phản biện",
        CouncilRole.Member => "Ủy viên",
        _ => "Người thẩm định",
    };

    public static string Text(this AppraisalVote vote) => vote switch
    {
        AppraisalVote.Pass => "Đạt",
        AppraisalVote.ConditionalPass => "Đạt có điều kiện",
        _ => "Không đạt",
    };

    public static Tone Tone(this AppraisalVote vote) => vote switch
    {
        AppraisalVote.Pass => TagHelpers.Tone.Good,
        AppraisalVote.ConditionalPass => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Bad,
    };

    public static string Text(this ConditionState state) => state switch
    {
        ConditionState.Open => "Chưa đáp ứng",
        ConditionState.Met => "Đã đáp ứng",
        _ => "Không còn, do hủy kết luận",
    };

    public static string Text(this ConflictGround grounds) => grounds is ConflictGround.None ? "không có" : string.Join("; ", Enum.GetValues<ConflictGround>().Where(g => g is not ConflictGround.None && grounds.HasFlag(g)).Select(g => g switch
    {
        ConflictGround.Author => "đã lập hoặc nộp hồ sơ",
        ConflictGround.WritingUnit => "thuộc đơn vị lập hồ sơ",
        ConflictGround.Owner => "là tài khoản của cơ sở thụ hưởng",
        _ => "tự khai có quan hệ, lợi ích liên quan",
    }));

    /// <summary>"trùng tên với người liên hệ của Cơ sở A".</summary>
    public static string Text(this Coincidence coincidence)
    {
        ArgumentNullException.ThrowIfNull(coincidence);
        var kind = coincidence.Kind switch { CoincidenceKind.Name => "trùng tên", CoincidenceKind.Phone => "trùng số điện thoại", _ => "trùng thư điện tử" };
        var party = coincidence.Role switch { PartyRole.Contact => $"người liên hệ của {coincidence.Establishment}", PartyRole.Owner => $"chủ cơ sở {coincidence.Establishment}", _ => "người đồng ý nộp thay hồ sơ này" };
        return $"{kind} với {party}";
    }

    /// <summary>"25,5/100".</summary>
    public static string ScoreText(int tenths) => $"{tenths / 10m:0.#}/{RankingCriterion.Sum}";

    /// <summary>Stored codes of appraisal fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "Mode" when Enum.TryParse<AppraisalMode>(code, out var mode) => mode.ShortText(),
        "Role" when Enum.TryParse<CouncilRole>(code, out var role) => role.Text(),
        "Vote" or "Result" or "Outcome" when Enum.TryParse<AppraisalVote>(code, out var vote) => vote.Text(),
        "Grounds" when Enum.TryParse<ConflictGround>(code, out var grounds) => grounds.Text(),
        "File" or "SignedMinutes" or "ProofFile" => FileName(code),
        _ => null,
    };

    private static string? FileName(string json)
    {
        try
        {
            return ProgrammeJson.Read<UploadedFile>(json).FileName;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
