using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>How one kind of row is asked for, read and shown again.</summary>
/// <param name="Slug">In addresses.</param>
/// <param name="Title">"Địa điểm sản xuất".</param>
/// <param name="IsPersonal">Only for those who may see personal data.</param>
public sealed record PartLayout(string Slug, string Title, IReadOnlyList<LayoutField> Fields, Func<EntryText, PartEntry> Read, Func<PartEntry, Dictionary<string, string?>> Write, bool IsPersonal = false);

/// <summary>The forms of an establishment's rows, by their slugs.</summary>
public static class PartLayouts
{
    public static readonly PartLayout Site = new(
        "dia-diem", "Địa điểm sản xuất",
        [
            new("CommuneCode", "Xã, phường, đặc khu", "commune") { Required = true, Hint = "Địa bàn được hỗ trợ tính theo nơi sản xuất." },
            new("Address", "Địa chỉ sản xuất") { Hint = "Số nhà, đường, thôn, tổ." },
            new("Latitude", "Vĩ độ") { Hint = "Ví dụ 12,0853. Để trống nếu chưa đo." },
            new("Longitude", "Kinh độ") { Hint = "Ví dụ 109,0985." },
            new("From", "Từ ngày", "date"),
            new("To", "Đến ngày", "date") { Hint = "Để trống nếu vẫn đang sản xuất ở đây." },
            new("Note", "Ghi chú", "textarea") { Wide = true },
        ],
        f => new SiteEntry(f.Text("CommuneCode") ?? "", f.Text("Address"), f.Coordinate("Latitude"), f.Coordinate("Longitude"), f.Day("From"), f.Day("To"), f.Text("Note")),
        e => ((SiteEntry)e) is var s ? new() { ["CommuneCode"] = s.CommuneCode, ["Address"] = s.Address, ["Latitude"] = s.Latitude?.Degrees(), ["Longitude"] = s.Longitude?.Degrees(), ["From"] = s.From?.Text(), ["To"] = s.To?.Text(), ["Note"] = s.Note } : []);

    public static readonly PartLayout Identifier = new(
        "ma-so", "Mã định danh",
        [
            LayoutField.Of<IdentifierKind>("Kind", "Loại", k => k.Text()) with { Required = true },
            new("Number", "Số") { Required = true, Hint = "Mã số thuế 10 hoặc 13 chữ số; hộ kinh doanh, cá nhân có thể dùng số định danh 12 chữ số." },
            new("From", "Từ ngày", "date"),
            new("To", "Đến ngày", "date") { Hint = "Để trống nếu đang dùng." },
            new("Note", "Ghi chú") { Wide = true },
        ],
        f => new IdentifierEntry(f.Choice<IdentifierKind>("Kind") ?? IdentifierKind.TaxCode, f.Text("Number") ?? "", f.Day("From"), f.Day("To"), f.Text("Note")),
        e => ((IdentifierEntry)e) is var i ? new() { ["Kind"] = $"{i.Kind}", ["Number"] = i.Number, ["From"] = i.From?.Text(), ["To"] = i.To?.Text(), ["Note"] = i.Note } : []);

    public static readonly PartLayout Contact = new(
        "lien-he", "Người liên hệ",
        [
            new("Name", "Họ tên"),
            new("Position", "Chức vụ"),
            new("Phone", "Số điện thoại", "tel"),
            new("Email", "Thư điện tử", "email"),
        ],
        f => new ContactEntry(f.Text("Name"), f.Text("Position"), f.Text("Phone"), f.Text("Email")),
        e => ((ContactEntry)e) is var c ? new() { ["Name"] = c.Name, ["Position"] = c.Position, ["Phone"] = c.Phone, ["Email"] = c.Email } : [],
        IsPersonal: true);

    public static readonly PartLayout Year = new(
        "so-lieu-nam", "Số liệu năm",
        [
            new("Year", "Năm", "number") { Required = true },
            new("Labour", "Số lao động bình quân", "number") { Hint = "Để trống nếu chưa có số liệu; 0 nghĩa là không có lao động." },
            new("Capital", "Tổng nguồn vốn (đồng)", "amount"),
            new("Revenue", "Tổng doanh thu (đồng)", "amount"),
            new("Export", "Trong đó: xuất khẩu (đồng)", "amount"),
            new("LocalMaterialBasisPoints", "Tỷ lệ nguyên liệu chính trong tỉnh (%)", "number") { Hint = "Theo giá trị, ví dụ 62,5." },
            LayoutField.Of<SizeClass>("ConfirmedSize", "Quy mô do cán bộ xác nhận", s => s.Text(), "Chưa xác nhận"),
            new("Source", "Nguồn số liệu") { Hint = "Ví dụ: báo cáo tài chính, phiếu khảo sát." },
        ],
        f => new YearEntry(f.Count("Year") ?? 0, f.Count("Labour"), f.Amount("Capital"), f.Amount("Revenue"), f.Amount("Export"), f.Share("LocalMaterialBasisPoints"), f.Choice<SizeClass>("ConfirmedSize"), f.Text("Source")),
        e => ((YearEntry)e) is var y ? new() { ["Year"] = $"{y.Year}", ["Labour"] = y.Labour is { } n ? $"{n}" : null, ["Capital"] = y.Capital?.Grouped, ["Revenue"] = y.Revenue?.Grouped, ["Export"] = y.Export?.Grouped, ["LocalMaterialBasisPoints"] = y.LocalMaterialBasisPoints?.Percent(), ["ConfirmedSize"] = y.ConfirmedSize?.ToString(), ["Source"] = y.Source } : []);

