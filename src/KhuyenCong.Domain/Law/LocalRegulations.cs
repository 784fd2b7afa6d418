namespace KhuyenCong.Domain.Law;

/// <summary>Nội dung mà quy định của tỉnh cần có: what TT 36 settles for national projects and only the province can settle for its own and its communes'.</summary>
public enum LocalSubject
{
    /// <summary>Tạm ứng.</summary>
    Advance,

    /// <summary>Báo cáo tiến độ.</summary>
    ProgressReport,

    /// <summary>Nghiệm thu.</summary>
    Acceptance,

    /// <summary>Quyết toán đề án cấp tỉnh.</summary>
    Settlement,

    /// <summary>Quyết toán của cấp xã.</summary>
    CommuneSettlement,

    /// <summary>Chi quản lý.</summary>
    ManagementCost,
}

/// <summary>Nơi dùng đến quy định của tỉnh.</summary>
public enum LocalUse
{
    /// <summary>Hợp đồng.</summary>
    Contract,

    /// <summary>Tạm ứng, thanh toán.</summary>
    Payment,

    /// <summary>Quyết toán.</summary>
    Settlement,
}

/// <summary>Quy định của tỉnh về khuyến công địa phương: what is asked of the province, what it has entered. What is missing is told and blocks nothing; a figure entered is judged by, and binds once verified or adopted.</summary>
public static class LocalRegulations
{
    public const int LongestText = 4000;
    public const int LongestPlace = 40;
    public const int MostDays = 366;

    /// <summary>What a page of one regime would need; nothing for national projects, which TT 36 is about.</summary>
    public static IReadOnlyList<LocalSubject> For(Regime regime, LocalUse use) => (regime, use) switch
    {
        (Regime.National, _) => [],
        (_, LocalUse.Contract) => [LocalSubject.Advance, LocalSubject.ProgressReport, LocalSubject.Acceptance],
        (_, LocalUse.Payment) => [LocalSubject.Advance],
        (Regime.Commune, _) => [LocalSubject.CommuneSettlement],
        _ => [LocalSubject.Settlement],
    };

    /// <summary>The regime that the province's rule is about; null = its own projects and its communes'.</summary>
    public static Regime? RegimeOf(LocalSubject subject) => subject switch
    {
        LocalSubject.CommuneSettlement => Regime.Commune,
        LocalSubject.Settlement => Regime.Provincial,
        _ => null,
    };

    /// <summary>One rule is one subject in one province: what was entered twice meets itself.</summary>
    public static string CodeOf(string provinceCode, LocalSubject subject) => $"local.{provinceCode}.{subject}";

    /// <summary>The same for one kind of support or one content of Điều 4; null = in general.</summary>
    public static string CodeOf(string provinceCode, LocalSubject subject, string? content) => content is null ? CodeOf(provinceCode, subject) : $"{CodeOf(provinceCode, subject)}.{content}";

    /// <summary>What the province has on a day for single kinds and contents of a subject.</summary>
    public static IReadOnlyList<LegalRule> PartsOf(LocalSubject subject, string provinceCode, IEnumerable<LegalRule> rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var prefix = $"{CodeOf(provinceCode, subject)}.";
        return [.. rules.Where(r => r.TerritoryProvinceCode == provinceCode && r.Code.StartsWith(prefix, StringComparison.Ordinal)).GroupBy(r => r.Code, StringComparer.Ordinal).Select(g => g.On(day)).OfType<LegalRule>().OrderBy(r => r.Code, StringComparer.Ordinal)];
    }

    /// <summary>The rules of TT 36 that are offered meanwhile, by the beginning of their codes; none where it says nothing.</summary>
    public static string? SuggestedBy(LocalSubject subject) => subject switch
    {
        LocalSubject.Advance => "kcqg.advance.",
        LocalSubject.ProgressReport => "kcqg.progress-report",
        LocalSubject.Settlement => "kcqg.settlement-file",
        _ => null,
    };

    /// <summary>The province's own rule on a day: entered here, or for management costs among its norms.</summary>
    public static LegalRule? Of(LocalSubject subject, string provinceCode, IEnumerable<LegalRule> rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var code = CodeOf(provinceCode, subject);
        return rules.Where(r => r.TerritoryProvinceCode == provinceCode && (r.Code == code || (subject is LocalSubject.ManagementCost && r.Code.StartsWith($"norm.{provinceCode}.management-", StringComparison.Ordinal)))).On(day);
    }

    /// <summary>The province's own rule for a contract on a day; none for national contracts, nor by a rule of another regime.</summary>
    /// <param name="regime">The contract's.</param>
    /// <param name="subject">What is asked.</param>
    /// <param name="rules">As the library of one province has them.</param>
    /// <param name="day">The day.</param>
    public static LegalRule? Own(Regime regime, LocalSubject subject, IEnumerable<LegalRule> rules, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return regime is Regime.National || (RegimeOf(subject) is { } only && only != regime)
            ? null
            : rules.Where(r => r.TerritoryProvinceCode is { } province && r.Code == CodeOf(province, subject)).On(day);
    }

    /// <summary>Whether a rule binds a contract on a day: the nation's a national one, the province's own any other, once verified or adopted.</summary>
    public static bool Binds(LegalRule rule, Regime regime, IEnumerable<RuleAdoption> adoptions, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (regime is Regime.National) == (rule.TerritoryProvinceCode is null) && RuleStanding.Of(rule, adoptions, day).MayBlock;
    }

