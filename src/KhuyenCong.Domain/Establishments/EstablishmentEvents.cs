namespace KhuyenCong.Domain.Establishments;

/// <summary>Thông tin chung của cơ sở, as entered.</summary>
public sealed record EstablishmentText(
    LegalForm LegalForm,
    string Name,
    string? HeadOffice,
    string? TradeCode,
    string? TradeCodeVersion,
    string? Trade,
    EstablishmentState State = EstablishmentState.Active)
{
    public static EstablishmentText Of(Establishment establishment)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        return new(establishment.LegalForm, establishment.Name, establishment.HeadOffice, establishment.TradeCode, establishment.TradeCodeVersion, establishment.Trade, establishment.State);
    }
}

/// <summary>Một dòng thông tin của cơ sở, as entered.</summary>
public abstract record PartEntry;

/// <summary>Tên cũ.</summary>
public sealed record NameEntry(string Name, DateOnly? From, DateOnly? To) : PartEntry;

/// <summary>Mã định danh, as typed.</summary>
public sealed record IdentifierEntry(IdentifierKind Kind, string Number, DateOnly? From = null, DateOnly? To = null, string? Note = null) : PartEntry;

/// <summary>Địa điểm sản xuất, as entered.</summary>
public sealed record SiteEntry(string CommuneCode, string? Address, double? Latitude = null, double? Longitude = null, DateOnly? From = null, DateOnly? To = null, string? Note = null) : PartEntry;

/// <summary>Số liệu một năm; null = chưa có số liệu, never zero.</summary>
public sealed record YearEntry(
    int Year,
    int? Labour = null,
    Dong? Capital = null,
    Dong? Revenue = null,
    Dong? Export = null,
    int? LocalMaterialBasisPoints = null,
    SizeClass? ConfirmedSize = null,
    string? Source = null) : PartEntry
{
    /// <summary>What the rule makes of these figures; kept with the year it was made from.</summary>
    public SizeClass? SuggestedSize { get; init; }
}

/// <summary>Sản phẩm, as entered.</summary>
public sealed record ProductEntry(string Name, string? Unit = null, string? YearlyOutput = null, string? Note = null) : PartEntry;

/// <summary>Chứng nhận, as entered.</summary>
public sealed record CertificateEntry(CertificateKind Kind, string Number, string? Issuer = null, string? Product = null, DateOnly? From = null, DateOnly? To = null) : PartEntry;

/// <summary>Người liên hệ, as entered: personal data.</summary>
public sealed record ContactEntry(string? Name, string? Position = null, string? Phone = null, string? Email = null) : PartEntry;

/// <summary>Liên kết cung ứng hoặc vùng nguyên liệu, as entered.</summary>
public sealed record SupplyLinkEntry(SupplyLinkKind Kind, string Partner, string? Goods = null, string? CommuneCode = null, string? Note = null) : PartEntry;

/// <summary>Sự đồng ý xử lý dữ liệu cá nhân, as recorded.</summary>
public sealed record ConsentEntry(string NoticeVersion, DateOnly GivenOn, ConsentManner Manner, string RecordedBy, DateOnly? WithdrawnOn = null, string? Note = null) : PartEntry;

/// <summary>Đã ghi nhận cơ sở.</summary>
public sealed record EstablishmentRegistered(Guid EstablishmentId, string ProvinceCode, EstablishmentText Text, IReadOnlyList<(Guid PartId, PartEntry Entry)> Parts, DateTime At);

/// <summary>Đã sửa thông tin chung; a new name leaves the old one behind.</summary>
public sealed record EstablishmentEdited(Guid EstablishmentId, EstablishmentText Text, (Guid PartId, NameEntry Entry)? FormerName, DateTime At);

/// <summary>Đã thêm một dòng.</summary>
public sealed record PartAdded(Guid EstablishmentId, Guid PartId, PartEntry Entry, DateTime At, Guid? MergedFromId = null);

/// <summary>Đã sửa một dòng.</summary>
public sealed record PartChanged(Guid EstablishmentId, Guid PartId, PartEntry Entry, DateTime At);

/// <summary>Đã bỏ một dòng nhập sai.</summary>
public sealed record PartRemoved(Guid EstablishmentId, Guid PartId, string Reason, DateTime At);

/// <summary>Đã gắn tài khoản của chủ cơ sở.</summary>
public sealed record OwnerLinked(Guid EstablishmentId, Guid? OrganisationId);
