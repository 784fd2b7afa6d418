using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.TagHelpers;

namespace KhuyenCong.Web.Resources;

/// <summary>Kinds and states of establishments in Vietnamese.</summary>
public static class EstablishmentWords
{
    public static string Text(this LegalForm form) => form switch
    {
        LegalForm.SmallOrMediumEnterprise => "Doanh nghiệp nhỏ và vừa",
        LegalForm.Cooperative => "Hợp tác xã",
        LegalForm.CooperativeUnion => "Liên hiệp hợp tác xã",
        LegalForm.CooperativeGroup => "Tổ hợp tác",
        LegalForm.HouseholdBusiness => "Hộ kinh doanh",
        LegalForm.Artisan => "Nghệ nhân",
        LegalForm.ClusterInvestor => "Chủ đầu tư hạ tầng cụm công nghiệp",
        LegalForm.CleanerProducer => "Cơ sở áp dụng sản xuất sạch hơn (mọi quy mô)",
        LegalForm.ServiceProvider => "Tổ chức, cá nhân dịch vụ khuyến công",
        _ => "Tổ chức, cá nhân nước ngoài dịch vụ khuyến công",
    };

    public static string Text(this EstablishmentState state) => state switch
    {
        EstablishmentState.Active => "Đang hoạt động",
        EstablishmentState.Suspended => "Tạm ngừng",
        EstablishmentState.Closed => "Đã ngừng hoạt động",
        _ => "Đã hợp nhất",
    };

    public static Tone Tone(this EstablishmentState state) => state switch
    {
        EstablishmentState.Active => TagHelpers.Tone.Good,
        EstablishmentState.Suspended => TagHelpers.Tone.Warn,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this IdentifierKind kind) => kind switch
    {
        IdentifierKind.TaxCode => "Mã số thuế",
        IdentifierKind.PersonalNumber => "Số định danh cá nhân",
        _ => "Số đăng ký kinh doanh",
    };

    public static string Text(this SizeClass size) => size switch
    {
        SizeClass.Micro => "Siêu nhỏ",
        SizeClass.Small => "Nhỏ",
        SizeClass.Medium => "Vừa",
        _ => "Lớn hơn doanh nghiệp vừa",
    };

    public static string Text(this CertificateKind kind) => kind switch
    {
        CertificateKind.TypicalProduct => "Sản phẩm CNNT tiêu biểu",
        CertificateKind.Ocop => "OCOP",
        CertificateKind.ManagementSystem => "Hệ thống quản lý (ISO, HACCP, GMP…)",
        CertificateKind.Conformity => "Hợp quy, hợp chuẩn",
        CertificateKind.Trademark => "Nhãn hiệu, chỉ dẫn địa lý",
        CertificateKind.ArtisanTitle => "Danh hiệu nghệ nhân",
        _ => "Chứng nhận khác",
    };

    public static string Text(this SupplyLinkKind kind) => kind switch
    {
        SupplyLinkKind.Supplier => "Nhà cung cấp",
        SupplyLinkKind.Customer => "Khách hàng, đơn vị tiêu thụ",
        _ => "Vùng nguyên liệu",
    };

    public static string Text(this ConsentManner manner) => manner switch
    {
        ConsentManner.SignedPaper => "Văn bản có chữ ký",
        ConsentManner.InPerson => "Trực tiếp, có người chứng kiến",
        _ => "Trên tài khoản của cơ sở",
    };

    public static string Text(this ProvincialProductKind kind) => kind is ProvincialProductKind.Key ? "Sản phẩm chủ lực" : "Sản phẩm có lợi thế";

    public static string Text(this DataRequestKind kind) => kind switch
    {
        DataRequestKind.See => "Xem dữ liệu",
        DataRequestKind.Correct => "Sửa dữ liệu",
        _ => "Xóa dữ liệu",
    };

    public static string Text(this DataRequestState state) => state switch
    {
        DataRequestState.Open => "Chờ trả lời",
        DataRequestState.Done => "Đã thực hiện",
        _ => "Từ chối",
    };

    public static Tone Tone(this DataRequestState state) => state switch
    {
        DataRequestState.Open => TagHelpers.Tone.Accent,
        DataRequestState.Done => TagHelpers.Tone.Good,
        _ => TagHelpers.Tone.Neutral,
    };

    public static string Text(this DuplicateReason reason) => reason switch
    {
        DuplicateReason.SameIdentifier => "cùng mã định danh",
        DuplicateReason.SamePhone => "cùng số điện thoại",
        DuplicateReason.SimilarName => "tên gần giống, cùng địa bàn",
        _ => "cùng tọa độ địa điểm sản xuất",
    };

    /// <summary>Stored codes of establishment fields in words, for histories.</summary>
    public static string? OfCode(string field, string code) => field switch
    {
        "LegalForm" when Enum.TryParse<LegalForm>(code, out var form) => form.Text(),
        "State" or "StateBefore" when Enum.TryParse<EstablishmentState>(code, out var state) => state.Text(),
        "Size" or "SuggestedSize" or "ConfirmedSize" when Enum.TryParse<SizeClass>(code, out var size) => size.Text(),
        "Manner" when Enum.TryParse<ConsentManner>(code, out var manner) => manner.Text(),
        "Kind" when Enum.TryParse<IdentifierKind>(code, out var kind) => kind.Text(),
        "Kind" when Enum.TryParse<SupplyLinkKind>(code, out var kind) && kind is not SupplyLinkKind.Supplier => kind.Text(),
        "Kind" when Enum.TryParse<CertificateKind>(code, out var kind) && kind is not CertificateKind.Other => kind.Text(),
        _ => null,
    };
}
