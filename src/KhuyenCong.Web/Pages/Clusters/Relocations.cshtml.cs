using KhuyenCong.Data;
using KhuyenCong.Domain.Clusters;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Shared;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace KhuyenCong.Web.Pages.Clusters;

/// <summary>Cơ sở cần di dời, as far as the viewer sees.</summary>
[Allow(Act.ViewEstablishments)]
public sealed class RelocationsModel(KhuyenCongDb db, Viewer viewer, ClusterDesk desk, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tim")]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true, Name = "tinh-trang")]
    public RelocationState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "ly-do")]
    public RelocationReason? Reason { get; set; }

    [BindProperty(SupportsGet = true, Name = "cum")]
    public Guid? ClusterId { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "co")]
    public int? Size { get; set; }

    public Paged<RelocationRow> List { get; private set; } = null!;

    public ClusterDesk Desk => desk;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Search) || State is not null || Reason is not null || ClusterId is not null;

    public static IEnumerable<SelectListItem> States => Enum.GetValues<RelocationState>().Select(s => new SelectListItem(s.Text(), s.ToString()));

    public static IEnumerable<SelectListItem> Reasons => Enum.GetValues<RelocationReason>().Select(r => new SelectListItem(r.Text(), r.ToString()));

    public async Task OnGetAsync(CancellationToken cancellationToken) => List = Paged.Of(await FoundAsync(cancellationToken), Number, Size);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        var rows = await FoundAsync(cancellationToken);
        var workbook = new WorkbookWriter();
        var sheet = workbook.AddSheet(
            "Di dời", new("Cơ sở", 40, CellFormat.Text), new("Địa bàn hiện nay", 26, CellFormat.Text), new("Địa chỉ", 26, CellFormat.Text), new("Lý do", 26, CellFormat.Text), new("Lý do cụ thể", 40, CellFormat.Text),
            new("Chuyển vào cụm", 32, CellFormat.Text), new("Tình trạng", 22, CellFormat.Text), new("Từ ngày", 12), new("Ngày đề xuất", 12));
        sheet.Title("CƠ SỞ CẦN DI DỜI VÀO CỤM CÔNG NGHIỆP").Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var (candidate, establishment, commune, address, cluster, _) in rows)
        {
            sheet.Row(establishment, commune, address, candidate.Reason.Text(), candidate.ReasonText, cluster, candidate.State.Text(), candidate.StateSince, candidate.ProposedOn);
        }

        return File(workbook.ToBytes(), WorkbookType.Xlsx, $"di-doi-vao-cum-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task<IReadOnlyList<RelocationRow>> FoundAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        var rows = db.RelocationCandidates.VisibleTo(viewer, desk.Own);
        rows = State is { } state ? rows.Where(r => r.State == state) : rows;
        rows = Reason is { } reason ? rows.Where(r => r.Reason == reason) : rows;
        rows = ClusterId is { } cluster ? rows.Where(r => r.IndustrialClusterId == cluster) : rows;
        var words = SearchText.Words(Search);
        return [.. (await RelocationList.ReadAsync(db, rows, desk, cancellationToken)).Where(r => words.All(SearchText.Fold(r.Establishment).Contains))];
    }
}
