using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Domain.Projects;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Pages.Home;
using KhuyenCong.Web.Resources;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Projects;

/// <summary>Dossiers that wait for the viewer, as the state table says: the oldest first, never more than a screen can hold.</summary>
public static class ProjectWork
{
    private const int Most = 50;

    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Can(Act.ViewProjects))
        {
            return [];
        }

        List<ProjectState> waiting = [.. ProjectStates.Table.Where(t => viewer.Can(t.Who) && t.Action is not ProjectAction.Withdraw and not ProjectAction.ReturnForMore && !t.Action.IsOfAppraisal() && !t.Action.IsOfPlan() && !t.Action.IsOfContract() && !t.Action.IsOfBeneficiaryList()).Select(t => t.From).Distinct()];
        var receivesCommunes = viewer.Reach(Act.ReceiveProject) is Scope.Commune;
        var written = db.Projects.WrittenBy(viewer, db).Select(p => p.ProjectId);
        var rows = await db.Projects.VisibleTo(viewer, db).AsNoTracking()
            .Where(p => waiting.Contains(p.State))
            // Drafts and requests for more wait for whoever writes them; the rest for whoever receives that kind.
            .Where(p => ((p.State == ProjectState.Draft || p.State == ProjectState.AwaitingMore) && written.Contains(p.ProjectId))
                || (p.State != ProjectState.Draft && p.State != ProjectState.AwaitingMore && (p.Kind == ProjectKind.Commune) == receivesCommunes))
            .OrderBy(p => p.StateSince).ThenBy(p => p.ProjectId).Take(Most)
            .Select(p => new { p.ProjectId, p.Title, p.Code, p.Kind, p.Nature, p.State, p.StateSince, p.Deadline }).ToListAsync();
        List<WorkItem> lists = viewer.Reach(Act.ConcludeAppraisal) is not Scope.Province ? [] : await db.BeneficiaryLists.AsNoTracking().Where(l => l.State == BeneficiaryListState.Proposed)
            .Join(db.Projects.Where(p => p.State == ProjectState.Approved || p.State == ProjectState.Underway), l => l.ProjectId, p => p.ProjectId, (l, p) => new { p.ProjectId, p.Title, p.Code, l.ProposedOn }).OrderBy(l => l.ProposedOn).ThenBy(l => l.ProjectId).Take(Most)
            .Select(l => new WorkItem("Danh sách đơn vị thụ hưởng chờ xác nhận", l.Title, $"{l.Code}, đề án nhóm", l.ProposedOn, null, "Xác nhận", $"/de-an/{l.ProjectId}/don-vi-thu-huong")).ToListAsync();
        return lists.Concat(rows.Select(p => new WorkItem(
            p.State switch { ProjectState.Draft => "Bản nháp đề án", ProjectState.AwaitingMore => "Đề án cần bổ sung", ProjectState.Filed => "Đề án mới nộp", _ => "Đề án chờ xử lý" },
            p.Title,
            $"{p.Code ?? "chưa có mã"}, {p.Kind.Text()}; {p.State.Next(p.Nature)}",
            p.StateSince,
            p.Deadline,
            p.State switch { ProjectState.Draft => "Soạn tiếp", ProjectState.AwaitingMore => "Bổ sung", ProjectState.Filed => "Tiếp nhận", _ => "Xử lý" },
            $"/de-an/{p.ProjectId}")));
    }
}
