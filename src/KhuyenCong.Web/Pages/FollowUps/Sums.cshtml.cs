using KhuyenCong.Data;
using KhuyenCong.Domain.FollowUps;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Resources;
using KhuyenCong.Web.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.FollowUps;

/// <summary>Tổng hợp trước, sau: what became of workers and revenue, by programme and content, of one round.</summary>
[Allow(Act.ConfirmFollowUp)]
public sealed class SumsModel(KhuyenCongDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public const string NoProgramme = "Không thuộc chương trình nào";

    [BindProperty(SupportsGet = true, Name = "lan")]
    public int? Round { get; set; }

    /// <summary>The year in which the sheets are due.</summary>
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    /// <summary>The rounds are two looks at the same workers: one of them is summed at a time.</summary>
    public int ShownRound => Round is 2 ? 2 : 1;

    public IReadOnlyList<FollowUpSum> Rows { get; private set; } = [];

    public FollowUpSum Total { get; private set; } = null!;

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnGetExcelAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var book = new WorkbookWriter();
        var sheet = book.AddSheet(
            "Trước, sau", new("Chương trình", 44, CellFormat.Text), new("Nội dung", 44, CellFormat.Text), new("Phiếu đã hỏi", 12), new("Đã trả lời", 12), new("Đã xác nhận", 12), new("Không có trả lời", 14),
            new("Cơ sở có số lao động", 14), new("Lao động trước", 14), new("Lao động sau", 14), new("Thay đổi lao động", 14),
            new("Cơ sở có doanh thu", 14), new("Doanh thu trước (đồng)", 22, CellFormat.Money), new("Doanh thu sau (đồng)", 22, CellFormat.Money), new("Thay đổi doanh thu (đồng)", 22, CellFormat.Money), new("Đúng mục đích", 14), new("Sai mục đích", 14));
        sheet.Title("LAO ĐỘNG, DOANH THU TRƯỚC VÀ SAU HỖ TRỢ KHUYẾN CÔNG").Note($"Lần theo dõi thứ {ShownRound}{(Year is { } year ? $", phiếu đến hạn năm {year}" : "")}; chỉ cộng phiếu đã xác nhận có cả số trước và số sau")
            .Note("Số do cơ sở khai, không cộng vào kết quả chỉ tiêu của chương trình. Dòng chung đếm mỗi cơ sở một lần nên có thể nhỏ hơn tổng các dòng")
            .Note($"Xuất lúc {clock.UtcNow.LocalText()}, người xuất: {viewer.DisplayName}").Blank().Header();
        foreach (var row in Rows.Append(Total with { Programme = "Chung" }))
        {
            sheet.Row(
                row.Programme, row.Content, (long)row.Asked, (long)row.Answered, (long)row.Confirmed, (long)row.NoAnswer, (long)row.WithWorkers, row.WorkersBefore, row.Workers, row.WorkersChange,
                (long)row.WithRevenue, row.RevenueBefore, row.Revenue, row.RevenueChange, (long)row.UsedRightly, (long)row.Misused);
        }

        return File(book.ToBytes(), WorkbookType.Xlsx, $"truoc-sau-ho-tro-lan-{ShownRound}-{clock.Today:yyyyMMdd}.xlsx");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var round = ShownRound;
        var query = db.FollowUps.AsNoTracking().VisibleTo(viewer, db).Where(f => f.Round == round);
        if (Year is { } year and >= 2000 and <= 2200)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            query = query.Where(f => f.DueOn >= from && f.DueOn <= to);
        }

        var found = await query.Join(db.Projects, f => f.ProjectId, p => p.ProjectId, (f, p) => new
        {
            f.EstablishmentId,
            p.ContentCode,
            p.ProgrammeId,
            f.DueOn,
            f.State,
            f.MoneyUse,
            f.Workers,
            f.WorkersBefore,
            f.Revenue,
            f.RevenueBefore,
        }).ToListAsync(cancellationToken);
        var ids = found.Select(f => f.ProgrammeId).OfType<Guid>().Distinct().ToList();
        var titles = await db.Programmes.AsNoTracking().Where(p => ids.Contains(p.ProgrammeId)).Select(p => new { p.ProgrammeId, p.Title }).ToDictionaryAsync(p => p.ProgrammeId, p => p.Title, cancellationToken);
        List<FollowUpFigures> sheets = [.. found.Select(f => new FollowUpFigures(
            f.EstablishmentId, ProjectWords.ContentText(f.ContentCode), f.ProgrammeId is { } id ? titles.GetValueOrDefault(id, NoProgramme) : NoProgramme, f.DueOn, f.State, f.MoneyUse, f.Workers, f.WorkersBefore, f.Revenue, f.RevenueBefore))];
        (Rows, Total) = (FollowUpSums.Of(sheets, clock.Today), FollowUpSums.Total(sheets, clock.Today));
    }
}