    /// <param name="id">The id to give.</param>
    /// <param name="provinceCode">Whose rule it is.</param>
    /// <param name="wanted">As typed.</param>
    /// <param name="document">The document that sets it, where the province has entered it.</param>
    /// <param name="existing">Earlier rules of the subject.</param>
    /// <param name="contents">Kinds of support and contents of Điều 4 that a share may be for.</param>
    public static Ruling<LocalRuleEntered> Enter(Guid id, string provinceCode, LocalRuleText wanted, LegalDocument? document, IEnumerable<LegalRule> existing, IReadOnlyCollection<string>? contents = null)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(existing);
        var code = wanted.Subject is { } subject ? CodeOf(provinceCode, subject, wanted.Content) : "";
        var earlier = existing.Where(r => r.Code == code).ToList();
        var later = earlier.Find(r => r.EffectiveFrom >= wanted.From);
        var running = earlier.Find(r => r.EffectiveFrom < wanted.From && (r.EffectiveTo is not { } to || to >= wanted.From));
        return Decide.If<LocalRuleEntered>(
            () => new(
                new(id, document!.LegalDocumentId, new()
                {
                    Code = code,
                    Kind = RuleKind.Condition,
                    Title = wanted.Title,
                    Article = Blank(wanted.Article),
                    Clause = Blank(wanted.Clause),
                    Text = wanted.Text!.Trim(),
                    Regime = RegimeOf(wanted.Subject!.Value),
                    TerritoryProvinceCode = provinceCode,
                    EffectiveFrom = wanted.From,
                    BasisPoints = wanted.BasisPoints,
                    DueDay = wanted.DueDay,
                    Days = wanted.Days,
                    // A rule is known as well as the document that it was read in.
                    Verification = document.Verification,
                    VerificationNote = document.VerificationNote,
                }),
                running is null ? null : new(running.LegalRuleId, wanted.From!.Value.AddDays(-1))),
            (wanted.Subject is { } known && Enum.IsDefined(known), new("local-rule.subject-missing", nameof(wanted.Subject))),
            (document is not null && document.TerritoryProvinceCode == provinceCode, new("local-rule.document-missing", "Document")),
            (!string.IsNullOrWhiteSpace(wanted.Text), new("local-rule.text-missing", nameof(wanted.Text))),
            (!(wanted.Text?.Length > LongestText), new("local-rule.too-long", nameof(wanted.Text), LongestText)),
            (!(wanted.Article?.Length > LongestPlace), new("local-rule.too-long", nameof(wanted.Article), LongestPlace)),
            (!(wanted.Clause?.Length > LongestPlace), new("local-rule.too-long", nameof(wanted.Clause), LongestPlace)),
            (wanted.BasisPoints is null or (> 0 and <= 10_000), new("local-rule.share-outside", "Share")),
            (wanted.DueDay is null or (>= 1 and <= 31), new("local-rule.number-outside", nameof(wanted.DueDay), 1, 31)),
            (wanted.Days is null or (>= 1 and <= MostDays), new("local-rule.number-outside", nameof(wanted.Days), 1, MostDays)),
            // A figure that nothing judges by would only seem to hold.
            (wanted.BasisPoints is null || wanted.Subject is null or LocalSubject.Advance, new("local-rule.figure-unused", "Share")),
            (wanted.Content is null || wanted.Subject is null or LocalSubject.Advance, new("local-rule.figure-unused", nameof(wanted.Content))),
            (wanted.Content is null || wanted.Subject is not LocalSubject.Advance || wanted.BasisPoints is not null, new("local-rule.share-missing", "Share")),
            (wanted.Content is null || contents?.Contains(wanted.Content) is true, new("local-rule.content-unknown", nameof(wanted.Content))),
            (wanted.DueDay is null || wanted.Subject is null or LocalSubject.ProgressReport, new("local-rule.figure-unused", nameof(wanted.DueDay))),
            (wanted.Days is null || wanted.Subject is null or LocalSubject.Settlement or LocalSubject.CommuneSettlement, new("local-rule.figure-unused", nameof(wanted.Days))),
            (wanted.From is not null, new("local-rule.from-missing", nameof(wanted.From))),
            (later is null, new("local-rule.taken", nameof(wanted.From), later?.EffectiveFrom?.ToString("dd/MM/yyyy") ?? "")));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Nội dung nhập của một quy định của tỉnh.</summary>
/// <param name="Title">What the subject is called.</param>
/// <param name="BasisPoints">The most that may be advanced, of the contract's value.</param>
/// <param name="DueDay">The last day of the month for a report.</param>
/// <param name="Days">Days after the last acceptance for the settlement file.</param>
/// <param name="Content">The kind of support, or the content of Điều 4, that the share is for; null = all that have none of their own.</param>
public sealed record LocalRuleText(LocalSubject? Subject, string Title, string? Article, string? Clause, string? Text, DateOnly? From, int? BasisPoints = null, int? DueDay = null, int? Days = null, string? Content = null);

/// <summary>Đã nhập quy định của tỉnh; the one before ends.</summary>
public sealed record LocalRuleEntered(RuleAdded Rule, RuleEnded? Ended);
