using System.Globalization;
using KhuyenCong.Domain.Law;
using KhuyenCong.Domain.Norms;

namespace KhuyenCong.Domain.Payments;

/// <summary>Khối lượng nào được so với ngưỡng tạm ứng.</summary>
public enum WorkMeasure
{
    /// <summary>Khối lượng hạng mục, as the cited report says.</summary>
    OfItem,

    /// <summary>Tỷ lệ trên tổng vốn đầu tư, as confirmed reports say.</summary>
    OfInvestment,
}

/// <summary>Một dòng của bảng quy định tạm ứng lần một.</summary>
/// <param name="RuleCode">The rule of the library whose share is the limit.</param>
/// <param name="KindCodes">Kinds of support.</param>
/// <param name="ContentCodes">Clauses of Điều 4, where a project's lines name no kind.</param>
/// <param name="WorkRuleCode">The rule whose threshold the work done must exceed.</param>
/// <param name="Measure">What is compared with it.</param>
public sealed record AdvanceRule(string RuleCode, IReadOnlyList<string> KindCodes, IReadOnlyList<string> ContentCodes, string? WorkRuleCode = null, WorkMeasure? Measure = null);

/// <summary>Điều kiện tạm ứng đã xét.</summary>
/// <param name="Breach">What is not met, with the figures.</param>
/// <param name="Law">The rule.</param>
/// <param name="Standing">How far it stands on the day.</param>
/// <param name="Binds">It blocks; the others are told and no more.</param>
public sealed record PaymentFinding(Breach Breach, LawRow Law, RuleStanding Standing, bool Binds)
{
    /// <summary>Another rule is applied instead: told with the reason, and no more. Null where none is.</summary>
    public RulePrecedence? SetAside { get; init; }
}

/// <summary>Số liệu để xét tạm ứng.</summary>
/// <param name="Regime">Of the contract.</param>
/// <param name="On">The day of the request.</param>
/// <param name="KindCodes">Kinds of support of the project's lines.</param>
/// <param name="ContentCode">The project's clause of Điều 4.</param>
/// <param name="Bound">By source, what the contract bound.</param>
/// <param name="Before">By source, advanced and not recovered, with open requests.</param>
/// <param name="Wanted">By source.</param>
/// <param name="WorkShare">Confirmed share of the whole investment, in basis points; null = no confirmed report.</param>
/// <param name="ItemShare">Share of the item, in basis points, as the request cites it; judged by where no report is confirmed.</param>
public sealed record AdvanceFacts(
    Regime Regime, DateOnly On, IReadOnlyCollection<string> KindCodes, string ContentCode,
    IReadOnlyDictionary<string, Dong> Bound, IReadOnlyDictionary<string, Dong> Before, IReadOnlyDictionary<string, Dong> Wanted, int? WorkShare, int? ItemShare)
{
    /// <summary>The furthest item of those supported, in basis points, as the last confirmed report has it; null where none is confirmed or it has no such item.</summary>
    public int? ConfirmedItemShare { get; init; }
}

/// <summary>Quy định về tạm ứng theo dạng đề án: figures come from the library, on the request's day; only what is verified or adopted, and of the contract's own regime, binds.</summary>
public static class AdvanceRules
{
    /// <summary>Trần chung cũ.</summary>
    public const string Ceiling = "kcqg.advance.ceiling-2014";

    /// <summary>Báo cáo tiến độ có xác nhận của Sở.</summary>
    public const string Confirmed = "kcqg.advance.progress-confirmed";

    /// <summary>Ngoại lệ do Cục trưởng quyết định.</summary>
    public const string Exception = "kcqg.advance.exception";

    /// <summary>Điều 13 Thông tư 36/2013/TT-BCT. Kinds that are not here have no rule in the library.</summary>
    public static readonly IReadOnlyList<AdvanceRule> Table =
    [
        new("kcqg.advance.cluster", ["cluster-infrastructure", "pollution-cluster"], [], "kcqg.advance.cluster-work", WorkMeasure.OfItem),
        new("kcqg.advance.new-enterprise", ["new-enterprise"], []),
        new("kcqg.advance.general", ["demonstration-model", "model-replication", "cleaner-production-model", "machines", "technology-line", "pollution-establishment"], ["k3"], "kcqg.advance.machine-work", WorkMeasure.OfInvestment),
        new("kcqg.advance.general", ["vocational-training", "advice", "conference", "airfare-abroad", "brand", "association", "linkage", "cleaner-production-assessment", "fair-domestic", "fair-abroad", "fair-booth", "media", "cluster-planning"], ["k1", "k2", "k4", "k5", "k6"]),
    ];

    /// <summary>What a cited decision may say otherwise: how much, and after how much work. Papers and the confirmation of what was reported it does not replace.</summary>
    private static readonly HashSet<string> DecidedOtherwise =
    [
        "payment.advance-above-share", "payment.advance-above-ceiling", "payment.work-low", "payment.work-unknown", "payment.item-share-low", "payment.item-share-missing",
    ];

    public static bool IsWaivedByDecision(Breach breach)
    {
        ArgumentNullException.ThrowIfNull(breach);
        return DecidedOtherwise.Contains(breach.Code);
    }

    /// <summary>Rows of the table that a project comes under.</summary>
    public static IReadOnlyList<AdvanceRule> For(IReadOnlyCollection<string> kindCodes, string contentCode)
    {
        ArgumentNullException.ThrowIfNull(kindCodes);
        return [.. Table.Where(r => kindCodes.Count > 0 ? r.KindCodes.Any(kindCodes.Contains) : r.ContentCodes.Contains(contentCode))];
    }

    /// <summary>Whether the request has to cite the share of the item that is done.</summary>
    public static bool AsksItemShare(IReadOnlyCollection<string> kindCodes, string contentCode) => For(kindCodes, contentCode).Any(r => r.Measure is WorkMeasure.OfItem);

