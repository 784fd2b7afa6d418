namespace KhuyenCong.Domain.Organisations;

/// <summary>Tổ chức: a body that exists for a time, under names and relations that change.</summary>
/// <remarks>
/// One table for the whole country: a treasury region, the Cục and the Ministry belong to no province but serve provinces by dated relations.
/// A provincial body carries its <see cref="ProvinceCode"/>; without one it is national and every province may see it.
/// </remarks>
public sealed class Organisation : INational, IVersioned, IAudited
{
    private readonly List<OrganisationName> names = [];

    private Organisation()
    {
    }

    public Guid OrganisationId { get; private set; }

    /// <summary>The stable code of a shipped organisation; null where a user opened it.</summary>
    public string? Code { get; private set; }

    public OrganisationKind Kind { get; private set; }

    public string? ProvinceCode { get; private set; }

    public string? CommuneCode { get; private set; }

    public DateOnly? OpenedOn { get; private set; }

    /// <summary>The last day it existed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Guid? MergedIntoId { get; private set; }

    public string? Note { get; private set; }

    public long Version { get; private set; }

    public IReadOnlyList<OrganisationName> Names => names;

    public AuditSubject AuditSubject => new(nameof(Organisation), OrganisationId);

    public static Organisation From(OrganisationOpened opened)
    {
        var organisation = new Organisation
        {
            OrganisationId = opened.OrganisationId,
            Code = opened.Code,
            Kind = opened.Kind,
            ProvinceCode = opened.ProvinceCode,
            CommuneCode = opened.CommuneCode,
            OpenedOn = opened.OpenedOn,
            Note = opened.Note,
        };
        organisation.names.AddRange(opened.Names.Select(n => OrganisationName.Of(organisation, n)));
        return organisation;
    }

    public void Apply(OrganisationRenamed renamed)
    {
        names.SingleOrDefault(n => n.OrganisationNameId == renamed.EndedNameId)?.EndOn(renamed.Name.From!.Value.AddDays(-1));
        names.Add(OrganisationName.Of(this, renamed.Name));
    }

    public void Apply(OrganisationClosed closed)
    {
        ClosedOn = closed.LastDay;
        MergedIntoId = closed.MergedIntoId;
    }

    public bool ExistsOn(DateOnly day) => (OpenedOn is not { } opened || opened <= day) && (ClosedOn is not { } closed || day <= closed);

    /// <summary>The name on a day; before the first known name, that name; after the last, the last.</summary>
    public string NameOn(DateOnly day) =>
        (names.On(day) ?? names.Where(n => n.From > day).MinBy(n => n.From) ?? names.MaxBy(n => n.From ?? DateOnly.MinValue))?.Name ?? Code ?? "";
}

/// <summary>Loại tổ chức.</summary>
public enum OrganisationKind
{
    /// <summary>Sở Công Thương.</summary>
    Department,

    /// <summary>Sở Tài chính.</summary>
    FinanceDepartment,

    /// <summary>Sở, ban, ngành khác.</summary>
    OtherDepartment,

    /// <summary>Trung tâm khuyến công, xúc tiến.</summary>
    PromotionCentre,

    /// <summary>Chi nhánh Trung tâm.</summary>
    CentreBranch,

    /// <summary>UBND xã, phường, đặc khu.</summary>
    CommuneOffice,

    /// <summary>UBND tỉnh, thành phố.</summary>
    ProvincialCommittee,

    /// <summary>Văn phòng UBND tỉnh, thành phố.</summary>
    ProvincialOffice,

    /// <summary>Hội đồng nhân dân.</summary>
    PeoplesCouncil,

    /// <summary>Kho bạc Nhà nước.</summary>
    Treasury,

    /// <summary>Cục Đổi mới sáng tạo, Chuyển đổi xanh và Khuyến công.</summary>
    Agency,

    /// <summary>Bộ.</summary>
    Ministry,

    /// <summary>Đơn vị thuộc Bộ.</summary>
    MinistryUnit,

    /// <summary>Báo và phát thanh, truyền hình.</summary>
    Broadcaster,

    /// <summary>Công báo, cổng thông tin điện tử.</summary>
    Portal,

    /// <summary>Hiệp hội, hội ngành nghề.</summary>
    Association,

    /// <summary>Cơ sở CNNT.</summary>
    Establishment,

    /// <summary>Chủ đầu tư hạ tầng cụm công nghiệp.</summary>
    ClusterInvestor,

    /// <summary>Nhà cung cấp, đơn vị đào tạo.</summary>
    Supplier,

    /// <summary>Kiểm toán, thanh tra.</summary>
    AuditOffice,

    Other,
}

/// <summary>Cấp của loại tổ chức.</summary>
public static class OrganisationLevels
{
    /// <summary>Cơ quan trung ương: bodies that belong to no province and serve provinces by dated relations.</summary>
    public static bool IsNational(this OrganisationKind kind) => kind is OrganisationKind.Treasury or OrganisationKind.Agency or OrganisationKind.Ministry or OrganisationKind.MinistryUnit;
}
