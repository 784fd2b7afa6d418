namespace KhuyenCong.Domain.Law;

/// <summary>Nội dung nhập của một quy định: one row of the shipped file.</summary>
/// <remarks><see cref="Document"/> is the code of a <see cref="DocumentText"/>; amounts are đồng; a value the source does not give is null.</remarks>
public sealed record RuleText
{
    public string Code { get; init; } = "";

    public RuleKind Kind { get; init; }

    public string Title { get; init; } = "";

    public string Document { get; init; } = "";

    public string? Article { get; init; }

    public string? Clause { get; init; }

    public string Text { get; init; } = "";

    public Regime? Regime { get; init; }

    public string? TerritoryProvinceCode { get; init; }

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public Verification Verification { get; init; } = Verification.FromKnowledge;

    public string? VerificationNote { get; init; }

    public long? Amount { get; init; }

    public int? BasisPoints { get; init; }

    public int? Days { get; init; }

    public int? WorkingDays { get; init; }

    public int? DueDay { get; init; }

    public int? DueMonth { get; init; }

    public int? DueYearOffset { get; init; }

    public bool DueBefore { get; init; }

    public int? EveryMonths { get; init; }

    public int? Quantity { get; init; }

    public string? Remark { get; init; }

    public string? Prefers { get; init; }

    public string? SetsAside { get; init; }
}

/// <summary>Đã thêm quy định vào thư viện pháp lý.</summary>
public sealed record RuleAdded(Guid LegalRuleId, Guid LegalDocumentId, RuleText Text);

/// <summary>Quy định hết hiệu lực vì có bản mới.</summary>
public sealed record RuleEnded(Guid LegalRuleId, DateOnly To);

/// <summary>Quan hệ văn bản của tệp gốc, by document codes.</summary>
public sealed record RelationText(string Source, RelationKind Kind, string Target, string? Clause = null, DateOnly? Date = null, Verification Verification = Verification.FromKnowledge, string? Note = null);

/// <summary>Tệp thư viện pháp lý: what data/law ships.</summary>
public sealed record LawFile(IReadOnlyList<DocumentText> Documents, IReadOnlyList<RelationText> Relations);