    public static readonly PartLayout Product = new(
        "san-pham", "Sản phẩm",
        [
            new("Name", "Tên sản phẩm") { Required = true },
            new("Unit", "Đơn vị tính"),
            new("YearlyOutput", "Sản lượng một năm"),
            new("Note", "Ghi chú") { Wide = true },
        ],
        f => new ProductEntry(f.Text("Name") ?? "", f.Text("Unit"), f.Text("YearlyOutput"), f.Text("Note")),
        e => ((ProductEntry)e) is var p ? new() { ["Name"] = p.Name, ["Unit"] = p.Unit, ["YearlyOutput"] = p.YearlyOutput, ["Note"] = p.Note } : []);

    public static readonly PartLayout Certificate = new(
        "chung-nhan", "Chứng nhận",
        [
            LayoutField.Of<CertificateKind>("Kind", "Loại", k => k.Text()) with { Required = true, Hint = "OCOP là nhãn riêng, có thể cùng có với sản phẩm CNNT tiêu biểu." },
            new("Number", "Số, hạng") { Required = true },
            new("Issuer", "Nơi cấp"),
            new("Product", "Sản phẩm được chứng nhận"),
            new("From", "Có hiệu lực từ", "date"),
            new("To", "Đến hết ngày", "date"),
        ],
        f => new CertificateEntry(f.Choice<CertificateKind>("Kind") ?? CertificateKind.Other, f.Text("Number") ?? "", f.Text("Issuer"), f.Text("Product"), f.Day("From"), f.Day("To")),
        e => ((CertificateEntry)e) is var c ? new() { ["Kind"] = $"{c.Kind}", ["Number"] = c.Number, ["Issuer"] = c.Issuer, ["Product"] = c.Product, ["From"] = c.From?.Text(), ["To"] = c.To?.Text() } : []);

    public static readonly PartLayout Link = new(
        "lien-ket", "Liên kết, vùng nguyên liệu",
        [
            LayoutField.Of<SupplyLinkKind>("Kind", "Loại", k => k.Text()) with { Required = true },
            new("Partner", "Tên đối tác hoặc vùng nguyên liệu") { Required = true },
            new("Goods", "Hàng hóa, nguyên liệu"),
            new("CommuneCode", "Địa bàn", "commune") { Empty = "Ngoài tỉnh hoặc chưa rõ" },
            new("Note", "Ghi chú") { Wide = true },
        ],
        f => new SupplyLinkEntry(f.Choice<SupplyLinkKind>("Kind") ?? SupplyLinkKind.Supplier, f.Text("Partner") ?? "", f.Text("Goods"), f.Text("CommuneCode"), f.Text("Note")),
        e => ((SupplyLinkEntry)e) is var l ? new() { ["Kind"] = $"{l.Kind}", ["Partner"] = l.Partner, ["Goods"] = l.Goods, ["CommuneCode"] = l.CommuneCode, ["Note"] = l.Note } : []);

    public static readonly PartLayout FormerName = new(
        "ten-cu", "Tên cũ",
        [
            new("Name", "Tên cũ") { Required = true, Wide = true },
            new("From", "Từ ngày", "date"),
            new("To", "Đến ngày", "date"),
        ],
        f => new NameEntry(f.Text("Name") ?? "", f.Day("From"), f.Day("To")),
        e => ((NameEntry)e) is var n ? new() { ["Name"] = n.Name, ["From"] = n.From?.Text(), ["To"] = n.To?.Text() } : []);

    public static readonly PartLayout Consent = new(
        "dong-y", "Đồng ý xử lý dữ liệu cá nhân",
        [
            new("NoticeVersion", "Phiên bản thông báo") { Required = true, Hint = "Thông báo về xử lý dữ liệu cá nhân mà người đó đã đọc, ví dụ: TB-2026-01." },
            new("GivenOn", "Ngày đồng ý", "date") { Required = true },
            LayoutField.Of<ConsentManner>("Manner", "Cách ghi nhận", m => m.Text()) with { Required = true },
            new("RecordedBy", "Người ghi nhận") { Required = true },
            new("WithdrawnOn", "Ngày rút lại", "date") { Hint = "Chỉ nhập khi người đó rút lại sự đồng ý." },
            new("Note", "Ghi chú") { Wide = true },
        ],
        f => new ConsentEntry(f.Text("NoticeVersion") ?? "", f.Day("GivenOn") ?? default, f.Choice<ConsentManner>("Manner") ?? ConsentManner.SignedPaper, f.Text("RecordedBy") ?? "", f.Day("WithdrawnOn"), f.Text("Note")),
        e => ((ConsentEntry)e) is var c ? new() { ["NoticeVersion"] = c.NoticeVersion, ["GivenOn"] = c.GivenOn == default ? null : c.GivenOn.Text(), ["Manner"] = $"{c.Manner}", ["RecordedBy"] = c.RecordedBy, ["WithdrawnOn"] = c.WithdrawnOn?.Text(), ["Note"] = c.Note } : []);

    private static readonly PartLayout[] All = [Site, Identifier, Contact, Year, Product, Certificate, Link, FormerName, Consent];

    public static PartLayout? Find(string slug) => Array.Find(All, l => l.Slug == slug);

    public static PartLayout Of(PartEntry entry) => entry switch
    {
        SiteEntry => Site,
        IdentifierEntry => Identifier,
        ContactEntry => Contact,
        YearEntry => Year,
        ProductEntry => Product,
        CertificateEntry => Certificate,
        SupplyLinkEntry => Link,
        NameEntry => FormerName,
        _ => Consent,
    };
}
