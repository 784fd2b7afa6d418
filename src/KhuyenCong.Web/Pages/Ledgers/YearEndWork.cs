using KhuyenCong.Data;
using KhuyenCong.Domain.Ledgers;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Plans;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Ledgers;

/// <summary>Lines of years that are over which nobody has proposed to close: no record says yet that they wait.</summary>
public static class YearEndWork
{
    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.CloseYear))
        {
            return [];
        }

        var mover = viewer.AsPlanMover();
        var open = (await db.Allocations.VisibleTo(viewer).AsNoTracking().Where(a => a.Year < today.Year && a.ClosedOn == null).Select(a => new { a.AllocationId, a.HolderId, a.Year, a.CommuneCode }).ToListAsync())
            .FindAll(a => mover.May(Act.CloseYear, a.CommuneCode) && HolderDuty.Against(mover, [a.HolderId]) is null);
        if (open.Count == 0)
        {
            return [];
        }

        var proposed = (await db.YearEndProposals.AsNoTracking().Where(p => p.State == YearEndProposalState.Proposed).ToListAsync()).SelectMany(p => p.ProposedLines).Select(l => l.AllocationId).ToHashSet();
        return open.Where(a => !proposed.Contains(a.AllocationId)).GroupBy(a => a.Year).OrderBy(g => g.Key)
            .Select(g => new WorkItem("Khóa sổ cuối năm", $"Năm {g.Key}: {g.Count()} dòng dự toán chưa khóa sổ", "Quyết toán, chuyển nguồn theo quyết định, hủy phần còn lại rồi khóa sổ", new DateOnly(g.Key, 12, 31), null, "Khóa sổ", $"/so-du-toan/khoa-so?nam={g.Key}"));
    }
}
