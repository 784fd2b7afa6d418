using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Domain.Procedures;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Law;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Procedures in Vietnamese.</summary>
public static class ProcedureWords
{
    public const string NoDays = "chưa có số liệu";

    public static string Text(this ProcedureStanding standing) => standing switch
    {
        ProcedureStanding.Draft => "Dự thảo",
        ProcedureStanding.Coming => "Chưa đến ngày áp dụng",
        ProcedureStanding.InForce => "Đang áp dụng",
        _ => "Đã hết hiệu lực",
    };

    public static Tone Tone(this ProcedureStanding standing) => standing switch
    {
        ProcedureStanding.Draft => TagHelpers.Tone.Warn,
        ProcedureStanding.Coming => TagHelpers.Tone.Info,
        ProcedureStanding.InForce => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this DayKind kind) => kind is DayKind.Working ? "ngày làm việc" : "ngày";

    public static string Text(this DayCount? count) => count is null ? NoDays : $"{count.Days} {count.Kind.Text()}";

    public static DayCount? Time(this ProcedureStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return DayCount.Sum([step]);
    }

    /// <summary>All steps together, or why there is no such figure.</summary>
    public static string TotalTime(this Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return DayCount.Sum(procedure.Steps) is { } sum ? sum.Text() : procedure.Steps.Any(s => s.Days is null) ? NoDays : "tính riêng từng bước";
    }

    /// <summary>"bước 2/6: 5 ngày làm việc, đã 3 ngày làm việc, còn 2, hạn 30/11/2026"; over the time it says by how much.</summary>
    public static string Text(this StepTime time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var steps = $"bước {string.Join(", ", time.Steps.Select(s => s.Number))}/{time.Total}";
        return time.Allowed is not { } allowed
            ? $"{steps}: {(time.Steps.Any(s => s.Days is null) ? NoDays + " về số ngày" : "số ngày tính riêng từng bước")}, đã {time.Elapsed} ngày"
            : $"{steps}: {allowed.Text()}, đã {time.Elapsed} {allowed.Kind.Text()}{(time.IsOver ? $", quá {time.Elapsed - allowed.Days}" : $", còn {Math.Max(0, allowed.Days - time.Elapsed)}")}, hạn {time.DueOn?.Text()}";
    }

    public static string Text(this CheckStage stage) => stage switch
    {
        CheckStage.Filing => "Danh mục giấy tờ khi nộp hồ sơ, theo dạng đề án",
        CheckStage.Appraisal => "Danh mục giấy tờ khi thẩm định, theo dạng đề án",
        CheckStage.Advance => "Danh mục giấy tờ khi tạm ứng lần một, theo dạng đề án",
        _ => "Danh mục giấy tờ khi nghiệm thu, quyết toán, theo dạng đề án",
    };

    /// <summary>"Khuyến công cấp xã, đề án hỗ trợ cơ sở".</summary>
    public static string DossierText(this Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return $"{((Regime?)procedure.Regime).Word()}, {procedure.Nature.Text().InSentence()}";
    }

    /// <summary>"Quyết định số 12/QĐ-SCT ngày 01/02/2026".</summary>
    public static string? DecisionText(this Procedure procedure)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return procedure.DecisionNumber is { } number ? $"Quyết định số {number} ngày {procedure.DecisionDate?.Text()}" : null;
    }

    /// <summary>Stored codes of procedures in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "DayKind" when Enum.TryParse<DayKind>(code, out var kind) => kind.Text(),
        "PapersOf" when Enum.TryParse<CheckStage>(code, out var stage) => stage.Text(),
        _ => null,
    };
}
