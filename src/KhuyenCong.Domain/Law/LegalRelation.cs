namespace KhuyenCong.Domain.Law;

/// <summary>Quan hệ giữa hai văn bản: <see cref="SourceId"/> amends, replaces, guides or rests on <see cref="TargetId"/>.</summary>
public sealed class LegalRelation : IAudited
{
    private LegalRelation()
    {
    }

    public Guid LegalRelationId { get; private set; }

    public Guid SourceId { get; private set; }

    public Guid TargetId { get; private set; }

    public RelationKind Kind { get; private set; }

    public string? Clause { get; private set; }

    /// <summary>The day the relation takes effect; null where it is not known.</summary>
    public DateOnly? Date { get; private set; }

    public Verification Verification { get; private set; }

    public string? Note { get; private set; }

    public AuditSubject AuditSubject => new(nameof(LegalDocument), SourceId);

    public static LegalRelation From(DocumentsRelated related) => new()
    {
        LegalRelationId = related.LegalRelationId,
        SourceId = related.SourceId,
        TargetId = related.TargetId,
        Kind = related.Kind,
        Clause = related.Clause,
        Date = related.Date,
        Verification = related.Verification,
        Note = related.Note,
    };
}

/// <summary>Kiểu quan hệ giữa hai văn bản.</summary>
public enum RelationKind
{
    Amends,
    Replaces,
    Guides,
    BasedOn,
}

/// <summary>Đã ghi quan hệ giữa hai văn bản.</summary>
public sealed record DocumentsRelated(
    Guid LegalRelationId,
    Guid SourceId,
    Guid TargetId,
    RelationKind Kind,
    string? Clause,
    DateOnly? Date,
    Verification Verification,
    string? Note = null);
