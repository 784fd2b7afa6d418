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

        List<ProjectState> waiting = [.. ProjectStates.Table.Where(t => viewer.Can(t.Who) && t.Action is not ProjectAction.Withdraw and not ProjectAction.ReturnForMore && !t.Action.IsOfAppraisal() && !t.Action.IsOfPlan()).Select(t => t.From).Distinct()];
        var receives = viewer.Reach(Act.ReceiveProject);
        var own = viewer.OrganisationId;
        var rows = await db.Projects.VisibleTo(viewer, db).AsNoTracking()
            .Where(p => waiting.Contains(p.State))
            // Drafts and requests for more wait for the unit that filed; the rest for whoever receives that kind.
            .Where(p => p.State == ProjectState.Draft || p.State == ProjectState.AwaitingMore ? p.OrganisationId == own || receives == null : (p.Kind == ProjectKind.Commune) == (receives == Scope.Commune))
            .OrderBy(p => p.StateSince).ThenBy(p => p.ProjectId).Take(Most)
            .Select(p => new { p.ProjectId, p.Title, p.Code, p.Kind, p.Nature, p.State, p.StateSince, p.Deadline }).ToListAsync();
        return rows.Select(p => new WorkItem(
            p.State switch { ProjectState.Draft => "Bản nháp đề án", ProjectState.AwaitingMore => "Đề án cần bổ sung", ProjectState.Filed => "Đề án mới nộp", _ => "Đề án chờ xử lý" },
            p.Title,
            $"{p.Code ?? "chưa có mã"}, {p.Kind.Text()}; {p.State.Next(p.Nature)}",
            p.StateSince,
            p.Deadline,
            p.State switch { ProjectState.Draft => "Soạn tiếp", ProjectState.AwaitingMore => "Bổ sung", ProjectState.Filed => "Tiếp nhận", _ => "Xử lý" },
            $"/de-an/{p.ProjectId}"));
    }
}
