using KhuyenCong.Domain.Law;

namespace KhuyenCong.Domain.Norms;

/// <summary>Giấy tờ phải có: one paper of a dated list; the list itself is a <see cref="LegalRule"/> with its clause and standing.</summary>
public sealed class RequiredPaper : INational
{
    private RequiredPaper()
    {
    }

    public Guid RequiredPaperId { get; private set; }

    public Guid LegalRuleId { get; private set; }

    public string? ProvinceCode { get; private set; }

    /// <summary>The kind of project (dạng đề án) it is asked of; null = of every kind.</summary>
    public string? Checklist { get; private set; }

    /// <summary>The one kind of support it is asked of; null = as <see cref="Checklist"/> says.</summary>
    public string? KindCode { get; private set; }

    public CheckStage Stage { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Asked only in a case that the text names ("nếu là nhãn hiệu tập thể").</summary>
    public string? OnlyIf { get; private set; }

    public int Order { get; private set; }

    /// <summary>Whether a dossier of any kind of support needs it.</summary>
    public bool IsForEvery => Checklist is null && KindCode is null;

    public bool IsFor(SupportKind kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        return KindCode is { } own ? own == kind.Code : Checklist is null || Checklist == kind.Checklist;
    }

    /// <summary>A list shipped without a kind of support is given one; the papers stay.</summary>
    public void Apply(PaperAssigned assigned)
    {
        ArgumentNullException.ThrowIfNull(assigned);
        (KindCode, OnlyIf) = (assigned.KindCode, assigned.OnlyIf);
    }

    public static RequiredPaper Of(Guid id, Guid ruleId, string? provinceCode, string? checklist, CheckStage stage, RequiredPaperText text, int order, string? kindCode = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            RequiredPaperId = id,
            LegalRuleId = ruleId,
            ProvinceCode = provinceCode,
            Checklist = checklist,
            KindCode = kindCode,
            Stage = stage,
            Code = text.Code,
            Name = text.Name,
            OnlyIf = text.OnlyIf,
            Order = order,
        };
    }
}

/// <summary>Một giấy tờ trong tệp gốc.</summary>
public sealed record RequiredPaperText(string Code, string Name, string? OnlyIf = null);

/// <summary>Đã gắn giấy tờ với một loại hỗ trợ.</summary>
public sealed record PaperAssigned(string KindCode, string? OnlyIf);

/// <summary>Bước kiểm tra: who asks the same engine.</summary>
public enum CheckStage
{
    /// <summary>Tự kiểm tra, nộp hồ sơ.</summary>
    Filing,

    /// <summary>Thẩm định.</summary>
    Appraisal,

    /// <summary>Nghiệm thu, quyết toán, tạm ứng còn lại.</summary>
    Settlement,

    /// <summary>Tạm ứng lần một.</summary>
    Advance,
}

/// <summary>Văn bản định mức của tỉnh: a document whose norms a province must enter, until then "chưa nhập".</summary>
public sealed class NormSource : IProvincial
{
    private NormSource()
    {
    }

    public Guid NormSourceId { get; private set; }

    public string ProvinceCode { get; private set; } = "";

    /// <summary>Null where not even the document is known.</summary>
    public Guid? LegalDocumentId { get; private set; }

    public string? TerritoryPartCode { get; private set; }

    public string Note { get; private set; } = "";

    public static NormSource Of(Guid id, string provinceCode, Guid? documentId, string? territoryPartCode, string note) => new()
    {
        NormSourceId = id,
        ProvinceCode = provinceCode,
        LegalDocumentId = documentId,
        TerritoryPartCode = territoryPartCode,
        Note = note,
    };
}

/// <summary>Tệp định mức: what data/law/norms.json ships.</summary>
public sealed record NormFile(
    IReadOnlyList<SupportKindText> Kinds,
    IReadOnlyList<ShippedNorm> Norms,
    IReadOnlyList<RuleText> Rules,
    IReadOnlyList<ShippedPapers> Papers,
    IReadOnlyList<TerritoryPartText> Parts,
    IReadOnlyList<ShippedNormSource> Sources);

/// <summary>Một định mức của tệp gốc: its terms with the rule, or with the code of a rule shipped before.</summary>
public sealed record ShippedNorm(NormTerms Terms, RuleText? Rule = null, string? RuleCode = null);

/// <summary>Một danh mục giấy tờ của tệp gốc.</summary>
/// <param name="Checklist">The kind of project (dạng đề án).</param>
/// <param name="Stage">When it is asked for.</param>
/// <param name="Rule">The clause that asks for it.</param>
/// <param name="Papers">In the order of the text.</param>
/// <param name="Kind">The one kind of support whose own checklist is another; its papers then say in which case they are needed.</param>
public sealed record ShippedPapers(string? Checklist, CheckStage Stage, RuleText Rule, IReadOnlyList<RequiredPaperText> Papers, string? Kind = null);

/// <summary>Một văn bản định mức phải nhập, by document code.</summary>
public sealed record ShippedNormSource(string ProvinceCode, string? Document, string? TerritoryPartCode, string Note);
