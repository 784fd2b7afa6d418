using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Định mức, mức chi: what a <see cref="LegalRule"/> of kind Norm pays for and how its ceiling counts.</summary>
/// <remarks>
/// Share, ceiling, document, clause, days, regime, verification and adoption are the rule's own: one law row, one standing.
/// National norms have no province. An uncertain figure is text and is never computed with.
/// </remarks>
public sealed class SpendingNorm : INational, IVersioned, IAudited
{
    private SpendingNorm()
    {
    }

    /// <summary>The key of the rule it completes.</summary>
    public Guid LegalRuleId { get; private set; }

    public string? ProvinceCode { get; private set; }

    /// <summary>Null = the whole territory of the rule.</summary>
    public string? TerritoryPartCode { get; private set; }

    public string KindCode { get; private set; } = "";

    /// <summary>What the ceiling counts by.</summary>
    public NormUnit Unit { get; private set; }

    public NormConditions Conditions { get; private set; }

    /// <summary>The priority multiplier of the ceiling (15000 = 1,5 lần), only where the law row gives one.</summary>
    public int? PriorityBasisPoints { get; private set; }

    /// <summary>Figures the source is not sure of, as text.</summary>
    public string? UncertainText { get; private set; }

    /// <summary>The document that sets the amounts where this one only refers.</summary>
    public string? RefersTo { get; private set; }

    public string? Quote { get; private set; }

    public string? SourceUrl { get; private set; }

    /// <summary>CAP-01 … CAP-30 of the shipped library, for its files and rules alone; null where a user entered it.</summary>
    public string? Mark { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(LegalRule), LegalRuleId);

    public static SpendingNorm Of(NormEntered entered)
    {
        ArgumentNullException.ThrowIfNull(entered);
        var terms = entered.Terms;
        return new()
        {
            LegalRuleId = entered.LegalRuleId,
            ProvinceCode = entered.ProvinceCode,
            TerritoryPartCode = terms.TerritoryPartCode,
            KindCode = terms.KindCode,
            Unit = terms.Unit,
            Conditions = terms.Conditions,
            PriorityBasisPoints = terms.PriorityBasisPoints,
            UncertainText = terms.UncertainText,
            RefersTo = terms.RefersTo,
            Quote = terms.Quote,
            SourceUrl = terms.SourceUrl,
            Mark = terms.Mark,
        };
    }
}

/// <summary>Nội dung riêng của một định mức, as shipped or entered.</summary>
public sealed record NormTerms
{
    public string KindCode { get; init; } = "";

    public string? TerritoryPartCode { get; init; }

    public NormUnit Unit { get; init; }

    public NormConditions Conditions { get; init; }

    public int? PriorityBasisPoints { get; init; }

    public string? UncertainText { get; init; }

    public string? RefersTo { get; init; }

    public string? Quote { get; init; }

    public string? SourceUrl { get; init; }

    public string? Mark { get; init; }
}

/// <summary>Đã ghi một định mức.</summary>
public sealed record NormEntered(Guid LegalRuleId, string? ProvinceCode, NormTerms Terms);

/// <summary>Đơn vị tính trần: what the ceiling is multiplied by.</summary>
public enum NormUnit
{
    /// <summary>No ceiling, or the source names no unit.</summary>
    None,
    Establishment,
    Enterprise,
    Model,
    Booth,
    Brand,
    Showroom,
    Association,
    Linkage,
    Cluster,
    Product,
    Time,
    Project,
    Person,
    PersonCourse,
    PersonMonth,
    Year,
}

/// <summary>Which of the units are establishments, and how a line of an estimate names the others.</summary>
internal static class NormUnits
{
    private static readonly (NormUnit Unit, string[] Words)[] Named =
    [
        (NormUnit.Model, ["mo hinh"]),
        (NormUnit.Booth, ["gian hang", "gian"]),
        (NormUnit.Brand, ["nhan hieu", "thuong hieu"]),
        (NormUnit.Showroom, ["phong trung bay", "phong"]),
        (NormUnit.Association, ["hoi", "hiep hoi"]),
        (NormUnit.Linkage, ["cum lien ket"]),
        (NormUnit.Cluster, ["cum cong nghiep", "ccn"]),
        (NormUnit.Product, ["san pham"]),
        (NormUnit.Time, ["lan"]),
        (NormUnit.Person, ["nguoi", "hoc vien", "lao dong"]),
        (NormUnit.PersonCourse, ["nguoi/khoa", "hoc vien/khoa"]),
        (NormUnit.PersonMonth, ["nguoi/thang"]),
        (NormUnit.Year, ["nam"]),
    ];

    private static readonly string[] Establishments = ["co so", "don vi", "don vi thu huong", "ho", "ho kinh doanh", "doanh nghiep", "hop tac xa", "htx", "to hop tac"];

    private static readonly string[] Machines = ["may", "thiet bi", "may moc", "he thong", "day chuyen", "mo hinh"];

    public static bool CountsEstablishments(this NormUnit unit) => unit is NormUnit.Establishment or NormUnit.Enterprise;

    public static NormUnit NamedBy(string? unit) => SearchText.Fold(unit) is { Length: > 0 } word ? Named.FirstOrDefault(n => n.Words.Contains(word)).Unit : NormUnit.None;

    public static bool NamesEstablishments(string? unit) => Establishments.Contains(SearchText.Fold(unit));

    /// <summary>Things of which an establishment gets at least one.</summary>
    public static bool NamesMachines(string? unit) => Machines.Contains(SearchText.Fold(unit));
}

/// <summary>Điều kiện của mức chi: facts that the applicant answers yes or no.</summary>
[Flags]
public enum NormConditions
{
    None = 0,

    /// <summary>Địa bàn có điều kiện kinh tế - xã hội khó khăn, đặc biệt khó khăn.</summary>
    DifficultArea = 1,

    /// <summary>Máy móc, thiết bị mới 100 %.</summary>
    NewMachine = 2,

    /// <summary>Sản xuất sạch hơn, sản xuất và tiêu dùng bền vững.</summary>
    CleanerProduction = 4,

    /// <summary>Di dời vào khu, cụm công nghiệp.</summary>
    MovesIntoCluster = 8,

    /// <summary>Trong hai năm đầu vay vốn.</summary>
    FirstTwoYears = 16,

    /// <summary>Cả dây chuyền công nghệ.</summary>
    WholeLine = 32,

    /// <summary>Ngành nghề thuộc Điều 5.</summary>
    FittingIndustry = 64,

    /// <summary>Đã đầu tư hoặc cam kết đầu tư đủ phần vốn của mình.</summary>
    OwnCapital = 128,

    /// <summary>Chưa được Nhà nước hỗ trợ cho cùng nội dung chi.</summary>
    NoOtherSupport = 256,

    /// <summary>Cấp có thẩm quyền cho hưởng mức hỗ trợ ưu tiên: never a condition of a norm, only of its multiplier.</summary>
    PriorityGiven = 512,
}
