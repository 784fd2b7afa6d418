using KhuyenCong.Domain.Establishments;
using KhuyenCong.Web.Pages.Results;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;

namespace KhuyenCong.Web.Pages.Establishments;

/// <summary>One column of the template: the form field it fills.</summary>
public sealed record ImportColumn(string Header, string Group, string Field, bool Required = false)
{
    public string Key => $"{Group}.{Field}";
}

/// <summary>The Excel template for establishments.</summary>
public static class ImportLayout
{
    public const string Sheet = "Cơ sở";
    public const string FileName = "mau-co-so-cnnt.xlsx";

    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        new("Tên cơ sở", "General", "Name", true),
        new("Loại hình", "General", "LegalForm", true),
        new("Xã, phường, đặc khu nơi sản xuất (mã hoặc tên)", "Site", "CommuneCode", true),
        new("Địa chỉ sản xuất", "Site", "Address"),
        new("Vĩ độ", "Site", "Latitude"),
        new("Kinh độ", "Site", "Longitude"),
        new("Mã số thuế", "TaxCode", "Number"),
        new("Số định danh cá nhân", "PersonalNumber", "Number"),
        new("Số đăng ký kinh doanh", "BusinessRegistration", "Number"),
        new("Địa chỉ trụ sở", "General", "HeadOffice"),
        new("Ngành nghề", "General", "Trade"),
        new("Mã ngành VSIC", "General", "TradeCode"),
        new("Phiên bản mã ngành", "General", "TradeCodeVersion"),
        new("Người liên hệ", "Contact", "Name"),
        new("Điện thoại", "Contact", "Phone"),
        new("Thư điện tử", "Contact", "Email"),
        new("Năm số liệu", "Year", "Year"),
        new("Lao động", "Year", "Labour"),
        new("Nguồn vốn (đồng)", "Year", "Capital"),
        new("Doanh thu (đồng)", "Year", "Revenue"),
        new("Xuất khẩu (đồng)", "Year", "Export"),
        new("Nguyên liệu trong tỉnh (%)", "Year", "LocalMaterialBasisPoints"),
        new("Sản phẩm", "Product", "Name"),
    ];

    public static byte[] Template(IReadOnlyList<Commune> communes)
    {
        ArgumentNullException.ThrowIfNull(communes);
        var book = new WorkbookWriter();
        book.AddSheet(Sheet, [.. Columns.Select(c => new SheetColumn(c.Header, 20, CellFormat.Text))]).Header(filter: false);
        var lists = book.AddSheet("Danh mục", new("Mã xã, phường, đặc khu", 14, CellFormat.Text), new("Tên", 30, CellFormat.Text), new("Loại hình", 50, CellFormat.Text), new("Phiên bản mã ngành", 18, CellFormat.Text)).Header(filter: false);
        var forms = Enum.GetValues<LegalForm>();
        for (var i = 0; i < Math.Max(communes.Count, forms.Length); i++)
        {
            lists.Row(
                i < communes.Count ? communes[i].Code : null, i < communes.Count ? communes[i].Name : null,
                i < forms.Length ? forms[i].Text() : null, i < Registering.TradeCodeVersions.Count ? Registering.TradeCodeVersions[i] : null);
        }

        book.AddSheet("Hướng dẫn", new SheetColumn("", 110, CellFormat.Text))
            .Title("HƯỚNG DẪN NHẬP")
            .Line("Mỗi dòng một cơ sở. Bắt buộc: tên, loại hình, xã, phường, đặc khu nơi sản xuất. Địa bàn tính theo nơi sản xuất, không theo trụ sở.")
            .Line("Mã số, số điện thoại nhập dạng văn bản để không mất số 0 ở đầu. Hộ kinh doanh, cá nhân có thể dùng số định danh 12 số.")
            .Line("Ô để trống nghĩa là chưa có số liệu; số 0 nghĩa là bằng không. Số tiền nhập theo đồng, hoặc ghi rõ đơn vị như “300 triệu”.")
            .Line("Có số liệu năm thì phải ghi năm.");
        return book.ToBytes();
    }
}
