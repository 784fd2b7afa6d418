namespace KhuyenCong.Domain.Law;

/// <summary>Quy định: one deadline, norm, form, authority or threshold with the clause that sets it.</summary>
/// <remarks>Law is data: the row in force on the dossier's day is passed to the rules, and only a verified or adopted one may block.</remarks>
public sealed class LegalRule : IVersioned, IAudited, IDated
{
    private LegalRule()
    {
    }

    public Guid LegalRuleId { get; private set; }

    /// <summary>Rows of one code are the successive states of one rule.</summary>
    public string Code { get; private set; } = "";

    public RuleKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public Guid LegalDocumentId { get; private set; }

    public string? Article { get; private set; }

    public string? Clause { get; private set; }

    /// <summary>What the clause says, in Vietnamese.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Null = every regime.</summary>
    public Regime? Regime { get; private set; }

    /// <summary>Null = the whole country.</summary>
    public string? TerritoryProvinceCode { get; private set; }

    public DateOnly? EffectiveFrom { get; private set; }

    public DateOnly? EffectiveTo { get; private set; }

    public Verification Verification { get; private set; }

    public string? VerificationNote { get; private set; }

    public Dong? Amount { get; private set; }

    public int? BasisPoints { get; private set; }

    public int? Days { get; private set; }

    public int? WorkingDays { get; private set; }

    /// <summary>Day of the month of a yearly or monthly deadline.</summary>
    public int? DueDay { get; private set; }

    /// <summary>Month of a yearly deadline; null with a <see cref="DueDay"/> = every month.</summary>
    public int? DueMonth { get; private set; }

    /// <summary>Years after the plan year (−1 = the year before).</summary>
    public int? DueYearOffset { get; private set; }

    /// <summary>"Trước ngày …": the day itself is already late.</summary>
    public bool DueBefore { get; private set; }

    public int? EveryMonths { get; private set; }

    public int? Quantity { get; private set; }

    public string? Remark { get; private set; }

    /// <summary>Of a rule on the order of rules: the code of the one that is applied first.</summary>
    public string? Prefers { get; private set; }

    /// <summary>Of a rule on the order of rules: the code of the one that it is applied instead of.</summary>
    public string? SetsAside { get; private set; }

    public long Version { get; private set; }

    DateOnly? IDated.From => EffectiveFrom;

    DateOnly? IDated.To => EffectiveTo;

    public AuditSubject AuditSubject => new(nameof(LegalRule), LegalRuleId);

    /// <summary>"khoản 3 Điều 23", "Phụ lục 2".</summary>
    public string Place => (Clause, Article) switch
    {
        (null, null) => "",
        (null, { } article) => Numbered("Điều", article),
        ({ } clause, null) => Numbered("khoản", clause),
        ({ } clause, { } article) => $"{Numbered("khoản", clause)} {Numbered("Điều", article)}",
    };

    public static LegalRule From(RuleAdded added)
    {
        var text = added.Text;
        return new()
        {
            LegalRuleId = added.LegalRuleId,
            LegalDocumentId = added.LegalDocumentId,
            Code = text.Code,
            Kind = text.Kind,
            Title = text.Title,
            Article = text.Article,
            Clause = text.Clause,
            Text = text.Text,
            Regime = text.Regime,
            TerritoryProvinceCode = text.TerritoryProvinceCode,
            EffectiveFrom = text.EffectiveFrom,
            EffectiveTo = text.EffectiveTo,
            Verification = text.Verification,
            VerificationNote = text.VerificationNote,
            Amount = text.Amount is { } amount ? new Dong(amount) : null,
            BasisPoints = text.BasisPoints,
            Days = text.Days,
            WorkingDays = text.WorkingDays,
            DueDay = text.DueDay,
            DueMonth = text.DueMonth,
            DueYearOffset = text.DueYearOffset,
            DueBefore = text.DueBefore,
            EveryMonths = text.EveryMonths,
            Quantity = text.Quantity,
            Remark = text.Remark,
            Prefers = text.Prefers,
            SetsAside = text.SetsAside,
        };
    }

    /// <summary>An appendix names itself; an article or clause is a number.</summary>
    private static string Numbered(string word, string place) => place.Length > 0 && char.IsAsciiDigit(place[0]) ? $"{word} {place}" : place;

    /// <summary>A later version takes over: this one keeps what it decided until that day.</summary>
    public void Apply(RuleEnded ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        EffectiveTo = ended.To;
    }

    /// <summary>The last day that is in time for a plan year, or null where the rule is no yearly deadline.</summary>
    public DateOnly? LastDayFor(int planYear) => DueDay is { } day && DueMonth is { } month
        ? new DateOnly(planYear + (DueYearOffset ?? 0), month, day).AddDays(DueBefore ? -1 : 0)
        : null;
}

/// <summary>Loại quy định.</summary>
public enum RuleKind
{
    Deadline,
    Frequency,
    Norm,
    Form,
    Authority,
    Threshold,
    Condition,

    /// <summary>Ngày nghỉ, cách tính ngày.</summary>
    Calendar,

    /// <summary>Mã mục lục ngân sách.</summary>
    BudgetCode,
}

/// <summary>Chế độ khuyến công: quốc gia (KCQG), địa phương cấp tỉnh (KCĐP), cấp xã.</summary>
public enum Regime
{
    National,
    Provincial,
    Commune,
}
