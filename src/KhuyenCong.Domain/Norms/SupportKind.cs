namespace KhuyenCong.Domain.Norms;

/// <summary>Loại hỗ trợ: what one norm pays for, such as "ứng dụng máy móc"; each belongs to one content of Điều 4.</summary>
/// <remarks>Shared by all provinces: a new circular brings new kinds as data.</remarks>
public sealed class SupportKind
{
    private SupportKind()
    {
    }

    public string Code { get; private set; } = "";

    /// <summary>Of <see cref="Article4"/>.</summary>
    public string ContentCode { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>One plain line for a workshop owner.</summary>
    public string Plain { get; private set; } = "";

    /// <summary>Who may receive it; none = not limited by the library.</summary>
    public Beneficiaries Beneficiaries { get; private set; }

    /// <summary>The list of papers (dạng đề án D01–D15) that belongs to it.</summary>
    public string? Checklist { get; private set; }

    /// <summary>The agency does it itself: no establishment checks it for itself.</summary>
    public bool ByAgency { get; private set; }

    public int Order { get; private set; }

    public static SupportKind Of(SupportKindText text, int order)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            Code = text.Code,
            ContentCode = text.Content,
            Name = text.Name,
            Plain = text.Plain,
            Beneficiaries = text.Beneficiaries,
            Checklist = text.Checklist,
            ByAgency = text.ByAgency,
            Order = order,
        };
    }
}

/// <summary>Một loại hỗ trợ trong tệp gốc.</summary>
public sealed record SupportKindText(string Code, string Content, string Name, string Plain, Beneficiaries Beneficiaries = Beneficiaries.None, string? Checklist = null, bool ByAgency = false);

/// <summary>Nhóm đối tượng thụ hưởng, as Nghị định 45/2012 và 235/2025 name them.</summary>
[Flags]
public enum Beneficiaries
{
    None = 0,

    /// <summary>Doanh nghiệp nhỏ và vừa (kể cả siêu nhỏ).</summary>
    SmallEnterprise = 1,

    /// <summary>Hợp tác xã.</summary>
    Cooperative = 2,

    /// <summary>Liên hiệp hợp tác xã.</summary>
    CooperativeUnion = 4,

    /// <summary>Tổ hợp tác.</summary>
    CooperativeGroup = 8,

    /// <summary>Hộ kinh doanh.</summary>
    HouseholdBusiness = 16,

    /// <summary>Nghệ nhân nhân dân, nghệ nhân ưu tú.</summary>
    Artisan = 32,

    /// <summary>Chủ đầu tư hạ tầng cụm công nghiệp.</summary>
    ClusterInvestor = 64,

    /// <summary>Cơ sở không phải doanh nghiệp nhỏ và vừa, chỉ với nội dung sản xuất sạch hơn.</summary>
    LargeEnterprise = 128,

    /// <summary>Tổ chức, cá nhân quản lý, thực hiện dịch vụ khuyến công, kể cả nước ngoài.</summary>
    ServiceProvider = 256,

    /// <summary>Hội, hiệp hội ngành nghề.</summary>
    Association = 512,
}
