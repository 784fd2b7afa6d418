using System.Globalization;
using KhuyenCong.Domain.Norms;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Norms and answers of the eligibility check in words.</summary>
public static class NormWords
{
    public static string Word(this NormUnit unit) => unit switch
    {
        NormUnit.Establishment => "cơ sở",
        NormUnit.Enterprise => "doanh nghiệp",
        NormUnit.Model => "mô hình",
        NormUnit.Booth => "gian hàng",
        NormUnit.Brand => "nhãn hiệu",
        NormUnit.Showroom => "phòng trưng bày",
        NormUnit.Association => "hội",
        NormUnit.Linkage => "cụm liên kết",
        NormUnit.Cluster => "cụm công nghiệp",
        NormUnit.Product => "sản phẩm",
        NormUnit.Time => "lần",
        NormUnit.Project => "đề án",
        NormUnit.Person => "người",
        NormUnit.PersonCourse => "người/khóa",
        NormUnit.PersonMonth => "người/tháng",
        NormUnit.Year => "năm",
        _ => "—",
    };

    public static string Word(this NormConditions condition) => condition switch
    {
        NormConditions.DifficultArea => "địa bàn có điều kiện kinh tế - xã hội khó khăn, đặc biệt khó khăn",
        NormConditions.NewMachine => "máy móc, thiết bị mới 100 %",
        NormConditions.CleanerProduction => "áp dụng sản xuất sạch hơn, sản xuất và tiêu dùng bền vững",
        NormConditions.MovesIntoCluster => "di dời vào khu, cụm công nghiệp",
        NormConditions.FirstTwoYears => "trong hai năm đầu vay vốn",
        NormConditions.WholeLine => "đầu tư cả dây chuyền công nghệ",
        NormConditions.FittingIndustry => "ngành nghề thuộc danh mục được hưởng chính sách khuyến công",
        NormConditions.OwnCapital => "đã đầu tư hoặc cam kết đầu tư đủ phần vốn của cơ sở",
        NormConditions.NoOtherSupport => "chưa được Nhà nước hỗ trợ cho cùng nội dung chi",
        NormConditions.PriorityGiven => "được cấp có thẩm quyền cho hưởng mức hỗ trợ ưu tiên",
        _ => string.Join("; ", condition.Each().Select(c => c.Word())),
    };

    public static IEnumerable<NormConditions> Each(this NormConditions conditions) =>
        Enum.GetValues<NormConditions>().Where(c => c is not NormConditions.None && conditions.HasFlag(c));

    public static string Word(this Beneficiaries beneficiary) => beneficiary switch
    {
        Beneficiaries.SmallEnterprise => "Doanh nghiệp nhỏ và vừa",
        Beneficiaries.Cooperative => "Hợp tác xã",
        Beneficiaries.CooperativeUnion => "Liên hiệp hợp tác xã",
        Beneficiaries.CooperativeGroup => "Tổ hợp tác",
        Beneficiaries.HouseholdBusiness => "Hộ kinh doanh",
        Beneficiaries.Artisan => "Nghệ nhân",
        Beneficiaries.ClusterInvestor => "Chủ đầu tư hạ tầng cụm công nghiệp",
        Beneficiaries.LargeEnterprise => "Doanh nghiệp lớn",
        Beneficiaries.ServiceProvider => "Tổ chức, cá nhân thực hiện dịch vụ khuyến công",
        Beneficiaries.Association => "Hội, hiệp hội ngành nghề",
        _ => string.Join(", ", Enum.GetValues<Beneficiaries>().Where(b => b is not Beneficiaries.None && beneficiary.HasFlag(b)).Select(b => b.Word())),
    };

    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Eligible => "Đủ điều kiện",
        Verdict.NeedsMore => "Cần bổ sung",
        _ => "Chưa đủ điều kiện",
    };

    public static Tone Tone(this Verdict verdict) => verdict switch
    {
        Verdict.Eligible => TagHelpers.Tone.Good,
        Verdict.NeedsMore => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Bad,
    };

    public static string Word(this Severity severity) => severity switch
    {
        Severity.Blocks => "Chặn",
        Severity.Warns => "Lưu ý",
        _ => "Cần bổ sung",
    };

    public static Tone Tone(this Severity severity) => severity switch
    {
        Severity.Blocks => TagHelpers.Tone.Bad,
        Severity.Warns => TagHelpers.Tone.Info,
        _ => TagHelpers.Tone.Warn,
    };

    /// <summary>1,5 % for 150.</summary>
    public static string Percent(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.GetCultureInfo("vi-VN")) + "\u00a0%";

    /// <summary>"50 %, không quá 300.000.000 đ/cơ sở"; what is uncertain or elsewhere is said as such.</summary>
    public static string Figures(this Norm norm)
    {
        ArgumentNullException.ThrowIfNull(norm);
        string?[] parts =
        [
            norm.Share is { } share ? Percent(share) : null,
            norm.Ceiling is { } ceiling ? $"không quá {ceiling.Grouped}\u00a0đ{(norm.Unit is NormUnit.None ? "" : "/" + norm.Unit.Word())}" : null,
            norm.Terms.PriorityBasisPoints is { } more ? $"ưu tiên đến {(more / 10_000m).ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"))} lần" : null,
            norm.Terms.RefersTo is { } other ? $"theo {other}" : null,
            norm.Terms.UncertainText is { } uncertain ? $"chưa chắc chắn: {uncertain}" : null,
        ];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } text ? text : "chưa có số liệu";
    }

    public static string Sentence(this Statement statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        return Messages.For(statement.Code, [.. statement.Arguments.Select(Argument)]);
    }

    /// <summary>"khoản 2 Điều 8 Thông tư 28/2018/TT-BTC".</summary>
    public static string Citation(this LawRow law)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Rule.Place is { Length: > 0 } place ? $"{place} {law.Document}" : law.Document;
    }

    /// <summary>One step of the arithmetic: "50 % × 400.000.000 đ".</summary>
    public static string Word(this SupportStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Kind switch
        {
            StepKind.Share => $"Tỷ lệ {Percent(step.BasisPoints!.Value)} × chi phí hợp lệ {step.Base}",
            StepKind.WholeCost => "Định mức không nêu tỷ lệ: tính trên toàn bộ chi phí hợp lệ",
            StepKind.Ceiling => $"Mức trần {step.Base}/{step.By!.Unit.Word()} × {step.Units}{Priority(step)}",
            StepKind.Remaining => $"Mức trần còn lại sau các khoản khác dùng chung trần (trần {step.Base})",
            StepKind.Approved => "Mức đã phê duyệt, ký hợp đồng",
            _ => "Hỗ trợ cao nhất (mức thấp nhất trong các mức trên)",
        };
    }

    private static string Priority(SupportStep step) => step.Base is { } one && step.Units is { } units && one.Amount * units < step.Result.Amount ? ", có mức ưu tiên" : "";

    private static object Argument(object value) => value switch
    {
        Dong amount => amount.ToString(),
        NormConditions condition => condition.Word(),
        Beneficiaries beneficiary => beneficiary.Word(),
        DateOnly day => day.Text(),
        int basisPoints => Percent(basisPoints),
        _ => value,
    };
}
