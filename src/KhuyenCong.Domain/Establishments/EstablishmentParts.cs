namespace KhuyenCong.Domain.Establishments;

/// <summary>Tên cũ của cơ sở.</summary>
public sealed class EstablishmentName : EstablishmentPart, IDated
{
    private EstablishmentName()
    {
    }

    internal EstablishmentName(Guid id) => EstablishmentNameId = id;

    public Guid EstablishmentNameId { get; private set; }

    public string Name { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public override Guid PartId => EstablishmentNameId;

    public override PartEntry Entry => new NameEntry(Name, From, To);

    internal override void Set(PartEntry entry) => (Name, From, To) = (NameEntry)entry;
}

/// <summary>Sản phẩm của cơ sở.</summary>
public sealed class EstablishmentProduct : EstablishmentPart
{
    private EstablishmentProduct()
    {
    }

    internal EstablishmentProduct(Guid id) => EstablishmentProductId = id;

    public Guid EstablishmentProductId { get; private set; }

    public string Name { get; private set; } = "";

    public string? Unit { get; private set; }

    public string? YearlyOutput { get; private set; }

    public string? Note { get; private set; }

    public override Guid PartId => EstablishmentProductId;

    public override PartEntry Entry => new ProductEntry(Name, Unit, YearlyOutput, Note);

    internal override void Set(PartEntry entry) => (Name, Unit, YearlyOutput, Note) = (ProductEntry)entry;
}

/// <summary>Chứng nhận, nhãn của cơ sở hoặc sản phẩm, có thời hạn.</summary>
public sealed class EstablishmentCertificate : EstablishmentPart, IDated
{
    private EstablishmentCertificate()
    {
    }

    internal EstablishmentCertificate(Guid id) => EstablishmentCertificateId = id;

    public Guid EstablishmentCertificateId { get; private set; }

    public CertificateKind Kind { get; private set; }

    public string Number { get; private set; } = "";

    public string? Issuer { get; private set; }

    public string? Product { get; private set; }

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public override Guid PartId => EstablishmentCertificateId;

    public override PartEntry Entry => new CertificateEntry(Kind, Number, Issuer, Product, From, To);

    internal override void Set(PartEntry entry) => (Kind, Number, Issuer, Product, From, To) = (CertificateEntry)entry;
}

/// <summary>Liên kết cung ứng, vùng nguyên liệu.</summary>
public sealed class SupplyLink : EstablishmentPart
{
    private SupplyLink()
    {
    }

    internal SupplyLink(Guid id) => SupplyLinkId = id;

    public Guid SupplyLinkId { get; private set; }

    public SupplyLinkKind Kind { get; private set; }

    /// <summary>The other side, or the name of the raw-material area.</summary>
    public string Partner { get; private set; } = "";

    public string? Goods { get; private set; }

    public string? CommuneCode { get; private set; }

    public string? Note { get; private set; }

    public override Guid PartId => SupplyLinkId;

    public override PartEntry Entry => new SupplyLinkEntry(Kind, Partner, Goods, CommuneCode, Note);

    internal override void Set(PartEntry entry) => (Kind, Partner, Goods, CommuneCode, Note) = (SupplyLinkEntry)entry;
}

/// <summary>Sự đồng ý xử lý dữ liệu cá nhân: to which notice, when, how, recorded by whom; withdrawn, not deleted.</summary>
public sealed class PrivacyConsent : EstablishmentPart
{
    private PrivacyConsent()
    {
    }

    internal PrivacyConsent(Guid id) => PrivacyConsentId = id;

    public Guid PrivacyConsentId { get; private set; }

    public string NoticeVersion { get; private set; } = "";

    public DateOnly GivenOn { get; private set; }

    public ConsentManner Manner { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    public string? Note { get; private set; }

    public override Guid PartId => PrivacyConsentId;

    public override PartEntry Entry => new ConsentEntry(NoticeVersion, GivenOn, Manner, RecordedBy, WithdrawnOn, Note);

    internal override void Set(PartEntry entry) => (NoticeVersion, GivenOn, Manner, RecordedBy, WithdrawnOn, Note) = (ConsentEntry)entry;
}
