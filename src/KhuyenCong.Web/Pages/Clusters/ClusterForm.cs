using KhuyenCong.Domain.Clusters;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Resources;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>The forms of a cluster and of its figures.</summary>
public static class ClusterForm
{
    public const string EstablishmentMark = "co-so:";
    public const string OrganisationMark = "to-chuc:";

    private static readonly string[] CommuneFields = ["Communes", "Communes2", "Communes3"];

    public static readonly IReadOnlyList<LayoutField> Fields =
    [
        new("Name", "Tên cụm công nghiệp") { Required = true, Wide = true },
        LayoutField.Of<ClusterState>("State", "Tình trạng", s => s.Text()) with { Required = true },
        new("Communes", "Xã, phường, đặc khu", "commune") { Required = true },
        new("Communes2", "Địa bàn thứ hai", "commune") { Empty = "Không có" },
        new("Communes3", "Địa bàn thứ ba", "commune") { Empty = "Không có" },
        new("Decision", "Quyết định thành lập") { Hint = "Số, ký hiệu, cơ quan ban hành. Để trống nếu chưa thành lập." },
        new("DecidedOn", "Ngày quyết định", "date"),
        new("InvestorName", "Chủ đầu tư ngoài danh mục") { Hint = "Chỉ nhập khi chủ đầu tư không có trong danh sách bên trên." },
        new("Note", "Ghi chú", "textarea") { Wide = true },
    ];

    public static readonly IReadOnlyList<LayoutField> FigureFields =
    [
        new("On", "Số liệu tại ngày", "date") { Required = true },
        new("Area", "Diện tích cụm (ha)", "number") { Hint = "Ví dụ 50,25. Mục chưa có số liệu thì để trống." },
        new("IndustrialArea", "Đất công nghiệp cho thuê (ha)", "number"),
        new("LeasedArea", "Đã cho thuê (ha)", "number"),
        new("Tenants", "Số cơ sở trong cụm", "number"),
        new("Labour", "Số lao động", "number"),
        LayoutField.Of<WasteTreatment>("Waste", "Xử lý nước thải tập trung", w => w.Text(), "Chưa có số liệu"),
        new("WasteCapacity", "Công suất xử lý (m³/ngày đêm)", "number"),
        new("Source", "Nguồn số liệu") { Wide = true, Hint = "Ví dụ: báo cáo của chủ đầu tư, biên bản kiểm tra." },
    ];

    public static ClusterText Read(EntryText fields, string? investor)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields.Text("Name") ?? "",
            [.. CommuneFields.Select(fields.Text).OfType<string>().Distinct()],
            fields.Choice<ClusterState>("State") ?? ClusterState.Planned,
            fields.Text("Decision"),
            fields.Day("DecidedOn"),
            Id(investor, EstablishmentMark),
            Id(investor, OrganisationMark),
            fields.Text("InvestorName"),
            fields.Text("Note"));
    }

    public static Dictionary<string, string?> Write(ClusterText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new()
        {
            ["Name"] = text.Name,
            ["State"] = $"{text.State}",
            ["Communes"] = text.Communes.ElementAtOrDefault(0),
            ["Communes2"] = text.Communes.ElementAtOrDefault(1),
            ["Communes3"] = text.Communes.ElementAtOrDefault(2),
            ["Decision"] = text.Decision,
            ["DecidedOn"] = text.DecidedOn?.Text(),
            ["InvestorName"] = text.InvestorName,
            ["Note"] = text.Note,
        };
    }

    public static string? InvestorOf(ClusterText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.InvestorEstablishmentId is { } establishment ? EstablishmentMark + establishment : text.InvestorOrganisationId is { } organisation ? OrganisationMark + organisation : null;
    }

    public static FigureEntry ReadFigure(EntryText fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new(
            fields.Day("On") ?? default, fields.Share("Area"), fields.Share("IndustrialArea"), fields.Share("LeasedArea"), fields.Count("Tenants"), fields.Count("Labour"),
            fields.Choice<WasteTreatment>("Waste"), fields.Count("WasteCapacity"), fields.Text("Source"));
    }

    public static Dictionary<string, string?> WriteFigure(FigureEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new()
        {
            ["On"] = entry.On.Text(),
            ["Area"] = entry.Area?.Percent(),
            ["IndustrialArea"] = entry.IndustrialArea?.Percent(),
            ["LeasedArea"] = entry.LeasedArea?.Percent(),
            ["Tenants"] = entry.Tenants?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Labour"] = entry.Labour?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Waste"] = entry.Waste?.ToString(),
            ["WasteCapacity"] = entry.WasteCapacity?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Source"] = entry.Source,
        };
    }

    private static Guid? Id(string? investor, string mark) =>
        investor?.StartsWith(mark, StringComparison.Ordinal) == true && Guid.TryParse(investor[mark.Length..], out var id) ? id : null;
}
