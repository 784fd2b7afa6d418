using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Establishments;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>Danh sách cụm công nghiệp, with what its latest figures say.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class IndexModel(ClusterDesk desk, Viewer viewer, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public ClusterFilter Filter { get; private set; } = null!;

    public Paged<IndustrialCluster> List { get; private set; } = null!;

    public ClusterDesk Desk => desk;

    public static IEnumerable<SelectListItem> States => Enum.GetValues<ClusterState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Wastes => Enum.GetValues<WasteTreatment>().Select(w => new SelectListItem(w.Text(), w.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = Paged.Of(await FoundAsync(cancellationToken), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var clusters = await FoundAsync(cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet(
            "Cụm công nghiệp",
            new("Cụm công nghiệp", 40, CellFormat.Text), new("Địa bàn", 26, CellFormat.Text), new("Tình trạng", 24, CellFormat.Text), new("Quyết định thành lập", 30, CellFormat.Text), new("Chủ đầu tư", 36, CellFormat.Text),
            new("Số liệu tại ngày", 14), new("Diện tích (ha)", 12), new("Đất công nghiệp (ha)", 12), new("Đã cho thuê (ha)", 12), new("Lấp đầy", 10, CellFormat.Percent),
            new("Số cơ sở", 10), new("Lao động", 10), new("Xử lý nước thải", 16, CellFormat.Text), new("Công suất (m³/ngày đêm)", 14));
        sheet.Title("DANH SÁCH CỤM CÔNG NGHIỆP").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}. Ô trống: chưa có số liệu.").Blank().Header();
        foreach (var cluster in clusters)
        {
            var figure = cluster.Latest;
            sheet.Row(
                cluster.Name, desk.Places(cluster.Communes), cluster.State.Text(), cluster.Decision, desk.Investor(cluster), figure?.On,
                SheetValue.Hundredths(figure?.Area), SheetValue.Hundredths(figure?.IndustrialArea), SheetValue.Hundredths(figure?.LeasedArea), SheetValue.Share(figure?.Occupancy),
                (long?)figure?.Tenants, (long?)figure?.Labour, figure?.Waste?.Text(), (long?)figure?.WasteCapacity);
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"cum-cong-nghiep-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<IReadOnlyList<IndustrialCluster>> FoundAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        Filter = ClusterFilter.Read(Request.Query);
        return Filter.Apply(desk.Visible);
    }
}
