using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Programmes;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Programmes;

/// <summary>The programme as a workbook: overview, targets, money, contradictions.</summary>
[Allow(Act.ViewProgramme)]
public sealed class ExportModel(KhuyenCongDb db, ProgrammeCache cache, TimeProvider clock) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await ProgrammeHead.CurrentAsync(db, id) is not { } head)
        {
            return NotFound();
        }

        var text = await cache.TextAsync(db, head);
        var targets = await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id && !t.IsRetired).ToListAsync();
        var sums = await cache.SumsAsync(db, id, await db.Targets.AsNoTracking().Where(t => t.ProgrammeId == id).ToListAsync());
        var discrepancies = await db.Discrepancies.AsNoTracking().Where(d => d.ProgrammeId == id && d.State != DiscrepancyState.Gone).OrderBy(d => d.Origin).ThenBy(d => d.Order).ToListAsync();
        var beside = await PlanMoney.BesideResultsAsync(db, id, await PlanMoney.HeldAsync(db, id));
        var bytes = ProgrammeWorkbook.Write(head, text, TargetRow.Of(text, targets, sums, clock.Today), MoneyTable.Of(text, sums.Spent, beside), discrepancies, clock.Today);
        return File(bytes, Xlsx, $"chuong-trinh-{head.FromYear}-{head.ToYear}-{clock.Today:yyyyMMdd}.xlsx");
    }
}
