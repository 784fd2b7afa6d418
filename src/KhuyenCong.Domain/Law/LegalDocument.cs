namespace KhuyenCong.Domain.Law;

/// <summary>Văn bản pháp lý: a public document that the rules, targets and deadlines cite.</summary>
/// <remarks>
/// Shared by all provinces, for law is public; <see cref="TerritoryProvinceCode"/> says where a local document binds.
/// A number alone identifies nothing: TT 26/2014/TT-BCT and TTLT 26/2014/TTLT-BTC-BCT are different documents, so kind, number, issuer and date do together.
/// </remarks>
public sealed class LegalDocument : IVersioned, IAudited, IDated
{
    private LegalDocument()
    {
    }

    public Guid LegalDocumentId { get; private set; }

    /// <summary>The stable code of a shipped document; null where a user entered it.</summary>
    public string? Code { get; private set; }

    public string Number { get; private set; } = "";

    public DocumentKind Kind { get; private set; }

    /// <summary>Null where the source gives no full date; then <see cref="DateText"/> says what it gives.</summary>
    public DateOnly? Date { get; private set; }

    public string? DateText { get; private set; }

    public string Issuer { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly? EffectiveFrom { get; private set; }

    public DateOnly? EffectiveTo { get; private set; }

    /// <summary>Null = the whole country.</summary>
    public string? TerritoryProvinceCode { get; private set; }

    public string? SourceUrl { get; private set; }

    public string? FileSha { get; private set; }

    public Verification Verification { get; private set; }

    public string? VerificationNote { get; private set; }

    public string? Remark { get; private set; }

    public string SearchText { get; private set; } = "";

    public long Version { get; private set; }

    DateOnly? IDated.From => EffectiveFrom;

    DateOnly? IDated.To => EffectiveTo;

    public AuditSubject AuditSubject => new(nameof(LegalDocument), LegalDocumentId);

    /// <summary>"Thông tư số 26/2014/TT-BCT ngày 28/8/2014".</summary>
    public string Citation => Date is { } date ? $"{Kind.Word()} số {Number} ngày {date:dd/M/yyyy}" : $"{Kind.Word()} số {Number}";

    public static LegalDocument From(DocumentAdded added)
    {
        var text = added.Text;
        return new()
        {
            LegalDocumentId = added.LegalDocumentId,
            Code = text.Code,
            Number = text.Number,
            Kind = text.Kind,
            Date = text.Date,
            DateText = text.DateText,
            Issuer = text.Issuer,
            Title = text.Title,
            EffectiveFrom = text.EffectiveFrom,
            EffectiveTo = text.EffectiveTo,
            TerritoryProvinceCode = text.TerritoryProvinceCode,
            SourceUrl = text.SourceUrl,
            FileSha = text.FileSha,
            Verification = text.Verification,
            VerificationNote = text.VerificationNote,
            Remark = text.Remark,
            SearchText = Kernel.SearchText.Fold($"{text.Kind.Word()} {text.Number} {text.Issuer} {text.Title}"),
        };
    }

    /// <summary>Same kind, number, issuer and date, however it is typed.</summary>
    public bool IsSameAs(DocumentText text) =>
        Kind == text.Kind && Date == text.Date && Same(Number, text.Number) && Same(Issuer, text.Issuer);

    private static bool Same(string left, string right) =>
        Kernel.SearchText.Fold(left).Replace(" ", "") == Kernel.SearchText.Fold(right).Replace(" ", "");
}

/// <summary>Nội dung nhập của một văn bản: one row of the shipped file or of the form.</summary>
public sealed record DocumentText
{
    public string? Code { get; init; }

    public string Number { get; init; } = "";

    public DocumentKind Kind { get; init; }

    public DateOnly? Date { get; init; }

    public string? DateText { get; init; }

    public string Issuer { get; init; } = "";

    public string Title { get; init; } = "";

    public DateOnly? EffectiveFrom { get; init; }

    public DateOnly? EffectiveTo { get; init; }

    public string? TerritoryProvinceCode { get; init; }

    public string? SourceUrl { get; init; }

    public string? FileSha { get; init; }

    public Verification Verification { get; init; } = Verification.FromKnowledge;

    public string? VerificationNote { get; init; }

    public string? Remark { get; init; }
}

/// <summary>Đã thêm văn bản vào thư viện pháp lý.</summary>
public sealed record DocumentAdded(Guid LegalDocumentId, DocumentText Text);
