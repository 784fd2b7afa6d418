namespace KhuyenCong.Domain.Establishments;

/// <summary>Loại hình cơ sở: who may be helped, by what it is in law.</summary>
public enum LegalForm
{
    /// <summary>Doanh nghiệp nhỏ và vừa.</summary>
    SmallOrMediumEnterprise,

    /// <summary>Hợp tác xã.</summary>
    Cooperative,

    /// <summary>Liên hiệp hợp tác xã.</summary>
    CooperativeUnion,

    /// <summary>Tổ hợp tác.</summary>
    CooperativeGroup,

    /// <summary>Hộ kinh doanh.</summary>
    HouseholdBusiness,

    /// <summary>Nghệ nhân nhân dân, nghệ nhân ưu tú.</summary>
    Artisan,

    /// <summary>Chủ đầu tư hạ tầng cụm công nghiệp.</summary>
    ClusterInvestor,

    /// <summary>Cơ sở áp dụng sản xuất sạch hơn, không giới hạn quy mô.</summary>
    CleanerProducer,

    /// <summary>Tổ chức, cá nhân dịch vụ khuyến công.</summary>
    ServiceProvider,

    /// <summary>Tổ chức, cá nhân nước ngoài dịch vụ khuyến công.</summary>
    ForeignServiceProvider,
}

/// <summary>Tình trạng hoạt động.</summary>
public enum EstablishmentState
{
    /// <summary>Đang hoạt động.</summary>
    Active,

    /// <summary>Tạm ngừng.</summary>
    Suspended,

    /// <summary>Đã ngừng hoạt động.</summary>
    Closed,

    /// <summary>Đã hợp nhất vào bản ghi khác.</summary>
    Merged,
}

/// <summary>Loại mã định danh.</summary>
public enum IdentifierKind
{
    /// <summary>Mã số thuế 10 số hoặc 13 số (đơn vị phụ thuộc).</summary>
    TaxCode,

    /// <summary>Số định danh cá nhân 12 số.</summary>
    PersonalNumber,

    /// <summary>Số đăng ký kinh doanh.</summary>
    BusinessRegistration,
}

/// <summary>Quy mô doanh nghiệp.</summary>
public enum SizeClass
{
    /// <summary>Siêu nhỏ.</summary>
    Micro,

    /// <summary>Nhỏ.</summary>
    Small,

    /// <summary>Vừa.</summary>
    Medium,

    /// <summary>Lớn hơn doanh nghiệp vừa.</summary>
    Large,
}

/// <summary>Loại chứng nhận, nhãn. OCOP is a label of its own and may stand beside the others.</summary>
public enum CertificateKind
{
    /// <summary>Sản phẩm CNNT tiêu biểu.</summary>
    TypicalProduct,

    /// <summary>OCOP.</summary>
    Ocop,

    /// <summary>Hệ thống quản lý (ISO, HACCP, GMP …).</summary>
    ManagementSystem,

    /// <summary>Hợp quy, hợp chuẩn.</summary>
    Conformity,

    /// <summary>Nhãn hiệu, chỉ dẫn địa lý.</summary>
    Trademark,

    /// <summary>Danh hiệu nghệ nhân.</summary>
    ArtisanTitle,

    /// <summary>Chứng nhận khác.</summary>
    Other,
}

/// <summary>Loại liên kết.</summary>
public enum SupplyLinkKind
{
    /// <summary>Nhà cung cấp.</summary>
    Supplier,

    /// <summary>Khách hàng, đơn vị tiêu thụ.</summary>
    Customer,

    /// <summary>Vùng nguyên liệu.</summary>
    RawMaterialArea,
}

/// <summary>Cách ghi nhận sự đồng ý.</summary>
public enum ConsentManner
{
    /// <summary>Văn bản có chữ ký.</summary>
    SignedPaper,

    /// <summary>Trực tiếp tại cơ quan, có người chứng kiến.</summary>
    InPerson,

    /// <summary>Trên tài khoản của cơ sở.</summary>
    Online,
}
