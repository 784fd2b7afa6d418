namespace KhuyenCong.Domain.Law;

/// <summary>Áp dụng quy định cho tỉnh: signed confirmations and their end.</summary>
public static class Adopting
{
    public static Ruling<RuleAdopted> AdoptRule(Guid adoptionId, string province, AdoptionText text, LegalRule rule, IEnumerable<RuleAdoption> adoptions, Guid confirmedBy, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(rule);
        var current = adoptions.FirstOrDefault(a => a.LegalRuleId == rule.LegalRuleId && (a.To is not { } to || to >= text.From));
        return Decide.If(
            () => new RuleAdopted(adoptionId, province, rule.LegalRuleId, text, confirmedBy),
            (Filled(text.SignedNumber), new("adoption.number-missing", nameof(text.SignedNumber))),
            (Filled(text.SignerName), new("adoption.signer-missing", nameof(text.SignerName))),
            (Filled(text.SignerTitle), new("adoption.signer-title-missing", nameof(text.SignerTitle))),
            (text.SignedOn <= today, new("adoption.signed-in-future", nameof(text.SignedOn))),
            (text.From >= text.SignedOn, new("adoption.before-signing", nameof(text.From))),
            (rule.TerritoryProvinceCode is null || rule.TerritoryProvinceCode == province, new("adoption.other-territory")),
            (rule.Verification is not Verification.VerifiedVerbatim, new("adoption.already-verified")),
            (rule.EffectiveTo is not { } end || end >= text.From, new("adoption.rule-expired", nameof(text.From), rule.EffectiveTo?.ToString("dd/MM/yyyy") ?? "")),
            (current is null, new("adoption.already-adopted", nameof(text.SignedNumber), current?.SignedNumber ?? "")));
    }

    /// <summary>An adoption ends the day before <paramref name="from"/>; what it decided until then stands.</summary>
    public static Ruling<AdoptionRevoked> RevokeAdoption(RuleAdoption adoption, DateOnly from, string? reason, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(adoption);
        return Decide.If(
            () => new AdoptionRevoked(adoption.RuleAdoptionId, from.AddDays(-1), reason!.Trim()),
            (adoption.To is null, new("adoption.already-revoked")),
            (from > adoption.From, new("adoption.revoked-before-start", nameof(from))),
            (from >= today, new("adoption.revoked-in-past", nameof(from))),
            (Filled(reason), new("adoption.reason-missing", nameof(reason))));
    }

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}

/// <summary>Nội dung xác nhận áp dụng: the signed document and from when it counts.</summary>
public sealed record AdoptionText(string SignedNumber, DateOnly SignedOn, string SignerName, string SignerTitle, DateOnly From, string? FileSha = null, string? Note = null);

/// <summary>Đã xác nhận áp dụng quy định cho tỉnh.</summary>
public sealed record RuleAdopted(Guid RuleAdoptionId, string ProvinceCode, Guid LegalRuleId, AdoptionText Text, Guid ConfirmedBy);

/// <summary>Đã chấm dứt xác nhận áp dụng.</summary>
public sealed record AdoptionRevoked(Guid RuleAdoptionId, DateOnly To, string Reason);
