using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Nhập, sửa đổi định mức của tỉnh.</summary>
public static class NormWriting
{
    /// <param name="ruleId">The id to give.</param>
    /// <param name="text">The rule as entered.</param>
    /// <param name="terms">The norm's own terms.</param>
    /// <param name="document">The document that sets it.</param>
    /// <param name="kind">The kind of support.</param>
    /// <param name="parts">The province's old territories.</param>
    /// <param name="existing">The norms of the province.</param>
    /// <param name="province">A province enters its own norms only.</param>
    public static Ruling<NormWritten> EnterNorm(Guid ruleId, RuleText text, NormTerms terms, LegalDocument? document, SupportKind? kind, IEnumerable<TerritoryPart> parts, IEnumerable<Norm> existing, string province)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        var twin = existing.FirstOrDefault(n => IsSamePlace(n, text, terms) && Overlap(n.Law.Rule, text));
        return Decide.Unless(
            [.. Faults(text, terms, document, kind, parts, province), .. Of(twin is null, "norm.overlaps", nameof(text.EffectiveFrom), twin?.Law.Rule.Title ?? "")],
            () => new NormWritten(new(ruleId, document!.LegalDocumentId, text), new(ruleId, province, terms)));
    }

    /// <summary>A change is a new version: the old row ends the day before and keeps what it decided.</summary>
    public static Ruling<NormWritten> AmendNorm(Guid ruleId, Norm old, RuleText text, NormTerms terms, LegalDocument? document, SupportKind? kind, IEnumerable<TerritoryPart> parts, IEnumerable<Norm> existing, string province)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(terms);
        var rule = old.Law.Rule;
        var twin = existing.FirstOrDefault(n => n.Id != old.Id && IsSamePlace(n, text, terms) && Overlap(n.Law.Rule, text));
        return Decide.Unless(
            [
                .. Faults(text, terms, document, kind, parts, province),
                .. Of(rule.TerritoryProvinceCode == province, "norm.not-own", ""),
                .. Of(rule.EffectiveFrom is not { } start || text.EffectiveFrom is not { } from || from > start, "norm.amended-before-start", nameof(text.EffectiveFrom), $"{rule.EffectiveFrom:dd/MM/yyyy}"),
                .. Of(rule.EffectiveTo is not { } end || text.EffectiveFrom is not { } next || next <= end.AddDays(1), "norm.already-ended", nameof(text.EffectiveFrom), $"{rule.EffectiveTo:dd/MM/yyyy}"),
                .. Of(twin is null, "norm.overlaps", nameof(text.EffectiveFrom), twin?.Law.Rule.Title ?? ""),
            ],
            () => new NormWritten(new(ruleId, document!.LegalDocumentId, text with { Code = rule.Code }), new(ruleId, province, terms), new RuleEnded(rule.LegalRuleId, text.EffectiveFrom!.Value.AddDays(-1))));
    }

    private static IEnumerable<Breach> Faults(RuleText text, NormTerms terms, LegalDocument? document, SupportKind? kind, IEnumerable<TerritoryPart> parts, string province) =>
    [
        .. Of(kind is not null, "norm.kind-missing", nameof(terms.KindCode)),
        .. Of(!string.IsNullOrWhiteSpace(text.Title), "norm.title-missing", nameof(text.Title)),
        .. Of(!string.IsNullOrWhiteSpace(text.Text), "norm.text-missing", nameof(text.Text)),
        .. Of(document is not null, "norm.document-missing", nameof(text.Document)),
        .. Of(document is null || document.TerritoryProvinceCode is null || document.TerritoryProvinceCode == province, "norm.document-foreign", nameof(text.Document)),
        .. Of(text.TerritoryProvinceCode == province, "norm.not-own", ""),
        .. Of(terms.TerritoryPartCode is null || parts.Any(p => p.Code == terms.TerritoryPartCode && p.ProvinceCode == province), "norm.part-unknown", nameof(terms.TerritoryPartCode)),
        .. Of(text.Regime is not Regime.National, "norm.national-regime", nameof(text.Regime)),
        .. Of(text.EffectiveFrom is not null, "norm.from-missing", nameof(text.EffectiveFrom)),
        .. Of(text.EffectiveTo is not { } to || text.EffectiveFrom is not { } from || from <= to, "norm.effective-reversed", nameof(text.EffectiveTo)),
        .. Of(text.BasisPoints is not { } share || share is > 0 and <= 10_000, "norm.share-out-of-range", nameof(text.BasisPoints)),
        .. Of(text.Amount is not { } amount || amount > 0, "norm.ceiling-not-positive", nameof(text.Amount)),
        .. Of(text.Amount is null || terms.Unit is not NormUnit.None, "norm.unit-missing", nameof(terms.Unit)),
        .. Of(terms.PriorityBasisPoints is not { } more || more is > 10_000 and <= 15_000, "norm.priority-out-of-range", nameof(terms.PriorityBasisPoints)),
        .. Of(terms.PriorityBasisPoints is null || text.Amount is not null, "norm.priority-without-ceiling", nameof(terms.PriorityBasisPoints)),
        .. Of(text.BasisPoints is not null || text.Amount is not null || !string.IsNullOrWhiteSpace(terms.UncertainText) || !string.IsNullOrWhiteSpace(terms.RefersTo), "norm.without-figure", nameof(text.BasisPoints)),
        .. Of(text.Verification is not Verification.VerifiedVerbatim, "norm.verified-by-entry", nameof(text.Verification)),
    ];

    private static Breach[] Of(bool holds, string code, string field, params object[] arguments) => holds ? [] : [new(code, field.Length == 0 ? null : field, arguments)];

    private static bool IsSamePlace(Norm norm, RuleText text, NormTerms terms) =>
        norm.KindCode == terms.KindCode && norm.Terms.TerritoryPartCode == terms.TerritoryPartCode && norm.Terms.Conditions == terms.Conditions
        && norm.Law.Rule.Regime == text.Regime && norm.Law.Rule.TerritoryProvinceCode == text.TerritoryProvinceCode;

    private static bool Overlap(LegalRule rule, RuleText text) =>
        (rule.EffectiveTo is not { } end || text.EffectiveFrom is not { } from || from <= end) && (text.EffectiveTo is not { } to || rule.EffectiveFrom is not { } start || start <= to);
}

/// <summary>Đã nhập hoặc sửa đổi một định mức: the new rule, its terms, and the old row's end.</summary>
public sealed record NormWritten(RuleAdded Rule, NormEntered Norm, RuleEnded? Ended = null);
