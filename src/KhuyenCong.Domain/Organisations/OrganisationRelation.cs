namespace KhuyenCong.Domain.Organisations;

/// <summary>Quan hệ của tổ chức theo thời gian: <see cref="SubjectId"/> to another organisation or to a territory.</summary>
public sealed class OrganisationRelation : INational, IVersioned, IDated, IAudited
{
    /// <summary>The territory of a body that serves the whole country.</summary>
    public const string WholeCountry = "VN";

    private OrganisationRelation()
    {
    }

    public Guid OrganisationRelationId { get; private set; }

    /// <summary>The province of the subject; null where it is national.</summary>
    public string? ProvinceCode { get; private set; }

    public OrganisationRelationKind Kind { get; private set; }

    public Guid SubjectId { get; private set; }

    public Guid? ObjectId { get; private set; }

    /// <summary>Province or commune code, where the relation is to a territory.</summary>
    public string? UnitCode { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public string? Document { get; private set; }

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public AuditSubject AuditSubject => new(nameof(Organisation), SubjectId);

    public static OrganisationRelation Of(OrganisationsRelated related) => new()
    {
        OrganisationRelationId = related.OrganisationRelationId,
        ProvinceCode = related.ProvinceCode,
        Kind = related.Kind,
        SubjectId = related.SubjectId,
        ObjectId = related.ObjectId,
        UnitCode = related.UnitCode,
        From = related.From,
        To = related.To,
        Document = related.Document,
        Note = related.Note,
    };

    public void Apply(RelationEnded ended) => To = ended.LastDay;
}

/// <summary>Kiểu quan hệ của tổ chức.</summary>
public enum OrganisationRelationKind
{
    /// <summary>Trực thuộc: the object is the subject's parent.</summary>
    Parent,

    /// <summary>Chỉ đạo: the subject directs the object without being its parent.</summary>
    Directs,

    /// <summary>Phục vụ tỉnh: the subject serves a province, or the whole country.</summary>
    ServesProvince,

    /// <summary>Phụ trách địa bàn: the subject covers a commune.</summary>
    CoversCommune,

    /// <summary>Sáp nhập vào.</summary>
    MergedInto,

    /// <summary>Tách ra từ.</summary>
    SplitFrom,
}

/// <summary>Đã ghi quan hệ của tổ chức.</summary>
public sealed record OrganisationsRelated(
    Guid OrganisationRelationId,
    OrganisationRelationKind Kind,
    Guid SubjectId,
    Guid? ObjectId,
    string? UnitCode,
    DateOnly? From,
    DateOnly? To,
    string? ProvinceCode = null,
    string? Document = null,
    string? Note = null);

/// <summary>Quan hệ đã chấm dứt.</summary>
public sealed record RelationEnded(Guid OrganisationRelationId, DateOnly LastDay);
