namespace KhuyenCong.Domain.Appraisals;

/// <summary>Thiết lập thẩm định, as entered.</summary>
public sealed record AppraisalSettingText(AppraisalMode Mode, bool AllowsConditional, int QuorumPart, int QuorumWhole, int? Days, bool UsesRanking, IReadOnlyList<RankingCriterion> Criteria);

/// <summary>Thiết lập thẩm định của tỉnh: how a province chooses to appraise. A setting, not the law.</summary>
public sealed class AppraisalSetting : IProvincial, IVersioned, IAudited
{
    /// <summary>What holds until a province has set its own: a suggestion that no rule was read for.</summary>
    public static readonly AppraisalSettingText Suggested = new(AppraisalMode.Staff, false, 2, 3, null, false, RankingCriterion.Suggested);

    private AppraisalSetting()
    {
    }

    public Guid AppraisalSettingId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    public AppraisalMode Mode { get; private set; }

    public bool AllowsConditional { get; private set; }

    /// <summary>Suggested to a new council as its quorum; the council's own decision decides.</summary>
    public int QuorumPart { get; private set; }

    public int QuorumWhole { get; private set; }

    /// <summary>Days for one appraisal; null = not set.</summary>
    public int? Days { get; private set; }

    public bool UsesRanking { get; private set; }

    public IReadOnlyList<RankingCriterion> Criteria { get; private set; } = [];

    public string SetBy { get; private set; } = "";

    public DateTime ChangedAt { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(AppraisalSetting), AppraisalSettingId);

    public AppraisalSettingText Text => new(Mode, AllowsConditional, QuorumPart, QuorumWhole, Days, UsesRanking, Criteria);

    public static AppraisalSetting Of(Guid id, string provinceCode, AppraisalSet set)
    {
        var setting = new AppraisalSetting { AppraisalSettingId = id, ProvinceCode = provinceCode };
        setting.Apply(set);
        return setting;
    }

    public void Apply(AppraisalSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        var text = set.Text;
        (Mode, AllowsConditional, QuorumPart, QuorumWhole, Days, UsesRanking, Criteria) = (text.Mode, text.AllowsConditional, text.QuorumPart, text.QuorumWhole, text.Days, text.UsesRanking, text.Criteria);
        (SetBy, ChangedAt) = (set.By, set.At);
    }

    public static Ruling<AppraisalSet> Set(AppraisalSettingText text, string by, DateTime at)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Decide.If<AppraisalSet>(
            () => new(text, by, at),
            (Quorum.IsShare(text.QuorumPart, text.QuorumWhole), new("appraisal.quorum-share", nameof(text.QuorumPart))),
            (text.Days is null or (>= 1 and <= 365), new("appraisal.days", nameof(text.Days))),
            (!text.UsesRanking || text.Criteria.Count > 0, new("appraisal.criteria-missing", nameof(text.Criteria))),
            (!text.UsesRanking || text.Criteria.Sum(c => c.Most) == RankingCriterion.Sum, new("appraisal.criteria-sum", nameof(text.Criteria), text.Criteria.Sum(c => c.Most), RankingCriterion.Sum)),
            (text.Criteria.All(c => c.Most > 0 && c.Name.Trim().Length > 0), new("appraisal.criterion-empty", nameof(text.Criteria))),
            (text.Criteria.DistinctBy(c => c.Code).Count() == text.Criteria.Count, new("appraisal.criterion-twice", nameof(text.Criteria))));
    }
}

/// <summary>Đã đặt thiết lập thẩm định.</summary>
public sealed record AppraisalSet(AppraisalSettingText Text, string By, DateTime At);

/// <summary>Tỷ lệ họp hợp lệ: a share of those who may vote, counted up to whole people.</summary>
public static class Quorum
{
    public static bool IsShare(int part, int whole) => part >= 1 && whole is >= 1 and <= 100 && part <= whole;

    /// <summary>How many must vote: 2/3 of 4 is 3.</summary>
    public static int Of(int entitled, int part, int whole) => ((entitled * part) + whole - 1) / whole;
}