    /// <summary>Kinds of support whose lines are such items.</summary>
    public static IReadOnlyList<string> ItemKinds(IReadOnlyCollection<string> kindCodes, string contentCode) =>
        [.. For(kindCodes, contentCode).Where(r => r.Measure is WorkMeasure.OfItem).SelectMany(r => r.KindCodes)];

    /// <param name="facts">Of the request.</param>
    /// <param name="rule">The row of the library in force on a day, by code.</param>
    /// <param name="own">The province's own shares, where its contract comes under them; they take the place of the nation's.</param>
    /// <param name="readings">Rules of the library on the order of rules.</param>
    public static IReadOnlyList<PaymentFinding> Judge(AdvanceFacts facts, Func<string, DateOnly, LawRow?> rule, IReadOnlyList<OwnShare>? own = null, IEnumerable<LawRow>? readings = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(rule);
        var rows = For(facts.KindCodes, facts.ContentCode);
        var limits = rows.Select(r => r.RuleCode).Distinct().Select(code => rule(code, facts.On)).OfType<LawRow>().Where(l => l.Rule.BasisPoints is not null).ToList();
        var findings = new List<PaymentFinding>();
        List<OwnShare> shares = [.. (own ?? []).Where(o => facts.Regime is not Regime.National && o.Law.Rule.BasisPoints is not null)];
        if (shares.Count > 0)
        {
            findings.AddRange(shares.SelectMany(o => AboveShare(facts, o.Law, "payment.advance-above-share", o.IsCertain)));
        }
        else
        {
            // Several contents in one contract: no more than the highest share of them is certain to be too much.
            var highest = limits.Select(l => l.Rule.BasisPoints!.Value).DefaultIfEmpty().Max();
            findings.AddRange(limits.SelectMany(law => AboveShare(facts, law, "payment.advance-above-share", law.Rule.BasisPoints == highest)));
            if (rule(Ceiling, facts.On) is { Rule.BasisPoints: not null } ceiling && limits.All(l => l.Rule.BasisPoints != ceiling.Rule.BasisPoints))
            {
                var setAside = RulePrecedence.Over(Ceiling, limits, readings ?? [], facts.On);
                findings.AddRange(AboveShare(facts, ceiling, "payment.advance-above-ceiling", setAside is null).Select(f => f with { SetAside = setAside }));
            }
        }

        var works = rows.Where(r => r.WorkRuleCode is not null).ToList();
        foreach (var row in works)
        {
            if (rule(row.WorkRuleCode!, facts.On) is { Rule.BasisPoints: { } threshold } law && WorkFault(row.Measure is WorkMeasure.OfItem ? facts.ConfirmedItemShare ?? facts.ItemShare : facts.WorkShare, threshold, row.Measure) is { } fault)
            {
                findings.Add(Finding(facts, law, fault, works.Count == rows.Count));
            }
        }

        // What the request says of its item is no more than what was confirmed of any; less is told.
        foreach (var row in works.Where(r => r.Measure is WorkMeasure.OfItem && facts is { ItemShare: not null, ConfirmedItemShare: not null } && facts.ItemShare != facts.ConfirmedItemShare))
        {
            if (rule(row.WorkRuleCode!, facts.On) is { } law)
            {
                var isAbove = facts.ItemShare > facts.ConfirmedItemShare;
                findings.Add(Finding(facts, law, new(isAbove ? "payment.item-share-above-confirmed" : "payment.item-share-below-confirmed", nameof(PaymentText.ItemShare), Percent(facts.ItemShare!.Value), Percent(facts.ConfirmedItemShare!.Value)), isAbove && works.Count == rows.Count));
            }
        }

        if (works.Count > 0 && facts.WorkShare is null && rule(Confirmed, facts.On) is { } confirmed)
        {
            findings.Add(Finding(facts, confirmed, new("payment.progress-unconfirmed"), works.Count == rows.Count));
        }

        return findings;
    }

    private static IEnumerable<PaymentFinding> AboveShare(AdvanceFacts facts, LawRow law, string code, bool isCertain)
    {
        foreach (var (source, wanted) in facts.Wanted.Where(w => w.Value > Dong.Zero))
        {
            var (limit, before) = (facts.Bound.GetValueOrDefault(source).Share(law.Rule.BasisPoints!.Value), facts.Before.GetValueOrDefault(source));
            if (before + wanted > limit)
            {
                yield return Finding(facts, law, new(code, null, PaymentRoom.NameOf(source), Percent(law.Rule.BasisPoints.Value), limit, before, wanted, before + wanted - limit), isCertain);
            }
        }
    }

    /// <summary>"Trên": the threshold itself is not enough.</summary>
    private static Breach? WorkFault(int? share, int threshold, WorkMeasure? measure)
    {
        var isItem = measure is WorkMeasure.OfItem;
        return share is not { } done ? new(isItem ? "payment.item-share-missing" : "payment.work-unknown", isItem ? nameof(PaymentText.ItemShare) : null, Percent(threshold))
            : done > threshold ? null
            : new(isItem ? "payment.item-share-low" : "payment.work-low", isItem ? nameof(PaymentText.ItemShare) : null, Percent(done), Percent(threshold));
    }

    private static PaymentFinding Finding(AdvanceFacts facts, LawRow law, Breach breach, bool isCertain)
    {
        var standing = law.StandingOn(facts.On);
        return new(breach, law, standing, isCertain && standing.MayBlock && (law.Rule.Regime is not { } regime || regime == facts.Regime));
    }

    private static string Percent(int basisPoints) => (basisPoints / 100m).ToString("0.##", CultureInfo.GetCultureInfo("vi-VN")) + " %";
}
